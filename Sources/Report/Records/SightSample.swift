internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

/// A sample of a sight line.
struct SightSample {
  var line: SightLine
  var sample: SightProfile.Sample
  /// The losses to the target's height over it; nil for none.
  var loss: PathLoss?
  var altitude: Length { line.altitude(at: sample.distance) }
}
