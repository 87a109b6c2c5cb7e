import ArgumentParser
import Atalaya
import Foundation

/// `atalaya conditions`
struct ConditionsCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "conditions",
    abstract: "Compute daylight, density altitude and the heading that holds a course in wind.",
    discussion: """
      Each part is printed where its inputs are given:

        POSITION [--date] [--time]                          sun and moon
        --pressure-altitude --temperature [--dewpoint]      density altitude
        --course --tas --wind                               heading and ground speed

      Sunrise and sunset are when the upper limb is on a level horizon (centre at -0.8333°, refraction included), civil \
      twilight begins and ends with the centre at -6°. Mountains are ignored. The date is the solar day of the place: a dusk after \
      midnight UTC belongs to the date of its afternoon. All times are UTC.

      Density altitude is the altitude of the standard atmosphere (ISA) at which air is as thin; without --dewpoint the air is dry.

      The heading is that of the wind triangle. Turns are ignored. Where no heading holds the course, heading and ground speed are \
      null.

      Exit code: 0 done; 64 wrong usage.

      Examples:
        atalaya conditions "-11.3254, -74.5356" --date 2026-08-12
        atalaya conditions --pressure-altitude 536m --temperature 34 --dewpoint 25
        atalaya conditions --course 90 --tas 120kt --wind "180/20kt" --format json
      """)

  @Argument(help: "The place, for sun and moon, as for `atalaya locate`; several words are joined.")
  var position: [String] = []

  @Option(help: ArgumentHelp("The date, 1900 to 2100, as 2026-08-12 (default: today at the place).", valueName: "date"))
  var date: OptionValue<CalendarDate>?

  @Option(
    help: ArgumentHelp(
      "For the moon: a time of day in UTC, within 12 hours of the place's noon (default: midnight after the date).",
      valueName: "HH:MM"))
  var time: OptionValue<ClockTime>?

  @Option(help: ArgumentHelp("Pressure altitude, such as 685m or FL020.", valueName: "height"))
  var pressureAltitude: OptionValue<SeaLevelHeight>?

  @Option(help: ArgumentHelp("Temperature there, °C unless it says F or K.", valueName: "°C"))
  var temperature: OptionValue<Temperature>?

  @Option(help: ArgumentHelp("In place of --temperature: kelvins above the standard atmosphere.", valueName: "K"))
  var isaDeviation: OptionValue<Double>?

  @Option(help: ArgumentHelp("Dew point there (default: dry air).", valueName: "°C"))
  var dewpoint: OptionValue<Temperature>?

  @Option(help: ArgumentHelp("Course over the ground, degrees from true north.", valueName: "deg"))
  var course: OptionValue<Bearing>?

  @Option(help: ArgumentHelp("True airspeed, such as 120kt.", valueName: "speed"))
  var tas: OptionValue<Speed>?

  @Option(
    help: ArgumentHelp(
      "Wind: the direction it blows from, in degrees from true north, and its speed, as in 240/15kt.",
      valueName: "FROM/SPEED"))
  var wind: OptionValue<WindVector>?

  @Option(help: "table (lines of text), csv or json.")
  var format: OptionValue<TableFormat> = "table"

  func check(_ usage: inout Usage) {
    usage.check("--date", date)
    usage.check("--time", time)
    usage.check("--pressure-altitude", pressureAltitude)
    usage.check("--temperature", temperature)
    usage.check("--isa-deviation", isaDeviation, in: -100...100)
    usage.check("--dewpoint", dewpoint)
    usage.check("--course", course)
    usage.check(
      "--tas", tas.map { [$0] } ?? [], in: Speed.metresPerSecond(0.01)...Speed.metresPerSecond(1000),
      "a true airspeed above zero, up to 1000 m/s")
    usage.check("--wind", wind)
    usage.check("--format", format)

    do { _ = try place() } catch { usage.report("position: \(NegativeArguments.plain("\(error)"))") }
    usage.require("a position", !position.isEmpty, for: ["--date": date != nil, "--time": time != nil])

    let isThere = (pressureAltitude != nil, temperature != nil || isaDeviation != nil)
    usage.require(
      "--pressure-altitude", isThere.0,
      for: [
        "--temperature": temperature != nil, "--isa-deviation": isaDeviation != nil, "--dewpoint": dewpoint != nil,
      ])
    usage.require(
      "--temperature or --isa-deviation", isThere.1,
      for: ["--pressure-altitude": pressureAltitude != nil])
    usage.refuse(with: "--temperature", temperature != nil, ["--isa-deviation": isaDeviation != nil])
    do { _ = try air() } catch let error as ConditionsError { usage.report("air: \(error)") } catch {}

    let triangle: [(key: String, value: Bool)] = [
      ("--course", course != nil), ("--tas", tas != nil), ("--wind", wind != nil),
    ]
    let missing = triangle.filter { !$0.value }.map(\.key)
    if missing.count < 3 { usage.require(missing.joined(separator: " and "), missing.isEmpty, for: triangle) }

    if position.isEmpty, pressureAltitude == nil, missing.count == 3, temperature == nil, isaDeviation == nil,
      dewpoint == nil, date == nil, time == nil
    {
      usage.report(
        "nothing to compute: give a position for sun and moon, --pressure-altitude with --temperature for density altitude, or "
          + "--course with --tas and --wind for the heading")
    }
  }

  func run() throws {
    let place = try place()
    let sky = try place.map { place in
      SkyConditions(
        at: place,
        on: try date?.get()
          ?? SkyConditions.date(at: place, UniversalTime(secondsSince1970: Date().timeIntervalSince1970)),
        time: try time?.get().time)
    }
    var triangle: WindConditions?
    if let course = try course?.get(), let tas = try tas?.get(), let wind = try wind?.get() {
      triangle = try WindConditions(course: course.angle, trueAirspeed: tas, wind: wind)
    }
    let report = ConditionsReport(sky: sky, air: try air(), wind: triangle)
    switch try format.get() {
    case .table: Console.result(report.text)
    case .csv: Console.result(report.csv)
    case .json: Console.result(report.json)
    }
  }

  private func place() throws -> Position? {
    position.isEmpty ? nil : try Position(parsing: position.joined(separator: " "))
  }

  /// The air; nil where not all of it is given, or cannot be read.
  private func air() throws -> AirState? {
    guard let altitude = pressureAltitude?.value?.height else { return nil }
    if let temperature = temperature?.value {
      return try AirState(pressureAltitude: altitude, temperature: temperature, dewPoint: dewpoint?.value)
    }
    guard let deviation = isaDeviation?.value, (-100...100).contains(deviation) else { return nil }
    let dry = try AirState(pressureAltitude: altitude, isaDeviationKelvins: deviation)
    return try AirState(pressureAltitude: altitude, temperature: dry.temperature, dewPoint: dewpoint?.value)
  }
}
