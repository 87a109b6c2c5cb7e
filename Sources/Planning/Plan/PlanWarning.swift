public import Coverage
public import Scenario
public import Units

/// Something that the reader of a plan has to bear in mind: a limit of the models, or what its scenario leaves in doubt.
public struct PlanWarning: Sendable, Hashable, CustomStringConvertible {
  /// Kinds of warnings, for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Coverage is for a smooth Earth.
    case smoothEarth
    /// Sites lie below the smooth ground.
    case lowSites
    /// Sites lie well above the smooth ground, as if on towers.
    case highSites
    /// Coverage is for the line of sight over terrain.
    case lineOfSight
    /// Coverage is for the line of sight over terrain with diffraction at its edges.
    case diffraction
    /// The floors over the terrain are coarser, or cost more, than asked.
    case terrain
    /// Responses fly by routes over the terrain.
    case routedFlight
    /// Responses fly straight and in still air.
    case straightFlight
    /// Responses fly straight, in the wind that the scenario states.
    case straightFlightInWind
    /// The network has no radar.
    case noRadar
    /// A radar sees nothing at any altitude band.
    case blindRadar
    /// A flight's stated altitude lies below the terrain.
    case belowTerrain
    /// A flight passes over unknown terrain.
    case unknownTerrain
    /// What the search for the least-observed routes leaves open.
    case leak
    /// A warning about the scenario's files.
    case scenario
  }

  /// What kind.
  public var code: Code
  /// Where, or what it is about.
  public var place: FaultPlace
  /// The whole in one line, with its place.
  public var text: String
  /// What the text names, in its order, for the same in another language.
  package var values: [String]
  /// The warning that this one passes on; nil for those of the plan itself.
  public var source: Source?

  /// A warning of another part of the work.
  public enum Source: Sendable, Hashable {
    /// About the scenario's files.
    case scenario(ScenarioProblem)
    /// About coverage over the terrain.
    case coverage(CoverageWarning)
    /// About the least-observed routes.
    case leak(LeakWarning)
    /// What sight over terrain accounts for.
    case sight(SightScope)
  }

  /// A warning; `values` is what its text names.
  init(_ code: Code, at place: FaultPlace = FaultPlace(), naming values: [String] = [], _ text: String) {
    self.code = code
    self.place = place
    self.values = values
    self.text = text
  }

  init(_ scope: SightScope) {
    self.init(scope.hasDiffraction ? .diffraction : .lineOfSight, scope.text)
    source = .sight(scope)
  }

  init(_ problem: ScenarioProblem) {
    self.init(.scenario, at: problem.place, problem.description)
    source = .scenario(problem)
  }

  init(_ warning: CoverageWarning) {
    self.init(.terrain, at: warning.place, warning.text)
    source = .coverage(warning)
  }

  init(_ warning: LeakWarning) {
    self.init(.leak, at: warning.place, warning.text)
    source = .leak(warning)
  }

  /// The whole in one line.
  public var description: String { text }
}
