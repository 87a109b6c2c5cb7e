public import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Radar
internal import Response
public import Scenario
internal import Terrain
public import Units

extension Scenario {
  /// The largest scenario.yaml that is read. Larger layers belong in files of their own.
  public static let sizeLimit = 4_000_000

  /// Reads and checks a scenario folder.
  ///
  /// Nothing partial is returned: a scenario with any error is
  /// refused, with all its errors.
  /// - Parameters:
  ///   - path: The folder, or the scenario.yaml in it.
  ///   - opensTerrain: Whether the terrain's files must be there and fit; when not, ``terrain`` is nil.
  ///   - cache: Where the cells of packed terrain are kept; nil: they are unpacked for each reading.
  ///   - units: Units of texts for people, those of warnings among them; nil for what the scenario states.
  /// - Returns: The scenario, with its warnings in ``warnings``.
  /// - Throws: ``ScenarioError`` with every problem, each with its file, line or row, field, problem and
  ///   remedy.
  public static func load(
    folder path: String, opensTerrain: Bool = true, cache: FloorCache? = nil, units: UnitSystem? = nil
  ) throws(ScenarioError) -> Scenario {
    try load(folder: path, FileOverlay(), opensTerrain: opensTerrain, cache: cache, units: units)
  }

  /// Reads a scenario some of whose files are those of a draft.
  static func load(
    folder path: String, _ overlay: FileOverlay, opensTerrain: Bool, cache: FloorCache?, units: UnitSystem?
  ) throws(ScenarioError) -> Scenario {
    let diagnostics = Diagnostics()
    let scenario = read(path, overlay, opensTerrain: opensTerrain, cache?.terrain, units, diagnostics)
    let (errors, warnings) = diagnostics.sorted(first: fileName(path))
    if let error = ScenarioError(problems: errors, warnings: warnings) { throw error }
    guard var scenario else {
      throw ScenarioError(ScenarioProblem(.file, at: FaultPlace(file: path), "cannot be read"))
    }
    scenario.warnings = warnings
    scenario.path = path
    return scenario
  }

  private static func read(
    _ path: String, _ overlay: FileOverlay, opensTerrain: Bool, _ cache: TerrainCache?, _ units: UnitSystem?,
    _ diagnostics: Diagnostics
  ) -> Scenario? {
    guard let (folder, file, text) = overlay.main ?? source(path, diagnostics) else { return nil }
    let tree: YAMLTree
    do { tree = try YAMLTree.parse(text) } catch {
      diagnostics.error(.syntax, at: Origin(file: file, line: error.line), error.problem, error.remedy ?? "")
      return nil
    }
    guard case .mapping(let pairs, let line) = tree else {
      diagnostics.error(
        .syntax, at: Origin(file: file, line: tree.line), "holds \(tree.kind), not the keys of a scenario",
        "begin with the line atalaya: 1; atalaya init writes an example")
      return nil
    }
    return (units ?? stated(pairs) ?? .metric).writing {
      var scenario = read(
        pairs, line: line, file: file, folder: folder, overlay, opensTerrain: opensTerrain, cache, diagnostics)
      if let units { scenario?.units = units }
      return scenario
    }
  }

  /// The units that scenario.yaml states; nil where it states none, or none that there are.
  private static func stated(_ pairs: [YAMLTree.Pair]) -> UnitSystem? {
    guard
      case .scalar(let text, _)? = pairs.first(where: { Record.normalized($0.key) == SettingFields.units.name })?.value
    else { return nil }
    return UnitSystem(rawValue: text.trimmed.lowercased())
  }

