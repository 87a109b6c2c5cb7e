internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

/// An end of a sight line.
struct SightEnd {
  var name: String?
  var position: Position?
  var ground: Length?
  var altitude: Length
}
