internal import Coverage
internal import Geodesy
internal import Units

extension SightReport {
  /// The profile as an SVG file: the Earth bulges, sight lines are straight, heights are stretched.
  ///
  /// With losses along the way, a second drawing below it has them by distance.
  public var svg: String {
    let drawing = SightDrawing(self).chart
    guard let losses, let curve = LossDrawing(losses, of: line)?.chart else { return ChartStyle.standalone(drawing) }
    return ChartStyle.standalone(curve.below(drawing, height: drawing.height))
  }
}
