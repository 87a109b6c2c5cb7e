package import Radar
internal import Units

/// The azimuths that blind sectors leave, clockwise.
package struct VisibleAzimuths {
  /// Degrees from true north at which a span begins, and how many it is wide; none where everything is blind, and one of
  /// 360° where nothing is.
  package let spans: [(beginDegrees: Double, widthDegrees: Double)]
  /// Whether nothing is blind.
  var isAll: Bool { spans.first?.widthDegrees == 360 }

  /// The azimuths that sectors leave.
  package init(without sectors: [AzimuthSector]) {
    guard !sectors.isEmpty else {
      spans = [(0, 360)]
      return
    }
    // The sectors in order, from the start of one of them, so that none runs over the end.
    let start = sectors[0].begin.degrees
    let blind = sectors.map { sector -> (Double, Double) in
      let turned = (sector.begin.degrees - start).truncatingRemainder(dividingBy: 360)
      return (turned < 0 ? turned + 360 : turned, sector.width.degrees)
    }.sorted { $0.0 < $1.0 }
    // A sector may reach over the end of the circle, and blind what lies after its start.
    var end = max(0, (blind.map { $0.0 + $0.1 }.max() ?? 0) - 360)
    var spans: [(beginDegrees: Double, widthDegrees: Double)] = []
    for (begin, width) in blind {
      if begin > end { spans.append((start + end, begin - end)) }
      end = max(end, begin + width)
    }
    if end < 360 { spans.append((start + end, 360 - end)) }
    self.spans = spans
  }
}

extension RadarStation {
  /// Whether its blind sectors leave no azimuth.
  public var isBlindAllRound: Bool { VisibleAzimuths(without: blindSectors).spans.isEmpty }
}
