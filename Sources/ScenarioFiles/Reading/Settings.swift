import Coverage
import Foundation
import Geodesy
import Interception
import Radar
import Response
import Scenario
import Terrain
import Units

/// The keys of scenario.yaml besides the layers.
struct Settings {
  var name = ""
  var description = ""
  var currency: String?
  var units = UnitSystem.metric
  var groundElevation: Length?
  var effectiveEarthFactor = EffectiveEarth.standardFactor
  var target = Target(crossSection: .squareMetres(1), hasTransponder: false)
  var altitudeBands = Scenario.defaultAltitudeBands
  var altitudes: [Length] = []
  var daylight = Daylight(begin: .hours(6), end: .hours(18))
  /// Whether the hours of daylight are stated.
  var hasDaylight = false
  /// The date for the sky.
  var date: CalendarDate?
  /// Local time less UTC; nil where it is not stated.
  var utcOffset: Duration?
  /// Wind and air that assets fly in; nil where the scenario has no such block.
  var flyingWeather: WeatherSettings?
  var alert = AlertChain(confirmation: .seconds(30), decision: .minutes(5))
  var onSceneTime = Duration.minutes(10)
  var assignment: Assignment.Rule?
  var requirements = PlanRequirements()
  var routing: RouteSettings?
  var reach: ReachSettings?
  /// What is stated of refuelling; nil where the scenario has no such block.
  var refuelling: (time: Duration?, mostStops: Int?)?
  var waysOverUnknown = UnknownGround.closed
  /// The keys under `place`; prices are read with all others.
  var siting: Row?
  /// Files of the terrain as written, and how they are read.
  var terrain: (paths: [String], reading: TerrainReading)?
  /// What stands on it; nil for nothing.
  var cover: CoverSettings?
  /// Where ``terrain`` was written.
  var terrainOrigin: Origin
  /// Bands of what is not known; nil when none is stated.
  var doubt: Doubt?
  /// Air and rain for the losses of paths.
  var weather = Weather()
  /// What the maps of a folder supply, for people; nil for nothing.
  var mapsTaken: String?
  /// What was left out, for people.
  var defaultsTaken: [String] = []
  /// The keys of what was left out: `effective_earth_k`, `alert.decision`.
  var defaultedSettings: Set<String> = []

  /// Reads the settings and reports what is wrong with them.
  /// - Parameters:
  ///   - folder: That of the scenario.
  ///   - sites: Where the sites are, for what comes from maps.
  init(_ row: Row, folder: URL, sites: () -> [Position]) {
    typealias F = SettingFields
    terrainOrigin = row.origin(F.terrain)
    row.checkSettings()
    _ = row.required(F.version)
    name = row.required(F.name) ?? ""
    description = row.optional(F.description) ?? ""
    readCurrency(row)
    units = row.optional(F.units) ?? .metric
    if !row.has(F.units) { defaultedSettings.insert(F.units.name) }
    groundElevation = row.optional(F.groundElevation)
    effectiveEarthFactor = take(row, F.effectiveEarth, effectiveEarthFactor) {
      "effective Earth factor k \($0.fixed(4))"
    }
    let crossSection = take(row, F.targetCrossSection, target.crossSection) {
      "target cross-section \($0.crossSectionText)"
    }
    let transponder = take(row, F.targetTransponder, .none) { _ in "target without transponder" }
    target = Target(crossSection: crossSection, transponder: transponder)
    onSceneTime = take(row, F.onSceneTime, onSceneTime) { "time on scene \($0.text)" }
    assignment = row.optional(F.assignment)
    readBands(row)
    if row.has(F.altitudes) { altitudes = lengths(row, F.altitudes, each: F.altitude) ?? [] }
    readDaylight(row)
    readDate(row)
    flyingWeather = flyingWeather(row)
    readAlert(row)
    readDetection(row)
    terrain = Self.terrain(row)
    cover = Self.groundCover(row)
    readAtmosphere(row, folder: folder, sites: sites)
    waysOverUnknown = row.optional(F.waysOverUnknown) ?? waysOverUnknown
    if row.has(F.place) { siting = Self.part(row, F.place, SitingFields.format) }
    readRouting(row)
    readReach(row)
    readRefuelling(row)
    if row.has(F.requirements), let part = Self.part(row, F.requirements, F.requirementsFormat) {
      requirements = PlanRequirements(
        shareDetected: part.optional(F.shareDetected), shareTracked: part.optional(F.shareTracked),
        shareMet: part.optional(F.shareMet))
    }
  }

  /// The stated value, or the default with a note.
  mutating func take<Value>(
    _ row: Row, _ field: Field<Value>, _ fallback: Value, _ show: (Value) -> String
  ) -> Value {
    if !row.has(field) {
      defaultsTaken.append(show(fallback))
      defaultedSettings.insert(row.prefix + field.name)
    }
    return row.optional(field) ?? fallback
  }

  private mutating func readCurrency(_ row: Row) {
    guard let code = row.optional(SettingFields.currency) else { return }
    guard Money.currencies.contains(code.uppercased()) else {
      return row.report(
        .value, SettingFields.currency, "“\(code.prefix(60))” is not an ISO 4217 code",
        NearestName.nearest(to: code, among: Money.currencies).map { NearestName.question([$0]) }
          ?? "as in USD, EUR, PEN")
    }
    currency = code.uppercased()
  }