  private static func read(
    _ pairs: [YAMLTree.Pair], line: Int, file: String, folder: URL, _ overlay: FileOverlay, opensTerrain: Bool,
    _ cache: TerrainCache?, _ diagnostics: Diagnostics
  ) -> Scenario? {
    let record = Record(pairs, line: line, file: file, diagnostics: diagnostics)
    let layersTree = pairs.first { Record.normalized($0.key) == SettingFields.layers.name }?.value
    let source = LayerSource(folder: folder, file: file, overlay: overlay, diagnostics: diagnostics)
    let layers = source.readAll(layersTree)
    let settings = Settings(
      Row(record: record, format: SettingFields.format, diagnostics: diagnostics), folder: folder
    ) {
      // What is wrong with the sites is reported when they are read.
      let decoder = Decoder(layers: layers, currency: nil, folder: folder, diagnostics: Diagnostics())
      return decoder.sites(decoder.radarTypes(nil)).values.map(\.position)
    }
    let terrainSource = settings.terrain.map { terrain in
      TerrainSource(
        paths: terrain.paths,
        resolvedPaths: terrain.paths.map { URL(fileURLWithPath: $0, relativeTo: folder).path },
        reading: terrain.reading, folder: folder.path)
    }
    let terrain =
      opensTerrain
      ? terrainSource.flatMap {
        Decoder.open($0, folder: folder, overlay, cache: cache, at: settings.terrainOrigin, diagnostics)
      } : nil
    let decoder = Decoder(
      layers: layers, currency: settings.currency, folder: folder, diagnostics: diagnostics)
    var scenario = decoder.scenario(settings, origin: Origin(file: file), terrain: terrain)
    scenario.terrainSource = terrainSource
    scenario.groundCover = decoder.groundCover(settings.cover, of: &scenario, folder: folder)
    let coverOrigin = settings.cover?.origin ?? layers[CoverFields.layer.key]?.origin ?? Origin(file: file)
    scenario.terrain = decoder.covered(terrain, by: scenario.groundCover, at: coverOrigin)
    scenario.letAssetsFlyRoutes(cache: cache)
    if scenario.groundCover != nil, terrainSource == nil {
      diagnostics.warning(
        .incomplete, at: coverOrigin, field: SettingFields.groundCover.name,
        "counts over terrain only, and there is none",
        "name terrain, or take ground_cover away")
    }
    scenario.layerFiles = LayerFile.all(in: layersTree)
    return scenario
  }

  private static func fileName(_ path: String) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue ? URL(fileURLWithPath: path).lastPathComponent : "scenario.yaml"
  }

  /// The folder, the name and the text of scenario.yaml; nil after a report.
  static func source(_ path: String, _ diagnostics: Diagnostics) -> (URL, String, String)? {
    func fail(_ what: String, _ remedy: String = "") -> (URL, String, String)? {
      diagnostics.error(.file, at: Origin(file: path), what, remedy)
      return nil
    }
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard !path.contains("\0"), manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      return fail("does not exist", "name a scenario’s folder; atalaya init DIR writes one to start from")
    }
    let given = URL(fileURLWithPath: path)
    let url = isFolder.boolValue ? given.appendingPathComponent("scenario.yaml") : given
    let resolved = url.resolvingSymlinksInPath()
    guard let attributes = try? manager.attributesOfItem(atPath: resolved.path) else {
      let names = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter {
        $0.hasSuffix(".yml") || $0.hasSuffix(".yaml")
      }
      return fail(
        "holds no scenario.yaml",
        names.isEmpty
          ? "atalaya init DIR writes one to start from"
          : "name it scenario.yaml: \(names.sorted().joined(separator: ", "))")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      return fail("scenario.yaml is not an ordinary file")
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= sizeLimit else {
      return fail(
        "scenario.yaml has \(size / 1_000_000) MB; up to \(sizeLimit / 1_000_000) MB are read",
        "is it the right file? Large layers belong into files of their own")
    }
    do {
      let text = try InputFile.text(of: resolved.path, limit: sizeLimit)
      return (url.deletingLastPathComponent(), url.lastPathComponent, text)
    } catch {
      return fail("scenario.yaml \(error.problem)", error.remedy ?? "")
    }
  }
}

