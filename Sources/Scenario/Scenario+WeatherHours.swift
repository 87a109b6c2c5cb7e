internal import Interception
package import Response
internal import Units

extension Scenario {
  /// Counts for each asset that states minima the share of the hours in which it can fly, by day and by night at its base.
  ///
  /// Where the scenario has a date, of its month alone.
  /// - Parameter hours: Hours at a base; without one they hold for all bases that have none of their own.
  package mutating func countFlyableHours(_ hours: [(base: String?, hour: WeatherHour)]) {
    let month = date?.month
    let season = hours.filter { hour in month.map { hour.hour.month ?? $0 == $0 } ?? true }
    let byBase = Dictionary(grouping: season, by: \.base).mapValues { $0.map(\.hour) }
    for index in assets.indices {
      guard let minima = assets[index].minima else { continue }
      let base = assets[index].base
      let light = daylight.at(base.position)
      let own = byBase[base.id] ?? byBase[nil] ?? []
      let byPeriod = Dictionary(grouping: own) { light.period(at: .hours(Double($0.hour))) }
      assets[index].flyableByDay = FlyableShare(of: byPeriod[.day] ?? [], by: minima)
      assets[index].flyableByNight = FlyableShare(of: byPeriod[.night] ?? [], by: minima)
    }
  }
}
