import ArgumentParser
import Atalaya
import Foundation

/// The radar whose floor is wanted, where it is of a catalogue's type, and what its looks must detect.
struct FloorRadarOptions: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: "The radar's type: an id of --scenario's catalogue, or a catalogue file. Its limits bound the floor.",
    completion: .file())
  var type: String?

  @Option(help: "With a --type file of several types: the id of the one.")
  var typeID: String?

  @Option(help: "With --type: cross-section of the target (default: the scenario's, else 1m2).")
  var rcs: OptionValue<CrossSections>?

  @Flag(help: "With --type: the target answers secondary radars.")
  var transponder = false

  @Option(help: "With --type: probability with which a look must detect (default: the scenario's, else as catalogued).")
  var pd: OptionValue<Probabilities>?

  @Option(help: "With --pd: probability of false alarm (default: the scenario's, else 1e-6).")
  var pfa: OptionValue<Double>?

  @Option(help: "With --pd: fluctuation of the target, Swerling 0 to 4 (default: the scenario's, else 1).")
  var swerling: OptionValue<Int>?

  @Option(help: "With --type: mechanical tilt of the antenna, upwards positive.")
  var tilt: OptionValue<Angle>?

  /// Which of the options are given besides the type.
  var given: KeyValuePairs<String, Bool> {
    [
      "--type-id": typeID != nil, "--rcs": rcs != nil, "--transponder": transponder, "--pd": pd != nil,
      "--tilt": tilt != nil,
    ]
  }

  func check(_ usage: inout Usage) {
    usage.check("--rcs", rcs)
    usage.check("--pd", pd)
    usage.check(falseAlarm: pfa)
    usage.check("--swerling", swerling, in: 0...4)
    usage.check("--tilt", tilt, in: .degrees(-45) ... .degrees(45), "a tilt of -45° to 45°")
    usage.require("--type", type != nil, for: given)
    usage.require("--pd", pd != nil, for: ["--pfa": pfa != nil, "--swerling": swerling != nil])
    if let sections = rcs?.value?.sections, sections.count > 1 {
      usage.report("--rcs: a floor is of one cross-section")
    }
    if let values = pd?.value?.values, values.count > 1 { usage.report("--pd: a floor is of one probability") }
    if let least = pd?.value?.values.min(), least <= pfa?.value ?? 0 {
      usage.report("--pd \(least): give one above the probability of false alarm")
    }
  }

  /// The radar; nil where no type is named.
  /// - Parameters:
  ///   - scenario: Whose catalogue has the type, and whose target and looks count where none are given.
  ///   - isQuiet: Whether odd things in a catalogue file are passed over.
  func radar(_ scenario: Scenario?, isQuiet: Bool) throws -> FloorRadar? {
    guard let type else { return nil }
    var found = try read(type, scenario, isQuiet: isQuiet)
    if let pd = try pd?.get().values.first {
      var settings = scenario?.detection ?? DetectionSettings()
      settings.probability = pd
      if let pfa = try pfa?.get() { settings.falseAlarmProbability = pfa }
      if let number = try swerling?.get(), let fluctuation = TargetFluctuation(rawValue: number) {
        settings.fluctuation = fluctuation
      }
      do { found = try found.looking(settings) } catch { throw Console.failure("--type \(found.id): \(error)") }
    }
    var target = scenario?.coverageTarget ?? Target(crossSection: .squareMetres(1), hasTransponder: false)
    if let rcs = try rcs?.get().sections.first { target.crossSection = rcs }
    if transponder, !target.hasTransponder { target.transponder = .answering }
    return FloorRadar(type: found, tilt: try tilt?.get() ?? .zero, target: target)
  }

  private func read(_ name: String, _ scenario: Scenario?, isQuiet: Bool) throws -> RadarType {
    if let type = scenario?.radarTypes.first(where: { $0.id == name }) { return type }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue else {
      let known = scenario?.radarTypes.map(\.id) ?? []
      throw Console.failure(
        "--type: “\(name)” is neither a catalogue file nor a radar type"
          + (scenario == nil
            ? ": name the scenario whose catalogue has it, --scenario DIR"
            : " of the scenario: \(NearestName.hint(for: name, among: known, listing: known))"))
    }
    let catalogue: RadarCatalogue
    do { catalogue = try RadarCatalogue(file: name) } catch { throw Console.failure(error) }
    Console.warn(catalogue.warnings, unless: isQuiet)
    let ids = catalogue.types.map(\.id)
    if let typeID {
      if let type = catalogue.types.first(where: { $0.id == typeID }) { return type }
      throw Console.failure("--type-id: \(NearestName.hint(for: typeID, among: ids, listing: ids))")
    }
    guard let type = catalogue.types.first, ids.count == 1 else {
      throw Console.failure(
        "\(name) has \(ids.count) types: name one with --type-id, of \(ids.joined(separator: ", "))")
    }
    return type
  }
}
