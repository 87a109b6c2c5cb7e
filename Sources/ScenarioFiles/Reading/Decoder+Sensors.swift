import Coverage
import Geodesy
import Radar
import Scenario
import Units

extension Decoder {
  /// What a row of the radar catalogue states of a sensor that receives what others transmit.
  func sensorParameters(_ row: Row, _ kind: RadarType.Kind?) -> SensorParameters {
    typealias F = SensorFields
    var result = SensorParameters()
    result.sensitivity = row.optional(F.sensitivity)
    result.transponderPower = row.optional(F.transponderPower)
    result.referenceEIRP = row.optional(F.referenceEIRP)
    result.stationsNeeded = row.optional(F.stationsNeeded)
    result.timingSeconds = row.optional(F.timingError)
    result.largestPositionError = row.optional(F.largestPositionError)
    result.altitudeError = row.optional(F.altitudeError)
    guard let rule = kind?.rule else { return result }
    func isOf(_ isRight: Bool, _ kinds: String, _ fields: [(name: String, isStated: Bool)]) {
      for (name, isStated) in fields where isStated && !isRight {
        diagnostics.warning(
          .value, at: row.origin(named: name), field: name, "says nothing of \(rule.name)",
          "it belongs to \(kinds); take it away")
      }
    }
    isOf(
      rule.isOneWay, "adsb and multilateration",
      [(F.transponderPower.format.name, result.transponderPower != nil)])
    isOf(
      rule.isOneWay || rule.arrangement == .illuminators, "adsb, multilateration and passive",
      [(F.sensitivity.format.name, result.sensitivity != nil)])
    isOf(
      rule.needsReference, "primary and passive",
      [(RadarTypeFields.referenceCrossSection.format.name, row.has(RadarTypeFields.referenceCrossSection))])
    isOf(
      rule.signal == .echo, "primary",
      [(RadarSignalFields.minimumRadialSpeed.format.name, row.has(RadarSignalFields.minimumRadialSpeed))])
    if rule.isOneWay, row.has(RadarTypeFields.detectionRange) {
      for (name, isStated) in [
        (F.sensitivity.format.name, result.sensitivity != nil),
        (F.transponderPower.format.name, result.transponderPower != nil),
      ] where isStated {
        diagnostics.warning(
          .value, at: row.origin(named: name), field: name, "does not count: detection_range is stated, and wins",
          "leave one of them out")
      }
    }
    isOf(
      rule.arrangement == .illuminators, "passive", [(F.referenceEIRP.format.name, result.referenceEIRP != nil)])
    isOf(
      rule.arrangement == .stations, "multilateration",
      [
        (F.stationsNeeded.format.name, result.stationsNeeded != nil),
        (F.timingError.format.name, result.timingSeconds != nil),
        (F.largestPositionError.format.name, result.largestPositionError != nil),
        (F.altitudeError.format.name, result.altitudeError != nil),
      ])
    if rule.arrangement == .stations, result.stationsNeeded == 3, result.altitudeError == nil,
      !row.has(F.altitudeError)
    {
      row.report(
        .range, F.stationsNeeded, "3 stations place no target whose altitude they do not know",
        "write 4 or more, or state altitude_error where targets report their altitude")
    }
    return result
  }

  /// Transmitters of others.
  func illuminators() -> Index<Illuminator> {
    typealias F = IlluminatorFields
    return decode("illuminators", id: { $0.required(F.id) }) { row, id in
      let position = row.position()
      let elevation = row.optional(F.elevation)
      let altitude = row.altitude()
      let eirp = row.required(F.eirp)
      let frequency = row.required(F.frequency)
      let bandwidth = row.optional(F.bandwidth)
      let isAltitudeStated =
        row.has(AltitudeFields.altitude) || row.has(AltitudeFields.aboveGround) || row.has(AltitudeFields.aboveSeaLevel)
      if !isAltitudeStated {
        row.report(
          .missing, AltitudeFields.altitude, "is missing",
          "state the antenna’s altitude, as in 150 m AGL or 2400 m AMSL")
      }
      guard let position, let altitude, let eirp, let frequency else { return nil }
      return Illuminator(
        id: id, name: row.optional(F.name) ?? id, position: position, groundElevation: elevation, antenna: altitude,
        eirp: eirp, frequency: frequency, bandwidth: bandwidth)
    }
  }
}
