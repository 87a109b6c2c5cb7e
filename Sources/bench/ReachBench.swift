import Foundation
import GeoFiles
import Geodesy
import Response
import Units

/// Times from one base to every post of a terrain of 1,000 × 1,000, against the paths over a grid's neighbours of
/// scikit-image (MCP_Geometric) and GRASS (r.cost -k) on the same cost surface, one thread each.
///
/// What is asked: three times as fast, at a smaller error against the exact answer. Peers that are not installed are named.
/// scikit-image is looked for in the Python of `ATALAYA_BENCH_PYTHON`, else in `python3`.
enum ReachBench {
  private static let side = 1000
  private static let step = 0.0009
  private static let speed = 60.0
  private static let ceiling = 4000.0

  static func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reach-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, heights) in [("open ground", open), ("ranges with passes", ranges)] {
      let ours = try times(over: heights)
      print("  \(name): ours \(String(format: "%.3f", ours.seconds)) s of the processor")
      let exact = name == "open ground" ? distances : nil
      if let exact { print("    error of ours: \(errors(of: ours.metres, against: exact))") }
      try heights.withUnsafeBytes { try Data($0).write(to: folder.appendingPathComponent("heights.bin")) }
      for peer in [scikit, grass] {
        guard let found = try peer(folder) else { continue }
        let ratio = found.seconds / ours.seconds
        print(
          "    \(found.name) \(String(format: "%.3f", found.seconds)) s, ratio \(String(format: "%.2f", ratio)) (asked 3.0)"
        )
        if let exact { print("      error: \(errors(of: found.metres, against: exact))") }
        let longer = zip(found.metres, ours.metres).filter { $0.isFinite && $1.isFinite && $1 > 5000 }.map { $0 / $1 }
        print("      its ways are \(mean(longer).percent) longer than ours on average")
      }
    }
  }

  private static let open = [Float](repeating: 0, count: side * side)

  /// Ridges above the ceiling with gaps, every 150 posts or so.
  private static let ranges: [Float] = (0..<side * side).map { index in
    let (row, column) = (Double(index / side), Double(index % side))
    let ridge = sin(row / 24 + 1.3 * sin(column / 61)) + 0.9 * sin(column / 37 + 0.8 * sin(row / 83))
    return Float(2600 + 1300 * ridge)
  }

  private static var frame: GridFrame {
    GridFrame(
      columns: side, rows: side, firstX: 0, firstY: 0.45, stepX: step, stepY: -step, crs: "EPSG:4326")
  }

  private static func place(_ index: Int) -> Position {
    Position(
      latitudeDegrees: 0.45 - Double(index / side) * step, longitudeDegrees: Double(index % side) * step)
  }

  private static let base = side / 2 * side + side / 2

  /// Geodesics from the base, m.
  private static let distances: [Double] = Ellipsoid.wgs84.distancesInMetres(
    from: (0..<side * side).map { _ in place(base) }, to: (0..<side * side).map(place))

  private static func times(over heights: [Float]) throws -> (seconds: Double, metres: [Double]) {
    let ground = RouteGround(degrees: Grid(frame: frame, cells: heights))
    let craft = try RouteAircraft(
      airspeed: SpeedByAltitude(.metresPerSecond(speed)), climb: SpeedByAltitude(.metresPerSecond(1e6)),
      descent: SpeedByAltitude(.metresPerSecond(1e6)), ceiling: .metres(ceiling), clearance: .zero)
    var found: RouteReach?
    let seconds = try (0..<5).map { _ in
      try Duel.cpu { found = try RouteReach.times(from: place(base), craft, over: ground, altitudes: 1) }
    }
    return (Duel.median(seconds), (found?.overhead ?? []).map { Double($0) * speed })
  }

  private static func mean(_ ratios: [Double]) -> Double {
    ratios.isEmpty ? 0 : ratios.reduce(0, +) / Double(ratios.count) - 1
  }

  /// Beyond 5 km from the base.
  private static func errors(of metres: [Double], against exact: [Double]) -> String {
    let ratios = zip(metres, exact).filter { $1 > 5000 }.map { abs($0 / $1 - 1) }
    return "mean \(mean(ratios.map { $0 + 1 }).percent), greatest \((ratios.max() ?? 0).percent)"
  }

  private typealias Peer = (name: String, seconds: Double, metres: [Double])

  /// A program's output; nil where it fails.
  private static func output(_ program: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  private static func read(_ file: URL) throws -> [Double] {
    try Data(contentsOf: file).withUnsafeBytes { $0.bindMemory(to: Float.self).map { Double($0) } }
  }

  private static func scikit(_ folder: URL) throws -> Peer? {
    let python = ProcessInfo.processInfo.environment["ATALAYA_BENCH_PYTHON"] ?? "python3"
    let script = """
      import sys, time, numpy
      from skimage.graph import MCP_Geometric
      folder, side, base, ceiling, unit = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5])
      heights = numpy.fromfile(folder + "/heights.bin", dtype=numpy.float32).reshape(side, side)
      cost = numpy.where(heights > ceiling, -1, 1.0)
      best = []
      for _ in range(5):
          start = time.process_time()
          found, _ = MCP_Geometric(cost).find_costs([(base // side, base % side)])
          best.append(time.process_time() - start)
      (found * unit).astype(numpy.float32).tofile(folder + "/scikit.bin")
      print(sorted(best)[2])
      """
    let unit = step * 111_319.490793
    guard
      let text = output(python, ["-c", script, folder.path, "\(side)", "\(base)", "\(ceiling)", "\(unit)"]),
      let seconds = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      print("    scikit-image is not installed (pip install scikit-image; ATALAYA_BENCH_PYTHON names its Python)")
      return nil
    }
    return ("MCP_Geometric", seconds, try read(folder.appendingPathComponent("scikit.bin")))
  }

  private static func grass(_ folder: URL) throws -> Peer? {
    let script = """
      set -e
      cd '\(folder.path)'
      g.region n=\(side) s=0 e=\(side) w=0 res=1 --quiet
      r.in.bin -f input=heights.bin output=heights north=\(side) south=0 east=\(side) west=0 rows=\(side) cols=\(side) --overwrite --quiet
      r.mapcalc 'cost = if(heights > \(ceiling), null(), 1.0)' --overwrite --quiet
      TIMEFORMAT=%U
      time r.cost -k input=cost output=found start_coordinates=\(Double(base % side) + 0.5),\(Double(side - base / side) - 0.5) memory=2000 --overwrite --quiet 2>/dev/null
      r.out.bin -f input=found output=grass.bin null=inf bytes=4 --overwrite --quiet
      """
    let file = folder.appendingPathComponent("cost.sh")
    try script.write(to: file, atomically: true, encoding: .utf8)
    guard
      let text = output(
        "sh", ["-c", "grass --tmp-location XY --exec bash '\(file.path)' 2>&1"]),
      let seconds = text.split(whereSeparator: \.isNewline).compactMap({ Double($0) }).last,
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("grass.bin").path)
    else {
      print("    GRASS is not installed (apt-get install grass-core), or r.cost failed")
      return nil
    }
    let unit = step * 111_319.490793
    return ("r.cost -k", seconds, try read(folder.appendingPathComponent("grass.bin")).map { $0 * unit })
  }
}

extension Double {
  /// As a percentage with four digits.
  fileprivate var percent: String { String(format: "%.4f %%", self * 100) }
}
