import Foundation
import GeoFiles
import Geodesy
import Response
import Scenario
import Units

/// Winds and air of a file of pressure levels, at one place, by the scenario's clock.
struct WeatherFile {
  /// Levels of wind; empty where the file has none.
  private(set) var winds: [WindLevel] = []
  /// Levels of air; empty where the file has none.
  private(set) var airs: [AirLevel] = []

  /// One time and pressure of the file.
  private struct Key: Hashable {
    var time: Double?
    var pressure: Double
  }

  /// Reads the levels of one day.
  /// - Parameters:
  ///   - path: The file.
  ///   - place: Where.
  ///   - date: The day by the scenario's clock; nil: the file must have one time only, which then holds all day.
  ///   - offset: Local time less UTC.
  /// - Throws: A problem without its place.
  init(_ path: String, at place: Position, on date: CalendarDate?, offset: Duration)
    throws(FieldIssue)
  {
    let bands: [LevelBand]
    do throws(GeoFileError) { bands = try LevelFile.values(of: path, at: place) } catch {
      throw FieldIssue(.file, error.description, "")
    }
    let times = Set(bands.map(\.time))
    let isOneTime = times.count == 1
    if !isOneTime, date == nil {
      throw FieldIssue(
        .missing, "has \(times.count) times, and no date says which count", "state date")
    }
    var levels: [Key: [LevelBand.Quantity: Double]] = [:]
    for band in bands {
      levels[Key(time: band.time, pressure: band.pressurePascals), default: [:]][band.quantity] =
        band.value
    }
    // Where some levels are without humidity, as some services leave the stratosphere, these are dry.
    let isHumid = bands.contains { $0.quantity == .relativeHumidity }
    for (key, values) in levels {
      var clock: Duration?
      if !isOneTime, let date, let time = key.time {
        let local = UniversalTime(secondsSince1970: time) + offset
        guard local.date == date else { continue }
        clock = local.timeOfDay
      }
      take(values, at: key.pressure, clock, isHumid: isHumid)
    }
    guard !winds.isEmpty || !airs.isEmpty else {
      let known = times.compactMap(\.self).sorted()
      let span = [known.first, known.last].compactMap {
        $0.map { UniversalTime(secondsSince1970: $0).text }
      }
      throw FieldIssue(
        .value, "has no wind and no temperature of \(date.map { "\($0)" } ?? "any day")",
        span.isEmpty ? "" : "it is of \(span.joined(separator: " to "))")
    }
  }

  private mutating func take(
    _ values: [LevelBand.Quantity: Double], at pressure: Double, _ clock: Duration?, isHumid: Bool
  ) {
    let standard = StandardAtmosphere.altitude(pressurePascals: pressure)
    let altitude = values[.height].map { Length.metres($0) } ?? standard
    // Above it nothing of a scenario flies, and below lies a level under the ground of every place.
    guard altitude.isFinite, (Length.metres(-1000)...(.kilometres(25))).contains(altitude) else {
      return
    }
    if let east = values[.eastwardWind], let north = values[.northwardWind], max(abs(east), abs(north)) <= 200 {
      winds.append(
        WindLevel(altitude: altitude, wind: WindVector(east: east, north: north), time: clock))
    }
    if let kelvins = values[.temperature], (150...350).contains(kelvins) {
      let temperature = Temperature.kelvins(kelvins)
      let dewPoint =
        isHumid ? temperature.dewPoint(relativeHumidity: values[.relativeHumidity] ?? 0) : nil
      airs.append(
        AirLevel(altitude: altitude, temperature: temperature, dewPoint: dewPoint, time: clock))
    }
  }
}
