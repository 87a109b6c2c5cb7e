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
    /// Responses fly straight and in still air.
    case straightFlight
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
  /// The warning about the scenario's files that this one passes on; nil for all others.
  public var problem: ScenarioProblem?

  /// A warning.
  public init(_ code: Code, at place: FaultPlace = FaultPlace(), _ text: String) {
    self.init(code, at: place, naming: [], text)
  }

  /// A warning whose text names some things.
  package init(_ code: Code, at place: FaultPlace = FaultPlace(), naming values: [String], _ text: String) {
    self.code = code
    self.place = place
    self.values = values
    self.text = text
  }

  /// A warning about the scenario's files.
  public init(_ problem: ScenarioProblem) {
    self.init(.scenario, at: problem.place, problem.description)
    self.problem = problem
  }

  /// The whole in one line.
  public var description: String { text }
}
