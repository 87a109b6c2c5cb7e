internal import Foundation
public import Units

/// The air by altitude and time of day: one state for a whole scenario.
///
/// Between levels the deviation from the standard atmosphere is linear; below the lowest and above the highest it stays, so that
/// one station gives the air at every altitude with the standard lapse of 6.5 K/km. Water vapour goes along as its share of
/// the air's mass, linear between levels and the same beyond them; where that would be more than the air holds, it is as
/// humid as air can be. Between times all is linear (``WindProfile``).
///
/// Pressure altitude is altitude at the standard pressure of 1013.25 hPa, or else that altitude corrected by the pressure at
/// sea level (QNH); 10 hPa are about 85 m.
public struct AirProfile: Sendable, Hashable {
  private let table: ProfileTable
  /// What is stated, in the order in which it was; empty where it is a deviation.
  public let levels: [AirLevel]
  /// How much warmer than the standard atmosphere it is at every altitude, K; nil where levels say.
  public let isaDeviationKelvins: Double?
  /// Whether water vapour is known.
  public let isHumid: Bool
  /// What is added to an altitude above mean sea level to make it a pressure altitude.
  public let pressureCorrection: Length

  /// The standard atmosphere.
  public static let standard = AirProfile(isaDeviationKelvins: 0)

  /// Dry air that is warmer or colder than the standard atmosphere by the same at every altitude.
  /// - Parameter qnhPascals: The pressure at sea level by an altimeter's scale; nil for the standard one.
  public init(isaDeviationKelvins: Double, qnhPascals: Double? = nil) {
    table = ProfileTable(SIMD2(isaDeviationKelvins.isFinite ? isaDeviationKelvins : 0, 0))
    isHumid = false
    levels = []
    self.isaDeviationKelvins = isaDeviationKelvins
    pressureCorrection = Self.correction(qnhPascals)
  }

  /// Air of stations or levels, in any order.
  /// - Parameter qnhPascals: The pressure at sea level by an altimeter's scale; nil for the standard one.
  /// - Throws: ``ConditionsError``: `impossibleLevels` for none, for two of one altitude and time, and for a time or a dew point
  ///   at some levels and not at others; as ``AirState`` for what no air is.
  public init(levels: [AirLevel], qnhPascals: Double? = nil) throws(ConditionsError) {
    let correction = Self.correction(qnhPascals)
    let isHumid = levels.first?.dewPoint != nil
    guard levels.allSatisfy({ ($0.dewPoint != nil) == isHumid }) else {
      throw ConditionsError(
        .impossibleLevels, "levels of air: some have a dew point and others have none",
        remedy: "state the dew point at every level, or at none")
    }
    var rows: [ProfileTable.Level] = []
    for level in levels {
      let state = try AirState(
        pressureAltitude: level.altitude + correction, temperature: level.temperature, dewPoint: level.dewPoint)
      rows.append(
        ProfileTable.Level(
          altitude: level.altitude, time: level.time, value: SIMD2(state.isaDeviationKelvins, state.mixingRatio)))
    }
    table = try ProfileTable(rows, of: "air")
    self.isHumid = isHumid
    self.levels = levels
    self.isaDeviationKelvins = nil
    pressureCorrection = correction
  }

  private static func correction(_ qnh: Double?) -> Length {
    guard let qnh, qnh > 0, qnh.isFinite else { return .zero }
    return StandardAtmosphere.altitude(pressurePascals: qnh)
  }

  /// The pressure at sea level by an altimeter's scale, Pa.
  public var qnhPascals: Double { StandardAtmosphere.pressurePascals(at: pressureCorrection) }

  /// Whether it changes in the course of the day.
  public var changesWithTime: Bool { table.changesWithTime }

  /// The air at a height above mean sea level and a local time of day; times of other days are taken modulo 24 hours.
  ///
  /// - Returns: The air; outside −5,000 to 47,000 m that at the nearer end.
  public func air(at altitude: Length, time: Duration) -> AirState {
    let value = table.value(atMetres: altitude.metres, seconds: time.inSeconds)
    let range = StandardAtmosphere.altitudes
    let pressureAltitude = min(max(altitude + pressureCorrection, range.lowerBound), range.upperBound)
    let kelvins = max(StandardAtmosphere.temperature(at: pressureAltitude).kelvins + value.x, 1)
    guard isHumid else { return AirState(unchecked: pressureAltitude, .kelvins(kelvins), nil) }
    // p·w = (p − e)·ε·… solved for e.
    let pressure = StandardAtmosphere.pressurePascals(at: pressureAltitude)
    let vapour = max(pressure * value.y / (WaterVapour.massRatio + value.y), 1e-3)
    let dewPoint = min(Temperature.celsius(WaterVapour.dewPointCelsius(pressure: vapour)), .kelvins(kelvins))
    return AirState(unchecked: pressureAltitude, .kelvins(kelvins), dewPoint)
  }

  /// Density altitude at a height above mean sea level and a local time of day.
  public func densityAltitude(at altitude: Length, time: Duration) -> Length {
    air(at: altitude, time: time).densityAltitude
  }
}

extension AirState {
  /// Mass of water vapour for a mass of dry air, kg/kg; zero for dry air.
  var mixingRatio: Double {
    let vapour = vapourPressurePascals
    return WaterVapour.massRatio * vapour / (pressurePascals - vapour)  // WMO-No. 8 (2018), vol. I, annex 4.A, r
  }
}
