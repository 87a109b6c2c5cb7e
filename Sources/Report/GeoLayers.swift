public import Coverage
public import GeoFiles
internal import Geodesy
public import Interception
public import Planning
public import Response
public import Scenario
public import Units

/// The map of a plan: what its GeoPackage, GeoJSON and KML files show.
///
/// Coverage polygons are for display; the areas given with them are exact, on the ellipsoid.
public struct GeoLayers: Sendable {
  /// What was planned.
  public let scenario: Scenario
  /// The radars of the plan, those it buys included.
  public let stations: [RadarStation]
  /// What they see.
  public let coverage: CoverageSummary
  /// What becomes of each flight.
  public let flights: [FlightWindows]
  /// How long each asset takes to each strip; may be empty.
  public let responses: [ResponseTime]
  /// What the network sees along the way of each flight over terrain; may be empty.
  public let routes: [[RouteFloor]]
  /// The radars to buy that the plan proposes; nil when it was not asked.
  public let proposed: OutputLayer?
  /// The least-observed routes; nil when they were not asked for.
  public let leak: Leak?
  /// What was computed over terrain; nil without.
  let terrain: PlanTerrain?
  /// The shapes of ``coverage``, band by band.
  let shapes: [CoverageShapes]

  /// The map of a plan.
  /// - Parameter terrain: What was computed over terrain; nil: shapes are the unions of the rings.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  package init(
    scenario: Scenario, stations: [RadarStation], coverage: CoverageSummary, flights: [FlightWindows],
    responses: [ResponseTime] = [], routes: [[RouteFloor]] = [], proposed: OutputLayer? = nil,
    leak: Leak? = nil, over terrain: PlanTerrain? = nil
  ) throws(GeoFileError) {
    self.scenario = scenario
    self.stations = stations
    self.coverage = coverage
    self.flights = flights
    self.responses = responses
    self.routes = routes
    self.proposed = proposed
    self.leak = leak
    self.terrain = terrain
    shapes = try CoverageShapes.all(of: coverage, over: terrain?.picture?.masks)
  }

  /// The map of a plan.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  public init(_ plan: Plan) throws(GeoFileError) {
    try self.init(
      scenario: plan.scenario, stations: plan.network.stations, coverage: plan.coverage, flights: plan.flights,
      responses: plan.responses, routes: plan.terrain?.routes ?? [],
      proposed: plan.placement.map { SitingReport($0).layer }, leak: plan.leak, over: plan.terrain)
  }

  /// Every layer, in the order of the file: `rings`, `network`, `radars`, `bases`, `strips`, `candidate_sites`, `routes`,
  /// `detections`, `border`, `no_pursuit`, `restricted_areas`, `demand_points` and `illuminators` when there are any,
  /// `response_routes` where responses fly routes, `refuelling_places`, `hand_over_places` and `response_legs` where there are any,
  /// over terrain `route_floors`, `purchases` when the plan proposes some, and, when least-observed routes were asked for, `ways`
  /// and, with radars that could close them, `candidates`.
  public var layers: [OutputLayer] {
    [rings, network, radars, bases, strips, candidateSites, ways, detections, border]
      + areaLayers + (scenario.illuminators.isEmpty ? [] : [illuminators])
      + (scenario.routing == nil ? [] : [responseRoutes])
      + missionLayers + (routes.allSatisfy(\.isEmpty) ? [] : [routeFloors]) + [proposed].compactMap(\.self)
      + (leak.map { LeakReport($0).layers } ?? [])
  }

  /// Writes every layer to a GeoPackage, with the styles by which QGIS draws them.
  public func writeGeoPackage(to path: String) throws(GeoFileError) {
    try VectorFile.write(layers + [styleTable], to: path, format: .geoPackage)
  }

  /// Writes rings and network to one GeoJSON file (RFC 7946); the property `kind` distinguishes them. Radars that see
  /// nothing in a band have no ring there.
  public func writeGeoJSON(to path: String) throws(GeoFileError) {
    try VectorFile.write([coverageCollection], to: path, format: .geoJSON)
  }

  /// Writes everything to a styled KML file.
  public func writeKML(to path: String) throws(GeoFileError) {
    try OutputFile.write(kml, to: path)
  }
}
