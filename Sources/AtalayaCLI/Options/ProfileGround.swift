import ArgumentParser
import Atalaya

/// The ground of a profile and the places on it.
struct ProfileGround: ParsableArguments {
  @Option(help: "Rasters, or folders of tiles; may be repeated (default: the scenario's terrain).", completion: .file())
  var dem: [String] = []

  @OptionGroup(title: "Options with --dem, where its files do not say") var reading: TerrainReadingOptions

  @Option(help: "A scenario whose sites, bases and strips may be named.", completion: .directory)
  var scenario: String?

  /// Wrong usage: no terrain at all, or without a scenario a place that is no position.
  func validate(places: [String]) throws {
    if dem.isEmpty, scenario == nil {
      throw ValidationError("Name the terrain: --dem PATH, or a --scenario that has one.")
    }
    guard scenario == nil else { return }
    for text in places {
      do { _ = try Position(parsing: text) } catch { throw ValidationError("\(error)") }
    }
  }

  /// A place by its name, when it has one.
  struct Place {
    var position: Position
    var name: String?
    var station: RadarStation?
  }

  /// Terrain, and the scenario that names places.
  struct Source {
    var terrain: Terrain
    var scenario: Scenario?

    /// A place of the scenario, or a position, on the terrain.
    func place(_ text: String, _ what: String) throws -> Place {
      let place: Place
      if let scenario, let named = try named(text, scenario) {
        place = Place(position: named.position, name: named.name, station: named.station)
      } else {
        do { place = Place(position: try Position(parsing: text)) } catch { throw Console.failure("\(error)") }
      }
      let isInside: Bool
      do { isInside = try terrain.isInside([place.position])[0] } catch { throw Console.failure("\(error)") }
      guard isInside || terrain.missing == .sea else {
        throw Console.failure(
          "the \(what) at \(place.position.decimal()) lies outside the terrain \(terrain.name): atalaya terrain info prints its bounds"
        )
      }
      return place
    }

    /// Nil for a text that is a position and no key.
    private func named(_ text: String, _ scenario: Scenario) throws -> Scenario.NamedPlace? {
      do { return try scenario.place(named: text) } catch {
        if (try? Position(parsing: text)) != nil { return nil }
        throw Console.failure("\(error)")
      }
    }

    /// The radar at the antenna's place, judged by its own limits too: those that are stated, else the site's.
    func radar(_ antenna: Place, _ line: SightLine, _ beam: BeamOptions) throws -> SightReport.Radar? {
      if let text = beam.text {
        // Farther than any line is followed.
        let station = try beam.station(at: antenna.position, range: .kilometres(10_000), antennaHeight: .zero)
        let limits = RadarLimits(
          of: station, antennaAltitude: line.antennaAltitude, target: BeamOptions.target, k: line.k)
        return SightReport.Radar(name: "a radar \(text)", blindness: line.blindness(within: limits))
      }
      guard let station = antenna.station, let target = scenario?.coverageTarget else { return nil }
      let limits = RadarLimits(of: station, antennaAltitude: line.antennaAltitude, target: target, k: line.k)
      return SightReport.Radar(
        name: "\(station.type.name) at \(station.name)", blindness: line.blindness(within: limits))
    }
  }

  func open(isQuiet: Bool) throws -> Source {
    var loaded: Scenario?
    if let scenario {
      do { loaded = try Scenario.load(folder: scenario, opensTerrain: dem.isEmpty) } catch {
        throw Console.failure(error)
      }
    }
    let terrain: Terrain
    if dem.isEmpty {
      guard let own = loaded?.terrain else {
        throw Console.failure(
          "the scenario \(scenario ?? "") names no terrain: name some by --dem, or get it by atalaya terrain fetch")
      }
      terrain = own
    } else {
      do {
        terrain = try Terrain.open(
          dem, reading: reading.reading(or: loaded?.terrainSource?.reading ?? TerrainReading()))
      } catch { throw Console.failure("\(error)") }
    }
    if !isQuiet { for line in terrain.warnings { Console.note("warning: \(line)") } }
    return Source(terrain: terrain, scenario: loaded)
  }
}
