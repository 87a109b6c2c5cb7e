internal import Coverage
internal import Geodesy
internal import Units

extension SightReport {
  /// The profile as an SVG file: the Earth bulges, sight lines are straight, heights are stretched.
  public var svg: String { ChartStyle.standalone(SightDrawing(self).chart) }
}
