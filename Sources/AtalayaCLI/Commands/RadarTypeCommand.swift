import ArgumentParser
import Atalaya
import Foundation

/// `atalaya radar TYPE|FILE …`
struct RadarTypeCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "type",
    abstract: "Show what radar types detect: ranges by height, loss budget and vertical coverage.",
    discussion: """
      TYPE is the id of a radar type in the catalogue of --scenario; FILE is a catalogue: CSV, or YAML with one type or a \
      list. Several types stand side by side, in the tables and in the chart. `atalaya radar tps-70` is short for \
      `atalaya radar type tps-70`.

      A type is calibrated on what the catalogue promises, detection_range for reference_rcs at detection_probability, or on \
      the range equation when it states peak_power, pulse_width, transmit_gain, frequency, noise and losses instead. What it \
      does not state is assumed, and listed. Gas loss (ITU-R P.676-13) and rain (P.838-3) are counted along the path when the \
      type states its frequency. The ground is smooth: terrain, diffraction and lobing are not counted.

      The budget is at --range and --elevation, by default at the range of the middle of the --pd on the axis of the beam, for \
      the middle one of the --rcs.

      Examples:
        atalaya radar tps-70 --scenario GeoData/vraem
        atalaya radar catalogue.csv --rcs 2m2 --pd 0.8 --rain 20mm/h
        atalaya radar tps-70 fap-lr --scenario GeoData/vraem --svg coverage.svg
        atalaya radar type.yaml --range 150km --rcs 1m2 --format json

      Exit code: 0 done; 1 a catalogue or the scenario cannot be read, or nothing can be computed; 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("Ids of types, or catalogue files.", valueName: "type"), completion: .file())
  var types: [String] = []

  @Option(help: "The scenario whose catalogue has the types.", completion: .directory)
  var scenario: String?

  @Option(
    help: "Cross-sections of targets (default: 0.3m2,1m2,3m2: 1 m² assumed for a small aircraft, 5 dB less and more).")
  var rcs: OptionValue<CrossSections>?

  @Option(help: "Probabilities of detection that a look must reach (default: 0.5,0.8,0.9).")
  var pd: OptionValue<Probabilities>?

  @Option(help: "Probability of false alarm of the looks (default: the type's, else 1e-6).")
  var pfa: OptionValue<Double>?

  @Option(help: "Fluctuation of the target, Swerling 0 to 4 (default: the type's, else 1).")
  var swerling: OptionValue<Int>?

  @Option(help: "Pulses integrated in a look (default: the type's, else its hits per scan, else 1).")
  var pulses: OptionValue<Int>?

  @Option(help: "Heights of targets above the ground, as in 150m,1km (default: 50 m to 10 km).")
  var height: OptionValue<FlownHeights>?

  @Option(help: "Slant range of the loss budget: 150km.")
  var range: OptionValue<Length>?

  @Option(help: "Elevation angle of the loss budget: 1deg (default: the axis of the beam).")
  var elevation: OptionValue<Angle>?

  @Option(help: "Signal-to-noise ratio of one pulse whose range is printed as well: 13dB.")
  var snr: OptionValue<Decibels>?

  @Option(help: "Rain rate, as in 20mm/h (default: no rain).")
  var rain: OptionValue<RainRate>?

  @Option(help: "Rain height above mean sea level (default: 5km, that of the tropics).")
  var rainHeight: OptionValue<Length>?

  @Option(help: "Length of a ray in the rain at most (default: all of it below the rain height).")
  var rainExtent: OptionValue<Length>?

  @Option(help: "Water vapour at sea level, g/m³ (default: 7.5).")
  var vapour: OptionValue<Double>?

  @Flag(help: "Count neither air nor rain.")
  var freeSpace = false

  @Option(help: "Antenna above ground (default: the type's).")
  var antennaHeight: OptionValue<Length>?

  @Option(help: "Ground at the radar above mean sea level (default: 0m).")
  var siteElevation: OptionValue<Length>?

  @Option(help: "Mechanical tilt of the antenna, upwards positive.")
  var tilt: OptionValue<Angle>?

  @Option(help: "Effective Earth radius factor (default: the scenario's, else 4/3).")
  var k: OptionValue<EarthFactor>?

  @Option(help: "table (for reading), csv (range by height) or json (everything).")
  var format: OptionValue<TableFormat> = "table"

  @Option(help: "Write the vertical coverage chart to this file.", completion: .file())
  var svg: String?

  @Option(
    help: "Height above ground at which the chart ends, as in 3km (default: what holds the coverage, 15 km at most).")
  var chartTop: OptionValue<Length>?

  @Option(help: "Write the chart's lines to this file, as CSV.", completion: .file())
  var chartData: String?

  @Option(help: "Units for reading: metric or aviation (default: the scenario's, else metric).")
  var units: OptionValue<UnitSystem>?

  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    if types.isEmpty { usage.report("name a radar type, or a catalogue file") }
    usage.check("--rcs", rcs)
    usage.check("--pd", pd)
    usage.check("--height", height)
    let far = Length.kilometres(20_000)
    usage.check("--range", range, in: .metres(1)...far, "1 m to 20000 km")
    usage.check("--elevation", elevation, in: .degrees(-90) ... .degrees(90), "an elevation of -90° to 90°")
    usage.check("--tilt", tilt, in: .degrees(-45) ... .degrees(45), "a tilt of -45° to 45°")
    usage.check("--snr", snr)
    usage.check("--rain", rain, in: .zero...RainRate.most, "a rain rate of 0 to 2000 mm/h")
    usage.check("--rain-height", rainHeight, in: .zero ... .kilometres(20), "0 m to 20 km")
    usage.check("--rain-extent", rainExtent, in: .zero...far, "0 m to 20000 km")
    usage.check("--chart-top", chartTop, in: .metres(100) ... .kilometres(100), "100 m to 100 km")
    usage.refuse(with: "--free-space", freeSpace, ["--rain": rain != nil, "--vapour": vapour != nil])
    usage.require("--svg", svg != nil, for: ["--chart-top": chartTop != nil])
    usage.check("--svg", file: svg, ending: "svg")
    usage.check("--chart-data", file: chartData, ending: "csv")
    usage.check("--antenna-height", antennaHeight, in: .zero ... .kilometres(30), "0 m to 30 km")
    usage.check("--site-elevation", siteElevation, in: .metres(-500) ... .kilometres(9), "-500 m to 9 km")
    usage.require("--rain", rain != nil, for: ["--rain-height": rainHeight != nil, "--rain-extent": rainExtent != nil])
    usage.check("--swerling", swerling, in: 0...4)
    usage.check("--pulses", pulses, in: 1...100_000)
    usage.check("--vapour", vapour, in: 0...60)
    usage.check("--k", k)
    usage.check("--format", format)
    usage.check("--units", units)
    usage.check(falseAlarm: pfa)
    if let least = try? pd?.get().values.min(), least <= pfa?.value ?? 0 {
      usage.report("--pd \(least): give one above the probability of false alarm")
    }
  }

  func run() throws {
    var (found, scenarioUnits, factor): ([RadarType], UnitSystem?, Double?) = ([], nil, nil)
    do {
      let loaded = try scenario.map { try Scenario.load(folder: $0, opensTerrain: false) }
      (scenarioUnits, factor) = (loaded?.units, loaded?.effectiveEarthFactor)
      for name in types { found += try read(name, loaded) }
    } catch let error as ExitCode { throw error } catch { throw Console.failure(error) }
    try (units?.get() ?? scenarioUnits ?? .metric).writing { () throws in try answer(found, factor) }
  }

  private func read(_ name: String, _ scenario: Scenario?) throws -> [RadarType] {
    if let type = scenario?.radarTypes.first(where: { $0.id == name }) { return [type] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue else {
      let known = scenario?.radarTypes.map(\.id) ?? []
      let hint = NearestName.hint(for: name, among: known, listing: known)
      throw Console.failure(
        "“\(name)” is neither a catalogue file nor a radar type"
          + (scenario == nil
            ? ": name the scenario whose catalogue has it, --scenario DIR"
            : " of the scenario: \(hint)")
      )
    }
    let catalogue = try RadarCatalogue(file: name)
    Console.warn(catalogue.warnings, unless: quiet.quiet)
    return catalogue.types
  }

  private func answer(_ found: [RadarType], _ factor: Double?) throws {
    let report: RadarReport
    do { report = try RadarReport(found, try question(factor)) } catch { throw Console.failure(error) }
    Console.warn(report.warnings, unless: quiet.quiet)
    if !quiet.quiet { for line in report.omitted { Console.note("note: \(line)") } }
    do {
      if let svg {
        guard let chart = report.svg else { throw Console.failure("there is nothing to draw") }
        try OutputFile.write(chart, to: svg)
      }
      if let chartData { try OutputFile.write(report.coverageTable.csv, to: chartData) }
    } catch { throw Console.failure(error) }
    switch try format.get() {
    case .table: Console.print(report.text)
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }

  private func question(_ factor: Double?) throws -> RadarQuestion {
    var question = RadarQuestion()
    if let rcs { question.crossSections = try rcs.get().sections }
    if let pd { question.detections = try pd.get().values }
    if let height {
      question.heights = try height.get().heights.map { altitude in
        guard case .aboveGround(let height) = altitude else {
          let height = altitude.height(overGroundAt: try siteElevation?.get() ?? .zero)
          return height
        }
        return height
      }
    }
    (question.falseAlarm, question.pulses) = (try pfa?.get(), try pulses?.get())
    question.fluctuation = try swerling.flatMap { TargetFluctuation(rawValue: try $0.get()) }
    question.range = try range?.get()
    question.elevation = try elevation?.get()
    question.signalToNoise = try snr?.get()
    question.chartTop = try chartTop?.get()
    question.isFreeSpace = freeSpace
    question.antennaHeight = try antennaHeight?.get()
    question.ground = try siteElevation?.get() ?? .zero
    question.tilt = try tilt?.get() ?? .zero
    question.earth = EffectiveEarth(k: try k?.get().factor ?? factor ?? EffectiveEarth.standardFactor)
    question.weather = Weather(
      surfaceVapourDensity: try vapour?.get() ?? 7.5, rainRate: try rain?.get().millimetresPerHour ?? 0,
      rainHeight: try rainHeight?.get() ?? .kilometres(5), rainExtent: try rainExtent?.get())
    return question
  }
}
