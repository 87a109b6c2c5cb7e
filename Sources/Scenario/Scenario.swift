public import Coverage
public import Geodesy
public import Interception
public import Radar
public import Response
public import Terrain
public import Units

/// A validated scenario: everything a plan needs, with every reference resolved.
public struct Scenario: Sendable {
  /// The path it was loaded from, as the caller named it; nil for one built in code.
  public var path: String?
  /// Name for people.
  public var name: String
  /// What it is about; empty when not stated.
  public var description: String
  /// Elevation of the smooth Earth's ground above mean sea level.
  public var groundElevation: Length
  /// Whether ``groundElevation`` is the default, the lowest that the scenario states.
  public var isGroundElevationDefault: Bool
  /// Effective Earth radius factor.
  public var effectiveEarthFactor: Double
  /// Within which bands refraction, terrain and targets are known; nil when the scenario states none. With bands,
  /// ``effectiveEarthFactor`` and the cross-sections of targets are the worst of them.
  public var doubt: Doubt?
  /// Air and rain for the losses of paths.
  public var weather = Weather()
  /// What of the air comes from digital maps of the ITU, for people; nil for nothing.
  public var mapsTaken: String?
  /// Radar cross-section for coverage figures that belong to no flight.
  public var coverageTarget: Target
  /// Heights above ground for coverage figures.
  public var altitudeBands: [Length]
  /// Altitudes above mean sea level for coverage figures in addition to those above ground; none by default.
  public var altitudes: [Length] = []
  /// Hours of daylight.
  public var daylight: Daylight
  /// The date on which the sky is asked for Sun and Moon; nil when the scenario states none.
  public var date: CalendarDate?
  /// Local time less UTC; nil when no date is stated.
  public var utcOffset: Duration?
  /// The wind by altitude and time of day; nil when the scenario states none.
  public var wind: WindProfile?
  /// Temperature, humidity and pressure by altitude and time of day; nil when the scenario states none.
  public var air: AirProfile?
  /// What of wind and air comes from a file of levels, for people; nil for nothing.
  public var weatherTaken: String?
  /// Which aircraft goes to which flight where flights compete.
  public var assignment = Assignment.Rule.firstCome
  /// Areas in which flights are not pursued.
  public var pursuitAreas: [PursuitArea] = []
  /// Delays between echo and order.
  public var alertChain: AlertChain
  /// Time a responding aircraft spends at the strip before it flies back, for endurance.
  public var onSceneTime: Duration

  /// Radar catalogue, in the order of the file.
  public var radarTypes: [RadarType]
  /// Sites, with and without radars.
  public var sites: [Site]
  /// Transmitters of others whose echoes passive sensors receive.
  public var illuminators: [Illuminator] = []
  /// Named purchases.
  public var purchases: [Purchase]
  /// Aircraft catalogue.
  public var aircraft: [Aircraft]
  /// Bases.
  public var bases: [Base]
  /// Assets at the bases.
  public var assets: [Asset]
  /// Strips and other places to reach.
  public var strips: [Strip]
  /// Places that count when they are reached.
  public var demandPoints: [DemandPoint] = []
  /// How responses are routed over the terrain; nil: they fly straight.
  public var routing: RouteSettings?
  /// Where and how aircraft refuel on their way; nil: from their base alone.
  public var refuelling: RefuellingSettings?
  /// Places where assets may hand over whom they carry, besides bases.
  public var handOverPlaces: [StopPlace] = []
  /// What a plan says of the reach of its assets; nil where it says nothing of it.
  public var reach: ReachSettings?
  /// Expected flights.
  public var flights: [Flight]
  /// The border, as lines; empty when none is given.
  public var border: [[Position]]
  /// The region of interest, of which coverage is reported as well; nil when none is given.
  public var region: RegionOfInterest?

  /// The source of the terrain; nil when the scenario names none.
  public var terrainSource: TerrainSource?
  /// The terrain; nil when the scenario names none. Only the headers of its files have been read.
  public var terrain: Terrain?
  /// What stands on the ground of the terrain; nil for nothing. ``terrain`` has it.
  public var groundCover: GroundCover?
  /// Layers in files of their own, in the order of scenario.yaml.
  public var layerFiles: [LayerFile] = []

  /// The routes, those that no flight uses included.
  public var routes: [Route] = []
  /// Number of routes, including those that no flight uses.
  public var routeCount: Int { routes.count }
  /// Number of polygons in the region of interest.
  public var regionCount = 0

  /// Measures that a budget can buy in addition to radars; a plan takes none of them.
  public var measures: [Measure] = []
  /// Requirements on the plan; none by default.
  public var requirements = PlanRequirements()
  /// Whether least-observed routes may cross unknown ground, unless the question says.
  public var waysOverUnknown = UnknownGround.closed
  /// Defaults of `atalaya place`.
  public var siting = SitingSettings()

  /// The units of outputs for people.
  public var units = UnitSystem.metric
  /// Warnings about the scenario, in the order of the files.
  public var warnings: [ScenarioProblem] = []
  /// The settings that scenario.yaml omits and their defaults, for people: `daylight 06:00 to 18:00`.
  public var defaultsTaken: [String] = []
  /// The same settings by key: `effective_earth_k`, `alert.decision`.
  public var defaultedSettings: Set<String> = []

  /// How looks count; nil where an aircraft in view is seen.
  public var detection: DetectionSettings? { alertChain.detection }
  /// The targets that radars look for: those of coverage and flights, and where looks count, these as far as a radar shows
  /// anything.
  package var soughtTargets: [Target] {
    let targets = [coverageTarget] + flights.map(\.target)
    return targets + (detection == nil ? [] : targets.map(\.boundless))
  }

  /// Creates a scenario without warnings. The caller must ensure that ids are unique and routes have two or more points.
  public init(
    name: String, description: String = "", groundElevation: Length = .zero, isGroundElevationDefault: Bool = false,
    effectiveEarthFactor: Double = EffectiveEarth.standardFactor,
    coverageTarget: Target = Target(crossSection: .squareMetres(1), hasTransponder: false),
    altitudeBands: [Length] = Scenario.defaultAltitudeBands,
    daylight: Daylight = Daylight(begin: .hours(6), end: .hours(18)),
    alertChain: AlertChain = AlertChain(confirmation: .seconds(30), decision: .minutes(5)),
    onSceneTime: Duration = .minutes(10), radarTypes: [RadarType] = [], sites: [Site] = [], purchases: [Purchase] = [],
    aircraft: [Aircraft] = [], bases: [Base] = [], assets: [Asset] = [], strips: [Strip] = [], flights: [Flight] = [],
    border: [[Position]] = []
  ) {
    self.name = name
    self.description = description
    self.groundElevation = groundElevation
    self.isGroundElevationDefault = isGroundElevationDefault
    self.effectiveEarthFactor = effectiveEarthFactor
    self.coverageTarget = coverageTarget
    self.altitudeBands = altitudeBands
    self.daylight = daylight
    self.alertChain = alertChain
    self.onSceneTime = onSceneTime
    self.radarTypes = radarTypes
    self.sites = sites
    self.purchases = purchases
    self.aircraft = aircraft
    self.bases = bases
    self.assets = assets
    self.strips = strips
    self.flights = flights
    self.border = border
  }

  /// The heights above ground for which coverage is reported when a scenario names none.
  public static let defaultAltitudeBands: [Length] = [50, 150, 300, 600, 1500].map { .metres($0) }
  /// How many altitude bands a scenario may have: rasters number them in a byte, and each has a colour of its own.
  public static let mostAltitudeBands = 100
}
