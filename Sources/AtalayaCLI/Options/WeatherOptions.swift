import ArgumentParser
import Atalaya

/// The air and the rain on the way of a wave, over those of a scenario.
struct WeatherOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rain rate, as in 20mm/h (default: the scenario's, else no rain).", valueName: "rate"))
  var rain: OptionValue<RainRate>?

  @Option(
    help: "Height above mean sea level up to which it rains (default: the scenario's, else 5km, that of the tropics).")
  var rainHeight: OptionValue<Length>?

  @OptionGroup var air: AirOptions

  /// Which of the options are given.
  var given: [(key: String, value: Bool)] {
    [("--rain", rain != nil), ("--rain-height", rainHeight != nil)] + Array(air.given)
  }

  func check(_ usage: inout Usage) {
    usage.check("--rain", rain, in: .zero...RainRate.most, "a rain rate of 0 to 2000 mm/h")
    usage.check("--rain-height", rainHeight, in: .zero ... .kilometres(20), "a height of 0 m to 20 km")
    air.check(&usage)
  }

  /// The weather; what is not given is the usual one.
  func weather(in usual: Weather) throws -> Weather {
    Weather(
      air: try air.air(in: usual.air), rainRate: try rain?.get().millimetresPerHour ?? usual.rainRate,
      rainHeight: try rainHeight?.get() ?? usual.rainHeight, rainExtent: usual.rainExtent)
  }
}