extension LayerSource {
  /// All layers by key.
  func readAll(_ tree: YAMLTree?) -> [String: RecordLayer] {
    var result: [String: RecordLayer] = [:]
    switch tree {
    case nil, .null: return [:]
    case .mapping(let pairs, _):
      let known = LayerFormat.all.map(\.key)
      for (key, line, value) in pairs {
        guard let format = LayerFormat.all.first(where: { $0.key == Record.normalized(key) }) else {
          diagnostics.error(
            .unknownField, at: Origin(file: file, line: line), field: "layers.\(key)", "is not a layer",
            NearestName.hint(for: key, among: known))
          continue
        }
        result[format.key] = read(format, value, line: line)
      }
    case .scalar(_, let line), .sequence(_, let line):
      diagnostics.error(
        .syntax, at: Origin(file: file, line: line), field: "layers", "is not a set of keys",
        "write one key per layer, as in sites: sites.csv")
    }
    return result
  }
}

extension Decoder {
  /// The whole scenario; of use only when nothing was wrong.
  func scenario(_ settings: Settings, origin: Origin, terrain: Terrain?) -> Scenario {
    let types = radarTypes(settings.alert.detection)
    let sites = overriding(sites(types))
    let illuminators = illuminators()
    let aircraft = aircraft()
    let bases = bases()
    let refuellingPlaces = refuellingPlaces(usual: settings.refuelling?.time ?? MissionSupport.usualRefuelling)
    let handOverPlaces = handOverPlaces()
    let assets = assets(bases, aircraft, handOverPlaces)
    let measures = measures(bases, aircraft, assets, handOverPlaces)
    let purchases = purchases(sites, types, measures)
    let strips = strips()
    let routes = routes()
    let flights = flights(aircraft, strips, routes)
    var scenario = Scenario(
      name: settings.name, description: settings.description, effectiveEarthFactor: settings.effectiveEarthFactor,
      coverageTarget: settings.target, altitudeBands: settings.altitudeBands, daylight: settings.daylight,
      alertChain: settings.alert, onSceneTime: settings.onSceneTime, radarTypes: types.values, sites: sites.values,
      purchases: purchases, aircraft: aircraft.values, bases: bases.values, assets: assets.values,
      strips: strips.values, flights: flights.values, border: border())
    scenario.illuminators = illuminators.values
    scenario.demandPoints = demandPoints().values
    scenario.reach = settings.reach
    scenario.doubt = settings.doubt
    scenario.weather = settings.weather
    scenario.mapsTaken = settings.mapsTaken
    if let spread = settings.doubt?.crossSectionSpread {
      for index in scenario.flights.indices {
        scenario.flights[index].target.crossSection = scenario.flights[index].target.crossSection / spread.ratio
      }
    }
    scenario.region = region()
    scenario.measures = measures.values
    scenario.routes = routes.values.map { route in
      Scenario.Route(
        id: route.id, points: route.points.map { .init(position: $0.position, altitude: $0.altitude) })
    }
    scenario.regionCount = layers["region"]?.records.count ?? 0
    scenario.altitudes = settings.altitudes
    scenario.units = settings.units
    scenario.requirements = settings.requirements
    scenario.waysOverUnknown = settings.waysOverUnknown
    scenario.siting = siting(settings.siting, purchases)
    scenario.defaultsTaken = settings.defaultsTaken
    scenario.defaultedSettings = settings.defaultedSettings
    scenario.isGroundElevationDefault = settings.groundElevation == nil
    scenario.groundElevation = settings.groundElevation ?? scenario.lowestElevation
    if scenario.isGroundElevationDefault {
      scenario.defaultedSettings.insert(SettingFields.groundElevation.name)
      scenario.defaultsTaken.insert("ground elevation \(scenario.groundElevation.heightText) above sea level", at: 0)
    }
    scenario.assignment = settings.assignment ?? .firstCome
    if settings.assignment == nil { scenario.defaultedSettings.insert(SettingFields.assignment.name) }
    scenario.pursuitAreas = pursuitAreas()
    scenario.routing = routing(settings, origin: origin)
    checkPursuitAreas(scenario)
    addRefuelling(settings, refuellingPlaces, handOverPlaces, to: &scenario, origin: origin)
    scenario.letAssetsRefuel()
    addConditions(settings, to: &scenario, origin: origin)
    scenario.letAssetsFlyInWeather()
    countFlyableHours(bases, in: &scenario)
    checkLosses(scenario, origin: origin)
    SensorChecks(
      scenario: scenario, types: types, sites: sites, illuminators: illuminators, origin: origin,
      hasTerrain: settings.terrain != nil, diagnostics: diagnostics
    ).run()
    ScenarioChecks(
      scenario: scenario, sites: sites, bases: bases, stops: (refuellingPlaces, handOverPlaces), strips: strips,
      aircraft: aircraft, routes: routes,
      flights: flights,
      terrain: terrain, terrainOrigin: settings.terrainOrigin, origin: origin, diagnostics: diagnostics
    ).run()
    return scenario
  }

