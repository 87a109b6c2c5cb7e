internal import Interception
internal import Response
internal import Units

extension Scenario {
  /// Lets the assets of the scenario, and those that can be bought, fly in its wind and air; nothing where it states neither.
  package mutating func letAssetsFlyInWeather() {
    guard wind != nil || air != nil else { return }
    func inWeather(_ asset: Asset) -> Asset {
      let light = daylight.at(asset.base.position)
      let noon = light.middle
      var asset = asset
      asset.weather = FlyingWeather(
        wind: wind, air: air, timeByDay: noon, timeByNight: (noon + .hours(12)).onTheClock)
      return asset
    }
    func inWeather(_ measure: Measure) -> Measure {
      guard case .alert(let asset) = measure.change else { return measure }
      var measure = measure
      measure.change = .alert(inWeather(asset))
      return measure
    }
    assets = assets.map(inWeather)
    measures = measures.map(inWeather)
    for index in purchases.indices { purchases[index].measures = purchases[index].measures.map(inWeather) }
  }
}

extension Daylight {
  /// The time of day in the middle of daylight.
  fileprivate var middle: Duration {
    let day = Duration.hours(24)
    let length = end >= begin ? end - begin : end - begin + day
    return (begin + length / 2).onTheClock
  }
}

extension Duration {
  /// The same time of day, from midnight to midnight.
  fileprivate var onTheClock: Duration {
    let day = Double(Duration.secondsPerDay)
    let rest = inSeconds.truncatingRemainder(dividingBy: day)
    return .seconds(rest < 0 ? rest + day : rest)
  }
}
