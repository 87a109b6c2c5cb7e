internal import CGDAL
internal import Foundation

/// When the segments of GPX tracks begin and end, which GDAL keeps in a layer of its own.
enum TrackTimes {
  /// The times of each segment, by track and segment, in seconds since 1970; none where the file states none.
  static func read(_ dataset: borrowing Dataset) -> [Int: [Int: ClosedRange<Double>]] {
    guard let layer = GDALDatasetGetLayerByName(dataset.handle, "track_points"),
      let definition = OGR_L_GetLayerDefn(layer)
    else { return [:] }
    let names = ["track_fid", "track_seg_id", "time"]
    let places = names.map { (name: String) in OGR_FD_GetFieldIndex(definition, name) }
    guard places.allSatisfy({ $0 >= 0 }) else { return [:] }
    var times: [Int: [Int: ClosedRange<Double>]] = [:]
    OGR_L_ResetReading(layer)
    while let handle = OGR_L_GetNextFeature(layer) {
      let feature = FeatureHandle(owning: handle)
      guard OGR_F_IsFieldSetAndNotNull(feature.handle, places[2]) != 0,
        let time = seconds(feature.handle, places[2])
      else { continue }
      let track = Int(OGR_F_GetFieldAsInteger(feature.handle, places[0]))
      let segment = Int(OGR_F_GetFieldAsInteger(feature.handle, places[1]))
      let known = times[track]?[segment] ?? time...time
      times[track, default: [:]][segment] = min(known.lowerBound, time)...max(known.upperBound, time)
    }
    return times
  }

  private static func seconds(_ feature: OGRFeatureH, _ field: Int32) -> Double? {
    var (year, month, day, hour, minute, zone) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
    var second: Float = 0
    guard OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone) != 0 else {
      return nil
    }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (Int(year), Int(month), Int(day))
    (parts.hour, parts.minute) = (Int(hour), Int(minute))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    guard let date = calendar.date(from: parts), second.isFinite else { return nil }
    // 100 is UTC, one more is a quarter of an hour to the east; 0 and 1 say nothing, and differences are the same.
    let east = zone > 1 ? Double(zone - 100) * 900 : 0
    return date.timeIntervalSince1970 + Double(second) - east
  }
}
