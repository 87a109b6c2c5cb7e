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
      list, of which FILE#ID or --type-id ID takes one. Several types stand side by side, in the tables and in the chart. `atalaya radar tps-70` is short for \
      `atalaya radar type tps-70`.

      A type is calibrated on what the catalogue promises, detection_range for reference_rcs at detection_probability, or on \
      the range equation when it states peak_power, pulse_width, transmit_gain, frequency, noise and losses instead. What it \
      does not state is assumed, and listed. Gas loss (ITU-R P.676-13) and rain (P.838-3) are counted along the path when the \
      type states its frequency, in the air and rain of --scenario where it states some. The ground is smooth: terrain and \
      diffraction are not counted. With --surface, the sea or flat land before the radar reflects, and lobes are: a target is \
      then seen farther on a lobe and not between two. Plans, floors and flights count no lobes.

      With --scenario k is its own, of a band the median; plans count the worst. A receiver of what aircraft transmit (adsb, \
      multilateration) has a one-way link instead of looks: its budget and how far it hears are listed.

      A passive type is bistatic: its tables are those of an illuminator at its own place, and with --scenario its baselines \
      are listed, with how far it sees by each.

      The budget is at --range and --elevation, by default at the range of the middle of the --pd on the axis of the beam, for \
      the middle one of the --rcs.

      Examples:
        atalaya radar tps-70 --scenario GeoData/vraem
        atalaya radar catalogue.csv --rcs 2m2 --pd 0.8 --rain 20mm/h
        atalaya radar catalogue.csv#tps-70
        atalaya radar tps-70 fap-lr --scenario GeoData/vraem --svg coverage.svg
        atalaya radar type.yaml --range 150km --rcs 1m2 --format json

      Exit code: 0 done; 1 a catalogue or the scenario cannot be read, or nothing can be computed; 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("Ids of types, or catalogue files.", valueName: "type"), completion: .file())
  var types: [String] = []

  @Option(
    name: [.customLong("type-id"), .customLong("type")],
    help: "The id of a type in the catalogue files; may be repeated (default: all of them).")
  var type: [String] = []

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

  @Option(
    help: "Heights of targets above the ground, as in 150m,1km, or flight levels, as in FL100 (default: 50 m to 10 km)."
  )
  var height: OptionValue<FlownHeights>?

  @Option(help: "Slant range of the loss budget: 150km.")
  var range: OptionValue<Length>?

  @Option(help: "Elevation angle of the loss budget: 1deg (default: the axis of the beam).")
  var elevation: OptionValue<Angle>?

  @Option(help: "Signal-to-noise ratio of one pulse whose range is printed as well: 13dB.")
  var snr: OptionValue<Decibels>?

  @OptionGroup var weather: WeatherOptions

  @Option(help: "Length of a ray in the rain at most (default: all of it below the rain height).")
  var rainExtent: OptionValue<Length>?

  @OptionGroup var maps: MapOptions

  @Option(help: "With --itu-maps: the radar's place, in any notation of `atalaya locate`.")
  var at: String?

  @Option(help: "What reflects before the radar, sea or land: counts lobes (default: nothing).")
  var surface: OptionValue<ReflectingSurface.Kind>?

  @Option(help: "With --surface sea: the state of the sea, Douglas 0 to 9 (default: 3).")
  var seaState: OptionValue<Int>?

  @Option(help: "With --surface: the root mean square of its heights, as in 0.2m, in place of a state of the sea.")
  var rmsHeight: OptionValue<Length>?

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
    weather.check(&usage)
    usage.check("--rain-extent", rainExtent, in: .zero...far, "0 m to 20000 km")
    usage.check("--chart-top", chartTop, in: .metres(100) ... .kilometres(100), "100 m to 100 km")
    usage.refuse(
      with: "--free-space", freeSpace, [(key: "--rain", value: weather.rain != nil)] + Array(weather.air.given))
    maps.check(&usage, rain: weather.rain != nil)
    usage.require("--itu-maps", maps.ituMaps != nil, for: ["--at": at != nil])
    usage.require("--at", at != nil, for: ["--itu-maps": maps.ituMaps != nil])
    if let at {
      do { _ = try Position(parsing: at) } catch { usage.report("--at: \(NegativeArguments.plain("\(error)"))") }
    }
    usage.refuse(with: "--free-space", freeSpace, ["--itu-rain": maps.ituRain])
    usage.check("--surface", surface)
    usage.check("--sea-state", seaState, in: ReflectingSurface.seaStates)
    usage.check("--rms-height", rmsHeight, in: .zero ... .metres(100), "0 m to 100 m")
    usage.require("--surface", surface != nil, for: ["--rms-height": rmsHeight != nil])
    usage.require("--surface sea", surface?.value == .sea, for: ["--sea-state": seaState != nil])
    usage.refuse(with: "--sea-state", seaState != nil, ["--rms-height": rmsHeight != nil])
    usage.require("--svg", svg != nil, for: ["--chart-top": chartTop != nil])
    usage.check("--svg", file: svg, ending: "svg")
    usage.check("--chart-data", file: chartData, ending: "csv")
    usage.check("--antenna-height", antennaHeight, in: .zero ... .kilometres(30), "0 m to 30 km")
    usage.check("--site-elevation", siteElevation, in: .metres(-500) ... .kilometres(9), "-500 m to 9 km")
    usage.require(
      "--rain, --itu-rain or --scenario", weather.rain != nil || maps.ituRain || scenario != nil,
      for: ["--rain-height": weather.rainHeight != nil, "--rain-extent": rainExtent != nil])
    if let height = try? height?.get(), let ground = try? siteElevation?.get() ?? .zero {
      for altitude in height.heights where altitude.height(overGroundAt: ground) < .zero {
        usage.report(
          "--height: \(altitude.height(overGroundAt: ground).magnitude.heightText) below the ground at "
            + "\(ground.heightText); name heights above it")
      }
    }
    usage.check("--swerling", swerling, in: 0...4)
    usage.check("--pulses", pulses, in: 1...100_000)
    usage.check("--k", k)
    usage.check("--format", format)
    usage.check("--units", units)
    usage.check(falseAlarm: pfa)
    let asked = try? pd?.get().values.min()
    if let least = asked ?? (pd == nil ? RadarQuestion().detections.min() : nil), least <= pfa?.value ?? 0 {
      usage.report(
        pd == nil
          ? "--pfa \(pfa?.text ?? ""): give one below \(least.powerText), the least --pd, or give --pd"
          : "--pd \(least.powerText): give one above the probability of false alarm")
    }
  }

  func run() throws {
    let loaded: Scenario?
    do { loaded = try scenario.map { try Scenario.load(folder: $0, opensTerrain: false) } } catch {
      throw Console.failure(error)
    }
    var (found, hasFailed): ([RadarType], Bool) = ([], false)
    for name in types {
      // Every name that is wrong is reported before the command ends.
      do { found += try read(name, loaded) } catch is ExitCode { hasFailed = true } catch {
        _ = Console.failure(error)
        hasFailed = true
      }
    }
    for id in type where !hasFailed && !found.contains(where: { $0.id == id }) {
      let files = types.joined(separator: ", ")
      let known = types.flatMap { (try? RadarCatalogue(file: $0))?.types.map(\.id) ?? [] }
      _ = Console.failure("\(files) has no radar type “\(id)”: \(NearestName.choices(for: id, among: known))")
      hasFailed = true
    }
    if hasFailed { throw ExitCode.failure }
    try (units?.get() ?? loaded?.units ?? .metric).writing { () throws in try answer(found, loaded) }
  }

  private func read(_ name: String, _ scenario: Scenario?) throws -> [RadarType] {
    if let type = scenario?.radarTypes.first(where: { $0.id == name }) { return [type] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue else {
      let known = scenario?.radarTypes.map(\.id) ?? []
      let hint = NearestName.hint(for: name, among: known, listing: known)
      if let (file, id) = Self.parts(of: name) { return [try Self.pick(id, in: try catalogue(file), of: file)] }
      if scenario == nil, name.contains("."), !FileManager.default.fileExists(atPath: name) {
        throw Console.failure("\(name): there is no such catalogue file")
      }
      throw Console.failure(
        "“\(name)” is neither a catalogue file nor a radar type"
          + (scenario == nil
            ? ": name the scenario whose catalogue has it, --scenario DIR"
            : " of the scenario: \(hint)")
      )
    }
    let found = try catalogue(name)
    guard !type.isEmpty else { return found }
    // What no file has is reported once all are read.
    return found.filter { type.contains($0.id) }
  }

  private func catalogue(_ path: String) throws -> [RadarType] {
    let catalogue = try RadarCatalogue(file: path)
    Console.warn(catalogue.warnings, unless: quiet.quiet)
    return catalogue.types
  }

  /// A file and the id behind its last `#`; nil for a text that names no file so.
  private static func parts(of name: String) -> (file: String, id: String)? {
    guard let mark = name.lastIndex(of: "#") else { return nil }
    let (file, id) = (String(name[..<mark]), String(name[name.index(after: mark)...]))
    var isFolder: ObjCBool = false
    guard !id.isEmpty, FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
      return nil
    }
    return (file, id)
  }

  private static func pick(_ id: String, in types: [RadarType], of file: String) throws -> RadarType {
    if let type = types.first(where: { $0.id == id }) { return type }
    throw Console.failure("\(file) has no radar type “\(id)”: \(NearestName.choices(for: id, among: types.map(\.id)))")
  }

  private func answer(_ found: [RadarType], _ scenario: Scenario?) throws {
    let report: RadarReport
    do {
      // A catalogue's contradictions are reported with their rows as it is read.
      let isOfFiles = scenario == nil
      report = try RadarReport(found, try question(scenario), hasToldContradictions: isOfFiles)
    } catch { throw Console.failure(error) }
    Console.warn(report.warnings, unless: quiet.quiet)
    if svg != nil { Console.warn([report.chartWarning].compactMap(\.self), unless: quiet.quiet) }
    if !quiet.quiet {
      if !report.isEmpty { for line in report.omitted { Console.note("note: \(line)") } }
      if rcs != nil, found.contains(where: { !$0.kind.rule.needsReference }) {
        Console.note("note: --rcs has no effect on radars of replies")
      }
    }
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

  private func question(_ scenario: Scenario?) throws -> RadarQuestion {
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
    if let scenario {
      if k == nil { question.bands = RadarQuestion.medianText(of: scenario) }
      let sections = question.crossSections
      question.baselines = BistaticBaseline.all(of: scenario, for: sections[sections.count / 2])
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
    question.earth = EffectiveEarth(
      k: try k?.get().factor ?? scenario?.statedEarthFactor ?? EffectiveEarth.standardFactor)
    var usual = scenario?.weather ?? Weather()
    if let at,
      let figures = try maps.fill(
        &usual, at: try Position(parsing: at), beside: weather, scenario, wantsFactor: k == nil)
    {
      if let factor = figures.factor { question.earth = EffectiveEarth(k: factor) }
      if !quiet.quiet { Console.note("note: by the ITU’s maps: \(figures.text)") }
    }
    question.weather = try weather.weather(in: usual)
    question.weather.rainExtent = try rainExtent?.get() ?? question.weather.rainExtent
    question.surface = try surface.map { surface in
      let kind = try surface.get()
      if let rms = try rmsHeight?.get() { return ReflectingSurface(kind, rmsHeight: rms) }
      return kind == .sea ? .sea(state: try seaState?.get() ?? 3) : ReflectingSurface(.land)
    }
    return question
  }
}
