import ArgumentParser
import Atalaya
import Foundation

extension FloorOptions {
  /// What is asked for, read.
  private struct Question {
    var position: Position
    var range: Length
    var antenna: Altitude
    var target: Altitude?
  }

  /// Computes and writes the floor, and says what it is.
  func run() throws {
    let question = try read()
    let terrain: Terrain
    do { terrain = try Terrain.open(dem, reading: reading.reading()) } catch { throw Console.failure("\(error)") }
    for line in terrain.warnings { Console.note("warning: \(line)") }
    // Both rasters or none: what would stop the second is looked for before the first is written.
    do { for path in [output, causes] { if let path { try OutputFile.check(path) } } } catch {
      throw Console.failure("\(error)")
    }
    let summary = try writeFloor(question, terrain)
    let contradictions: [String]
    do {
      let window = try terrain.window(around: question.position, radius: question.range)
      contradictions = try terrain.contradictionWarnings(rows: window.rows, columns: window.columns)
    } catch { throw Console.failure("\(error)") }
    for line in contradictions { Console.note("warning: \(line)") }
    if summary.posts == summary.unknown {
      Console.note("warning: no floor is known: the antenna stands outside the terrain, in a void, or sees none of it")
    }
    Console.print(text(summary, question, terrain), terminator: "")
    if let target = question.target, let causes {
      try writeCauses(question, target, summary, terrain, told: contradictions, to: causes)
    }
  }

  private func read() throws -> Question {
    var problems: [String] = []
    func read<Value>(_ name: String, _ body: () throws -> Value) -> Value? {
      do { return try body() } catch {
        problems.append("\(name): \(error)")
        return nil
      }
    }
    func height(_ name: String, _ above: String?, _ level: String?) -> Altitude? {
      read(above == nil ? "--\(name)-altitude" : "--\(name)-height") {
        if let above { return Altitude.aboveGround(try Length.parse(above)) }
        let level = level ?? ""
        // An antenna stands at no pressure altitude.
        return Altitude.aboveSeaLevel(name == "target" ? try Length.parse(altitude: level) : try Length.parse(level))
      }
    }
    let position = read("--at") { try Position(parsing: at ?? "") }
    let reach = read("--range") { try Length.parse(range ?? "") }
    let antenna = height("antenna", antennaHeight, antennaAltitude)
    let target = causes == nil ? nil : height("target", targetHeight, targetAltitude)
    guard let position, let reach, let antenna, problems.isEmpty else {
      for problem in problems { Console.note("error: \(problem)") }
      throw ExitCode.validationFailure
    }
    AmountText.noteFlightLevels([targetAltitude])
    return Question(position: position, range: reach, antenna: antenna, target: target)
  }

  private func writeFloor(_ question: Question, _ terrain: Terrain) throws -> FloorRaster.Summary {
    var limits: ((Length) -> RadarLimits)?
    if !beam.given.isEmpty {
      let station = try beam.station(at: question.position, range: question.range, antennaHeight: .zero)
      limits = { RadarLimits(of: station, antennaAltitude: $0, target: BeamOptions.target, k: k) }
    }
    do {
      return try FloorRaster.write(
        terrain, antenna: question.position, height: question.antenna, range: question.range, k: k, quality: quality,
        workers: workers ?? ProcessInfo.processInfo.activeProcessorCount, memory: memory << 20, to: output ?? "",
        isCompressed: compress, isCloudOptimized: cog, keepsSight: causes != nil, limits: limits
      ) { part, parts in
        if parts > 1 { Console.note("floor: part \(part) of \(parts)") }
      }
    } catch { throw Console.failure("\(error)") }
  }

  private func text(_ summary: FloorRaster.Summary, _ question: Question, _ terrain: Terrain) -> String {
    let ground = summary.ground.map { "ground \($0.heightText)" } ?? "ground unknown"
    var lines = [
      "antenna   \(question.position.decimal(decimals: 6)), \(summary.antennaAltitude.heightText) above mean sea level (\(ground))",
      "terrain   \(terrain.name), \(terrain.frame.columns) × \(terrain.frame.rows), heights \(terrain.verticalDatum.name)",
      "model     line of sight, k \(k.significant(5)), range \(question.range.text), quality \(quality.rawValue); "
        + "\(summary.bytes >> 20) MB in \(summary.parts) part\(summary.parts == 1 ? "" : "s")",
    ]
    if let limits = beam.text {
      lines.append("limits    \(limits): \(Double(summary.blind).grouped) posts seen at no altitude")
    }
    lines += [
      "posts     \(Double(summary.posts).grouped) within range, \(Double(summary.unknown).grouped) of them unknown",
      "",
      "height above ground   seen of what is known",
    ]
    let known = Double(max(summary.posts - summary.unknown, 1))
    for (height, count) in zip(FloorRaster.heights, summary.seen) {
      lines.append(row(height == 0 ? "on the ground" : "\(Int(height)) m", Double(count) / known))
    }
    lines.append("")
    lines.append(
      "wrote \(output ?? ""): metres above mean sea level, \(Int(FloorRaster.noData)) where unknown or out of range"
        + (beam.given.isEmpty ? "" : " or seen at no altitude"))
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ title: String, _ share: Double) -> String {
    title.padding(toLength: 22, withPad: " ", startingAt: 0) + (share * 100).fixed(1) + " %"
  }

  /// Writes why a target is not seen, post by post, and tells how often each cause is the one.
  private func writeCauses(
    _ question: Question, _ target: Altitude, _ summary: FloorRaster.Summary, _ terrain: Terrain, told: [String],
    to path: String
  ) throws {
    guard let ground = summary.ground else {
      throw Console.failure(
        "--causes: the ground under the antenna is unknown, so that horizon and ridge cannot be distinguished")
    }
    let station = try beam.station(
      at: question.position, range: question.range, antennaHeight: summary.antennaAltitude - ground)
    guard !terrain.isRead(from: path) else {
      throw Console.failure(
        "\(path): is the terrain itself, or in its folder, where it would be ground; name another file")
    }
    let map: BlindnessMap
    do {
      let coverage = try TerrainCoverage.load(
        [station], over: terrain, targets: [BeamOptions.target], k: k,
        options: .init(
          quality: quality, memoryLimit: memory << 20,
          workers: workers ?? ProcessInfo.processInfo.activeProcessorCount), sight: summary.sight)
      for note in coverage.notes where !told.contains(note) { Console.note("warning: \(note)") }
      map = try coverage.blindness(of: 0, at: target, target: BeamOptions.target)
      try map.write(to: path)
    } catch { throw Console.failure("\(error)") }
    let counts = map.counts
    let within = counts.reduce(0) { $0 + ($1.key == .range ? 0 : $1.value) }
    var lines = [
      "", "target at \(targetText)".padding(toLength: 22, withPad: " ", startingAt: 0) + "of what is within range",
    ]
    for cause in [nil] + Blindness.allCases where cause != .range {
      guard let count = counts[cause] else { continue }
      lines.append(row(cause?.rawValue ?? "seen", Double(count) / Double(max(within, 1))))
    }
    lines += ["", "wrote \(path): 0 seen, else the cause’s code as the band’s description has it"]
    Console.print(lines.joined(separator: "\n"))
  }

  private var targetText: String {
    targetHeight.map { "\($0) AGL" } ?? "\(targetAltitude ?? "") AMSL"
  }
}
