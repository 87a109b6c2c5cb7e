internal import Units

extension ResponseTime {
  /// Flies the whole mission, with stops for fuel where it needs them and the hand-over; nothing where it flies there and back
  /// as without support.
  /// - Parameter order: Local time of day.
  mutating func flyMission(onScene: Duration, at order: Duration) {
    guard let support = asset.support, readiness != nil else { return }
    // What else stands in the way no stop helps.
    let isOfTheWay = obstacles.allSatisfy {
      switch $0 {
      case .endurance, .wind, .noRoute: true
      default: false
      }
    }
    guard isOfTheWay, !obstacles.isEmpty || (arrival == .landing && !support.handOver.isEmpty) else { return }
    let search = MissionSearch(self, support, onScene: onScene, at: order)
    guard let mission = search.mission() else {
      obstacles += search.obstacles(isFuelShort: !obstacles.isEmpty)
      return
    }
    self.mission = mission
    obstacles = []
    let (out, back) = (mission.out, mission.back)
    cruise = out.reduce(.zero) { $0 + $1.cruise }
    cruiseBack = back.reduce(.zero) { $0 + $1.cruise }
    fuelLeft = back.last?.fuelLeft
    guard asset.routes != nil else { return }
    routed = RoutedFlight(
      out: out.count == 1 ? out[0].route : nil, back: back.count == 1 ? back[0].route : nil, fault: nil)
  }
}
