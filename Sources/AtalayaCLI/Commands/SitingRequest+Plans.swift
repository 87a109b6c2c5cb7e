import ArgumentParser
import Atalaya
import Foundation

extension SitingRequest {
  /// The plans to compare with: purchases of the scenario, or files.
  func purchases(of scenario: Scenario) throws -> [Scenario.Purchase] {
    var found: [Scenario.Purchase] = []
    var faults: [String] = []
    for name in plans {
      switch Result(catching: { () throws(LookupError) in try scenario.purchase(named: name) }) {
      case .success(let purchase): found.append(purchase)
      case .failure where FileManager.default.fileExists(atPath: name):
        do throws(ScenarioError) { found += try scenario.purchases(inFile: name) } catch {
          faults += error.lines
        }
      case .failure(let error): faults.append("--compare: there is no such file, and \(error)")
      }
    }
    for fault in faults { Console.note("error: \(fault)") }
    if !faults.isEmpty { throw ExitCode(1) }
    return found
  }
}
