import ArgumentParser
import Atalaya
import Foundation

/// `atalaya profile`
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract:
      "Show whether a target is in sight of an antenna over terrain, what hides it and which mast would clear it.",
    discussion: """
      A is the antenna's place and B the target's, each a position in any notation of `atalaya locate`, in quotes, or with \
      --scenario the key of a site, base or strip (also as site:KEY, base:KEY, strip:KEY). The line runs along the geodesic \
      over an effective Earth; the ground is linear between neighbouring posts of the terrain and met at every crossing. \
      It prints the lowest altitude in sight over B, the blocking point, whether a ridge or the horizon hides the target, \
      and the mast that would clear it. This is line of sight alone: no Fresnel zone, no diffraction.

      With --scenario terrain, k and the height of a site's radar are the scenario's, unless stated here; the radar's own \
      limits then count for its coverage target; --minimum-elevation and the like state those of another radar. With \
      --horizon there is no B: the skyline of A is printed, azimuth by azimuth.

      Examples:
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem tiles/ \\
          --antenna-height 20m --target-height 300m
        atalaya profile pichari S01 --scenario GeoData/vraem --dem vraem-30s.tif
        atalaya profile "-12.05, -76.95" "-11.90, -76.60" --dem dem.tif \\
          --output profile.svg
        atalaya profile "-12.05, -76.95" --horizon --dem dem.tif \\
          --range 80km --format csv
      """)

  @Argument(help: "The antenna's place.")
  var a: String

  @Argument(help: "The target's place.")
  var b: String?

  @OptionGroup var ground: ProfileGround

  @Option(help: "Antenna above ground, as 20m (default: the site's radar, else 20 m).")
  var antennaHeight: String?

  @Option(help: "Antenna above mean sea level, as 1250m.")
  var antennaAltitude: String?

  @Option(help: "Target above ground, as 100m (default: 100 m).")
  var targetHeight: String?

  @Option(help: "Target above mean sea level, as 3000m.")
  var targetAltitude: String?

  @Option(
    help: "Effective Earth radius factor: 1.15 (default: the scenario's, else 4/3).", transform: EarthFactor.read)
  var k: Double?

  @OptionGroup var beam: BeamOptions

  @Flag(help: "Print the skyline around A instead of the line to B.")
  var horizon = false

  @Option(help: "With --horizon: how far out to look.")
  var range: String = "100km"

  @Option(help: "With --horizon: the step between azimuths.")
  var step: String = "1deg"

  @Option(help: "table (lines of text), csv (samples), json or svg (default: by the name of the output, else table).")
  var format: ProfileFormat?

  @Option(name: .shortAndLong, help: "The file to write instead of printing.", completion: .file())
  var output: String?

  @OptionGroup var trust: TrustOption

  @Flag(name: .shortAndLong, help: "Print no warnings: errors and results alone.")
  var quiet = false

  func validate() throws {
    if horizon, b != nil { throw ValidationError("--horizon takes the antenna's place alone.") }
    if !horizon, b == nil { throw ValidationError("Name the target's place as well, or ask for the --horizon.") }
    if antennaHeight != nil, antennaAltitude != nil {
      throw ValidationError("Give --antenna-height or --antenna-altitude, not both.")
    }
    if targetHeight != nil, targetAltitude != nil {
      throw ValidationError("Give --target-height or --target-altitude, not both.")
    }
    for text in [antennaHeight, antennaAltitude, targetHeight, targetAltitude, range] { _ = try text.map(length) }
    _ = try azimuths()
    try beam.check()
    if horizon, !beam.given.isEmpty {
      throw ValidationError("\(beam.given.joined(separator: ", ")): not with --horizon")
    }
    try ground.validate(places: [a, b].compactMap { $0 })
  }

  func run() throws {
    let source = try ground.open(isQuiet: quiet)
    try (source.scenario?.units ?? .metric).writing { () throws in try tell(over: source) }
  }

  private func tell(over source: ProfileGround.Source) throws {
    let antenna = try source.place(a, "antenna")
    let place = antennaAltitude == nil ? antennaHeight : antennaAltitude
    let antennaAt: Altitude =
      try place.map { antennaAltitude == nil ? .aboveGround(try length($0)) : .aboveSeaLevel(try length($0)) }
      ?? antenna.station?.antenna ?? .aboveGround(.metres(20))
    let factor = k ?? source.scenario?.effectiveEarthFactor ?? 4.0 / 3
    if horizon {
      let skyline = try skyline(of: antenna, antennaAt, k: factor, source.terrain)
      return try write(skyline)
    }
    let target = try source.place(b ?? "", "target")
    let targetAt: Altitude =
      try targetAltitude.map {
        .aboveSeaLevel(try length($0) { text throws(QuantityError) in try Length.parse(altitude: text) })
      }
      ?? .aboveGround(try targetHeight.map(length) ?? .metres(100))
    if !quiet { AmountText.noteFlightLevels([targetAltitude]) }
    let report: SightReport
    do {
      let profile = try SightProfile.along(from: antenna.position, to: target.position, over: source.terrain)
      let line = try SightLine(over: profile, antenna: antennaAt, target: targetAt, k: factor)
      report = SightReport(
        line, antennaName: antenna.name, targetName: target.name, radar: try source.radar(antenna, line, beam))
    } catch { throw Console.failure("\(error)") }
    try write(report)
  }

  private func skyline(
    of antenna: ProfileGround.Place, _ height: Altitude, k: Double, _ terrain: Terrain
  ) throws -> HorizonReport {
    let radius = try length(range)
    do {
      let altitude = try height.ofAntenna(at: antenna.position, over: terrain).altitude
      let window = try terrain.read(around: antenna.position, radius: radius)
      let place = AntennaPlace.position(
        latitudeDegrees: antenna.position.latitudeDegrees, longitudeDegrees: antenna.position.longitudeDegrees)
      return HorizonReport(
        try HorizonProfile.compute(
          terrain: window, antenna: place, antennaAltitude: altitude, range: radius, k: k, count: try azimuths(),
          workers: ProcessInfo.processInfo.activeProcessorCount),
        antenna: antenna.position, name: antenna.name)
    } catch { throw Console.failure("\(error)") }
  }

  private func length(_ text: String) throws -> Length {
    try length(text) { text throws(QuantityError) in try Length.parse(text) }
  }

  private func length(_ text: String, _ parse: (String) throws(QuantityError) -> Length) throws -> Length {
    do { return try parse(text) } catch { throw ValidationError("\(error)") }
  }

  private func azimuths() throws -> Int {
    let angle: Angle
    do { angle = try Angle.parse(step) } catch { throw ValidationError("\(error)") }
    let count = 360 / angle.degrees
    guard angle.degrees > 0, count <= 36_000, count >= 1, abs(count - count.rounded()) < 1e-6 else {
      throw ValidationError("--step \(step) does not divide the circle: write 1deg, 0.5deg or 0.1deg.")
    }
    return Int(count.rounded())
  }

  private func write(_ report: some ProfileAnswer) throws {
    let name = output.map { ($0 as NSString).pathExtension.lowercased() }
    let chosen = format ?? name.flatMap(ProfileFormat.init(rawValue:)) ?? .table
    let text =
      switch chosen {
      case .table: report.text()
      case .csv: report.table.csv
      case .json: report.json
      case .svg: report.svg
      }
    guard let output else { return Console.print(text, terminator: "") }
    do { try OutputFile.write(text, to: output) } catch { throw Console.failure("\(error)") }
  }
}

/// How a profile is written.
enum ProfileFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, svg

  /// `text` is another word for `table`.
  init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}

/// What can be written in each of the formats.
protocol ProfileAnswer {
  func text() -> String
  var table: ReportTable { get }
  var json: String { get }
  var svg: String { get }
}

extension SightReport: ProfileAnswer {
  func text() -> String { text(width: 78) }
}
extension HorizonReport: ProfileAnswer {}
