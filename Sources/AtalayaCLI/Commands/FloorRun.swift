import ArgumentParser
import Atalaya
import Foundation

/// Computes the floor of one antenna, writes it and says what it is: `atalaya floor`, and `atalaya coverage --dem` of old.
struct FloorRun {
  let dem: [String]
  let options: FloorOptions
  let isQuiet: Bool

  func callAsFunction() throws {
    let output = options.output ?? ""
    let ground = try Ground(
      scenario: options.scenario, dem: dem, options.reading, covered: options.ground, isQuiet: isQuiet)
    let (question, isQuiet) = (try question(ground.scenario), isQuiet)
    do {
      let terrain = ground.terrain
      // Both rasters or none: what would stop the second is looked for before the first is written.
      for path in [output, options.causes] { if let path { try OutputFile.check(path) } }
      let report = try question.write(over: terrain, to: output, keepsSight: options.causes != nil) { part, parts in
        if parts > 1, !isQuiet { Console.note("floor: part \(part) of \(parts)") }
      }
      Console.warn(report.warnings, unless: isQuiet)
      Console.result(report.text)
      guard let path = options.causes, let target = try target() else { return }
      let causes = try report.writeCauses(of: target.height, target.words, to: path)
      Console.warn(causes.warnings, unless: isQuiet)
      Console.result(causes.text)
    } catch { throw Console.failure(error) }
  }

  private func question(_ scenario: Scenario?) throws -> FloorQuestion {
    let radar = try options.radar.radar(scenario, isQuiet: isQuiet)
    if let radar, radar.range <= .zero {
      throw Console.failure("--type \(radar.type.id) never sees such a target: see --rcs and --transponder")
    }
    guard let position = try options.at?.get(), let range = try options.range?.get() ?? radar?.range,
      let antenna = try options.antennaHeight.map({ Altitude.aboveGround(try $0.get()) })
        ?? options.antennaAltitude.map({ .aboveSeaLevel(try $0.get()) })
        ?? radar.map({ .aboveGround($0.type.antennaHeight) })
    else { throw ValidationError("--at, --range and --antenna-height are missing") }
    var question = FloorQuestion(position: position, antenna: antenna, range: range)
    question.k = try options.k?.get().factor ?? scenario?.effectiveEarthFactor ?? question.k
    question.radar = radar
    question.quality = try options.quality?.get() ?? question.quality
    question.limits = try options.beam.limits()
    question.memory = try options.memory.map { try $0.get() << 20 } ?? question.memory
    question.workers = try options.workers?.get() ?? ProcessInfo.processInfo.activeProcessorCount
    (question.isCompressed, question.isCloudOptimized) = (options.compress, options.cog)
    return question
  }

  private func target() throws -> (height: Altitude, words: String)? {
    AmountText.noteFlightLevels([options.targetAltitude?.text])
    if let text = options.targetHeight { return (height: .aboveGround(try text.get()), words: "\(text.text) AGL") }
    return try options.targetAltitude.map { (height: .aboveSeaLevel(try $0.get().height), words: "\($0.text) AMSL") }
  }
}
