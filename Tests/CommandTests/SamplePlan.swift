import Foundation
import TestSupport

/// Plans of the sample that several tests look at, each made once; their folders go when the process ends.
struct SamplePlan: Sendable {
  /// Without a purchase, with what it prints.
  static let today = Result { try SamplePlan() }
  /// With the sample's first purchase, quietly.
  static let bought = Result { try SamplePlan("--purchase", "plan-2014", "--quiet") }

  /// Where its files are.
  let folder: String
  let outcome: Program.Outcome

  private init(_ options: String...) throws {
    folder = try Scratch.lasting().path
    outcome = try Program.atalaya.run(["plan", Tool.sample, "--output", folder] + options)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) }
}
