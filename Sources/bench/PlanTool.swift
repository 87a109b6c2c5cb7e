import Foundation

/// The tool next to the benchmark, run with a cache of its own.
struct PlanTool {
  /// What a run takes, seconds.
  struct Cost {
    var wall: Double
    var cpu: Double
  }

  let folder: URL
  /// Where plans go.
  var output: String { folder.appendingPathComponent("plan").path }

  /// Removes what runs kept for the next.
  func forget() { try? FileManager.default.removeItem(at: folder.appendingPathComponent("cache")) }

  func run(_ arguments: [String]) throws -> Cost {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("atalaya")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CACHE_HOME": folder.appendingPathComponent("cache").path]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = Self.seconds(of: RUSAGE_CHILDREN)
    let wall = try Duel.seconds {
      try process.run()
      process.waitUntilExit()
    }
    guard process.terminationStatus == 0 else {
      throw PlanBench.Failure(
        description: "\(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return Cost(wall: wall, cpu: Self.seconds(of: RUSAGE_CHILDREN) - before)
  }

  /// Processor time of this process or of those that it waited for.
  static func seconds(of who: __rusage_who) -> Double {
    var usage = rusage()
    getrusage(numericCast(who.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
