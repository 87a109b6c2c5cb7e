import Atalaya
import Foundation

/// File to file, as processes: `atalaya floor` against `gdal_viewshed`, time and memory.
enum FilesBench {
  private struct Cost {
    var seconds: Double
    var megabytes: Double
  }

  @Sendable static func run() throws {
    let atalaya = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "atalaya"
    ).path
    guard FileManager.default.isExecutableFile(atPath: atalaya) else {
      print("  skipped: \(atalaya) is not built (swift build -c release)")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    let side = 8001
    let steep = SteepTerrain.square(side)
    let frame = GridFrame(
      columns: side, rows: side, firstX: 400_000, firstY: 8_700_000, stepX: 30, stepY: -30, crs: "EPSG:32718")
    try RasterWriter.write(
      Grid(frame: frame, cells: steep.cells), to: path("dem.tif"), options: .init(isCompressed: false))
    let (x, y) = (frame.firstX + 4000 * 30, frame.firstY - 4000 * 30)
    var way = try CoordinateTransformation(from: "EPSG:32718", to: ReferenceSystem.wgs84Text)
    let place = try way.transform(x: x, y: y)
    let ours = [
      atalaya, "floor", path("dem.tif"), "--at", "\(place.y), \(place.x)", "--antenna-height", "30m",
      "--range", "120km", "--output", path("floor.tif"),
    ]
    let peer = [
      "/usr/bin/env", "gdal_viewshed", "-q", "-ox", "\(x)", "-oy", "\(y)", "-oz", "30", "-md", "120000", "-cc", "0.75",
      "-om", "DEM", path("dem.tif"), path("viewshed.tif"),
    ]
    var (costs, singles, rivals): ([Cost], [Cost], [Cost]) = ([], [], [])
    for _ in 0..<5 {
      guard let rival = try Self.cost(peer), let cost = try Self.cost(ours),
        let single = try Self.cost(ours + ["--workers", "1"])
      else {
        print("  skipped: gdal_viewshed (Debian: gdal-bin) or atalaya did not run")
        return
      }
      rivals.append(rival)
      costs.append(cost)
      singles.append(single)
    }
    let rival = (seconds: Duel.median(rivals.map(\.seconds)), megabytes: Duel.median(rivals.map(\.megabytes)))
    for (name, costs) in [
      ("on \(ProcessInfo.processInfo.activeProcessorCount) cores, as it comes", costs), ("on one core", singles),
    ] {
      let (seconds, megabytes) = (Duel.median(costs.map(\.seconds)), Duel.median(costs.map(\.megabytes)))
      print(
        String(
          format: "  %d² posts file to file %@: %.2f s, gdal_viewshed (one core) %.2f s, ratio %.1f (asked 6); "
            + "memory %.0f MB, gdal_viewshed %.0f MB, share %.2f (asked at most 0.67)", side, name, seconds,
          rival.seconds, rival.seconds / seconds, megabytes, rival.megabytes, megabytes / rival.megabytes))
    }
  }

  /// Runs a command; nil when it fails.
  private static func cost(_ words: [String]) throws -> Cost? {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var status: Int32 = -1
    var megabytes = 0.0
    let seconds = Duel.seconds {
      guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return }
      // The system's own figure for a child would begin with this process's memory: ask while it runs.
      while waitpid(process, &status, WNOHANG) == 0 {
        megabytes = max(megabytes, peak(of: process))
        usleep(2000)
      }
    }
    return status == 0 ? Cost(seconds: seconds, megabytes: megabytes) : nil
  }

  /// The most memory that a process has had resident, MB.
  private static func peak(of process: pid_t) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }
}
