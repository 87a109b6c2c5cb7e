internal import GeoFiles

extension RouteReach.Descent {
  init(_ floors: [Float], _ down: VerticalClock, _ clearance: Double) {
    let highest = floors.reduce(-Float.infinity) { $1.isFinite && $1 > $0 ? $1 : $0 }
    self.init(floors: floors, table: DescentTable(down, to: min(Double(highest), down.top)), clearance: clearance)
  }

  /// Seconds from over a place to the clearance above true ground that is not higher.
  func seconds(_ place: Int, to ground: Double) -> Double {
    max(table.seconds(from: floors[place]) - table.seconds(from: Float(ground + clearance)), 0)
  }
}

extension RouteReach {
  /// Seconds at a fractional cell of the ground, bilinear between the places; nil where a place that has weight is not reached.
  func seconds(at cell: SIMD2<Double>, over ground: RouteGround, landed isLanded: Bool) -> Double? {
    let times = isLanded ? landed : overhead
    let height = descent == nil ? 0 : ground.height(cell)
    guard height.isFinite else { return nil }
    let (x, y) = (
      min(max(cell.x / step, 0), Double(frame.columns - 1)), min(max(cell.y / step, 0), Double(frame.rows - 1))
    )
    let (left, top) = (Int(x), Int(y))
    let (u, v) = (x - Double(left), y - Double(top))
    var sum = 0.0
    for (row, down) in [(top, 1 - v), (top + 1, v)] where down > 0 {
      for (column, right) in [(left, 1 - u), (left + 1, u)] where right > 0 {
        let place = row * frame.columns + column
        let time = Double(times[place]) + (descent?.seconds(place, to: height) ?? 0)
        guard time.isFinite else { return nil }
        sum += time * down * right
      }
    }
    return sum
  }
}
