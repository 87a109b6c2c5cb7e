internal import Coverage
internal import Radar
internal import Units

/// Azimuths in which a radar sees, with one horizon mask throughout.
struct MaskedSpan {
  var beginDegrees: Double
  var widthDegrees: Double
  /// The lowest elevation angle there; nil where the mask hides nothing.
  var mask: Angle?

  /// The azimuths that blind sectors leave, cut where the mask changes.
  static func all(of station: RadarStation) -> [MaskedSpan] {
    let mask = station.horizonMask
    let ends = mask.parts.flatMap { [$0.sector.begin.degrees, $0.sector.end.degrees] }
    return VisibleAzimuths(without: station.blindSectors).spans.flatMap { begin, width -> [MaskedSpan] in
      let inside = ends.map { end -> Double in
        let turned = (end - begin).truncatingRemainder(dividingBy: 360)
        return turned < 0 ? turned + 360 : turned
      }
      let cuts = Set([0, width] + inside.filter { $0 > 0 && $0 < width }).sorted()
      return zip(cuts, cuts.dropFirst()).map { from, to in
        MaskedSpan(
          beginDegrees: begin + from, widthDegrees: to - from,
          mask: mask.lowest(at: .degrees(begin + (from + to) / 2)))
      }
    }
  }

  /// The station as it sees here: the mask as the lower edge of its beam.
  func station(_ station: RadarStation) -> RadarStation {
    guard let mask else {
      var bare = station
      bare.horizonMask = HorizonMask()
      return bare
    }
    var masked = station
    masked.horizonMask = HorizonMask()
    masked.type.minimumElevation = [station.lowestElevation, mask].compactMap { $0 }.max().map { $0 - station.tilt }
    return masked
  }
}
