internal import Coverage
public import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension LeakReport {
  /// The layers of its GeoPackage.
  var layers: [OutputLayer] { [ways] + (leak.closures.isEmpty ? [] : [candidates]) }

  /// The ways in as a layer of lines.
  public var ways: OutputLayer {
    var layer = OutputLayer(
      name: "ways", description: "The least-observed route to each strip", geometry: .lines,
      fields: [
        .init("strip", .text), .init("strip_name", .text), .init("exposure_km", .real), .init("exposure_min", .real),
        .init("bound_km", .real), .init("seen_km", .real), .init("seen_by_two_km", .real), .init("length_km", .real),
        .init("unknown_percent", .real),
        .init("first_seen_before_km", .real), .init("warning_min", .real), .init("radars", .text),
      ])
    for entry in leak.entries {
      guard let way = entry.way else { continue }
      func kilometres(_ length: Length?) -> FieldValue { FieldValue(length?.kilometres.rounded(toPlaces: 3)) }
      func minutes(_ length: Length?) -> FieldValue {
        FieldValue(length.map { ($0.metres / leak.question.speed.metresPerSecond / 60).rounded(toPlaces: 2) })
      }
      let line = GeodesicLine(way.places.map { Waypoint(position: $0, altitude: .aboveGround(.zero)) })
      let parts = line.split.map { $0.map(\.position) }
      layer.append(
        [
          .text(entry.strip.id), .text(entry.strip.name), kilometres(entry.exposure), minutes(entry.exposure),
          kilometres(entry.bound), kilometres(way.seen), kilometres(way.seenByTwo), kilometres(way.length),
          .real((way.unknownShare * 100).rounded(toPlaces: 2)),
          kilometres(way.firstSeenBefore),
          minutes(way.firstSeenBefore), .text(way.radars.joined(separator: ", ")),
        ], parts.isEmpty ? nil : .lines(parts))
    }
    return layer
  }

  /// The options as a layer of points, in the order of their rank.
  public var candidates: OutputLayer {
    var layer = OutputLayer(
      name: "candidates", description: "What one more radar would change", geometry: .points,
      fields: [
        .init("rank", .integer), .init("site", .text), .init("type", .text), .init("price_m", .real),
        .init("strips_unseen", .integer), .init("worst_gain_km", .real), .init("mean_gain_km", .real),
        .init("strips_gained", .integer),
      ])
    for (index, closure) in leak.closures.enumerated() {
      layer.append(
        [
          .integer(index + 1), .text(closure.option.site.id), .text(closure.option.type.id),
          FieldValue(closure.option.price?.base.millions), .integer(closure.stripsUnseen),
          .real(closure.worstGain.kilometres.rounded(toPlaces: 3)),
          .real(closure.meanGain.kilometres.rounded(toPlaces: 3)), .integer(closure.stripsGained),
        ], .point(closure.option.site.position))
    }
    return layer
  }
}