  private mutating func readBands(_ row: Row) {
    let field = SettingFields.altitudeBands
    guard row.has(field) else {
      defaultedSettings.insert(field.name)
      defaultsTaken.append("altitude bands \(altitudeBands.map(\.heightText).joined(separator: ", ")) above ground")
      return
    }
    altitudeBands = lengths(row, field, each: SettingFields.band) ?? altitudeBands
    if altitudeBands.count > Scenario.mostAltitudeBands {
      row.report(
        .range, field, "has \(altitudeBands.count) heights", "list \(Scenario.mostAltitudeBands) at most")
    }
  }

  /// A list of lengths, ascending; nil after a report.
  private func lengths(_ row: Row, _ field: Field<String>, each: Field<Length>) -> [Length]? {
    guard let tree = row.tree(field) else { return nil }
    guard case .sequence(let items, _) = tree, !items.isEmpty else {
      row.report(.value, field, "is not a list of heights", "write [50 m, 150 m, 300 m]")
      return nil
    }
    var lengths: [Length] = []
    for (number, item) in items.enumerated() {
      var record = Record(cells: [:], origin: Origin(file: row.record.origin.file, line: item.line))
      record.cells[field.name] = Cell(item, file: record.origin.file)
      let cell = Row(record: record, format: SettingFields.format, diagnostics: row.diagnostics)
      guard let length = cell.required(each) else { continue }
      if lengths.contains(length) {
        cell.report(.duplicate, field, "item \(number + 1) repeats \(length.heightText)", "list every height once")
      }
      lengths.append(length)
    }
    return lengths.sorted()
  }

  /// The keys under a key, as a row of their own.
  static func part(_ row: Row, _ field: Field<String>, _ format: LayerFormat) -> Row? {
    guard let tree = row.tree(field) else { return nil }
    guard case .mapping(let pairs, let line) = tree else {
      row.report(.value, field, "is \(tree.kind)", "write \(field.format.type)")
      return nil
    }
    let record = Record(pairs, line: line, file: row.record.origin.file, diagnostics: row.diagnostics)
    let part = Row(record: record, format: format, prefix: field.name + ".", diagnostics: row.diagnostics)
    part.checkSettings()
    return part
  }

  private mutating func readDaylight(_ row: Row) {
    guard row.has(SettingFields.daylight) else {
      defaultedSettings.formUnion(["daylight.begin", "daylight.end"])
      return defaultsTaken.append("daylight 06:00 to 18:00 local time")
    }
    guard let part = Self.part(row, SettingFields.daylight, SettingFields.daylightFormat) else { return }
    let (begin, end) = (part.required(SettingFields.begin), part.required(SettingFields.end))
    guard let begin, let end else { return }
    if begin == end {
      part.report(.range, SettingFields.end, "is the same as begin", "state 00:00 and 24:00 for a day without night")
    }
    daylight = Daylight(begin: begin, end: end)
  }

  private mutating func readAlert(_ row: Row) {
    let part = row.has(SettingFields.alert) ? Self.part(row, SettingFields.alert, SettingFields.alertFormat) : nil
    guard let part else {
      if !row.has(SettingFields.alert) {
        defaultedSettings.formUnion(["alert.confirmation", "alert.decision", "alert.track_memory"])
        defaultsTaken.append("alert chain: confirmation 30 s (three scans of 10 s), decision 5 min, track memory 2 min")
      }
      return
    }
    let confirmation = take(part, SettingFields.confirmation, alert.confirmation) { "confirmation \($0.text)" }
    let decision = take(part, SettingFields.decision, alert.decision) { "decision \($0.text)" }
    let memory = take(part, SettingFields.trackMemory, alert.trackMemory) { "track memory \($0.text)" }
    alert = AlertChain(confirmation: confirmation, decision: decision, trackMemory: memory)
  }

  /// How looks count; without the key they do not.
  private mutating func readDetection(_ row: Row) {
    typealias F = DetectionFields
    guard row.has(SettingFields.detection), let part = Self.part(row, SettingFields.detection, F.format) else { return }
    let usual = DetectionSettings()
    let settings = DetectionSettings(
      probability: take(part, F.probability, usual.probability) { "detection probability \($0.plain)" },
      falseAlarmProbability: take(part, F.falseAlarm, usual.falseAlarmProbability) {
        "false-alarm probability \($0.powerText)"
      },
      fluctuation: take(part, F.fluctuation, usual.fluctuation) { "Swerling \($0.rawValue) targets" },
      track: take(part, F.track, usual.track) { "a track after \($0.hits) of \($0.window) looks" },
      confidence: take(part, F.confidence, usual.confidence) { "detected and tracked with probability \($0.plain)" })
    if settings.probability <= settings.falseAlarmProbability {
      part.report(
        .range, F.probability,
        "\(settings.probability.powerText) is not above the probability of false alarm, "
          + settings.falseAlarmProbability.powerText,
        "state a probability of detection such as 0.8")
    }
    alert.detection = settings
    let losses = LookLosses(
      gases: part.optional(F.gases) ?? false, rain: part.optional(F.rain) ?? false,
      diffraction: part.optional(F.diffraction) ?? false)
    if losses.areCounted { alert.detection?.losses = losses }
  }
}