  /// The region of interest; nil without one.
  private func region() -> RegionOfInterest? {
    guard let layer = layers["region"], !layer.records.isEmpty else { return nil }
    let polygons = layer.records.flatMap { record -> PolygonOverlay.Polygons in
      if case .polygons(let polygons) = record.geometry { return polygons }
      if !record.isGeometryBroken {
        diagnostics.error(
          .position, at: record.origin, field: "geometry", "is not a polygon",
          "a region of interest comes from a layer of polygons")
      }
      return []
    }
    do { return polygons.isEmpty ? nil : try RegionOfInterest(of: polygons) } catch {
      diagnostics.error(
        .position, at: layer.records[0].origin, field: "geometry", "cannot be put together: \(error.problem)",
        "repair polygons that cross themselves, for instance with ogr2ogr -makevalid")
      return nil
    }
  }

  /// The areas in which flights are not pursued.
  private func pursuitAreas() -> [PursuitArea] {
    guard let layer = layers[LayerFormat.closedAreas.key] else { return [] }
    return layer.records.flatMap { record -> [PursuitArea] in
      if case .polygons(let polygons) = record.geometry { return polygons.map { PursuitArea($0) } }
      if !record.isGeometryBroken {
        diagnostics.error(
          .position, at: record.origin, field: "geometry", "is not a polygon",
          "areas closed to pursuit come from a layer of polygons")
      }
      return []
    }
  }

  /// Warns of areas so far away that their coordinates are swapped.
  private func checkPursuitAreas(_ scenario: Scenario) {
    let places =
      scenario.bases.map(\.position) + scenario.strips.map(\.position)
      + scenario.flights.flatMap { ($0.inbound + $0.outbound).map(\.position) }
    guard let layer = layers[LayerFormat.closedAreas.key], !places.isEmpty else { return }
    let farthest = Length.kilometres(2000)
    for area in scenario.pursuitAreas {
      guard let corner = area.rings.first?.first else { continue }
      let nearest = places.map { Ellipsoid.wgs84.distance(from: $0, to: corner) }.min() ?? .zero
      guard nearest > farthest else { continue }
      diagnostics.warning(
        .position, at: layer.origin, field: layer.format.key,
        "holds an area \(nearest.text) from all bases, strips and flights",
        "are latitude and longitude swapped? GeoJSON has the longitude first")
    }
  }

  /// The lines of the border, rings of polygons included.
  private func border() -> [[Position]] {
    guard let layer = layers["border"] else { return [] }
    return layer.records.flatMap { record -> [[Position]] in
      switch record.geometry {
      case .lines(let lines): return lines
      case .polygons(let polygons): return polygons.flatMap { $0 }
      case nil where record.isGeometryBroken: return []
      case nil, .point:
        diagnostics.error(
          .position, at: record.origin, field: "geometry", "is neither a line nor a polygon",
          "a border comes from a layer of lines or polygons")
        return []
      }
    }
  }
}

extension Scenario {
  /// The lowest elevation that a site, a strip or a base states, so that no antenna loses its height; zero when none does.
  var lowestElevation: Length {
    (sites.map(\.elevation) + strips.map(\.elevation) + bases.map(\.elevation)).compactMap { $0 }.min() ?? .zero
  }
}
