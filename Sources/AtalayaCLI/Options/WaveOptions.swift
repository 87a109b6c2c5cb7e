import ArgumentParser
import Atalaya

/// The wave and the air whose losses on a profile are wanted.
struct WaveOptions: ParsableArguments {
  @Option(help: "The radar's frequency, as in 1.3GHz: adds what the path takes from its wave.")
  var frequency: OptionValue<Frequency>?

  @Option(help: "horizontal, vertical or circular (default: horizontal).")
  var polarization: OptionValue<Polarization>?

  @OptionGroup var weather: WeatherOptions

  @Option(help: "Share of the path over the sea, 0 to 1 (default: the profile file's zones, else 0).")
  var seaShare: OptionValue<Double>?

  @Option(
    help: ArgumentHelp(
      "Percent of time for which the diffraction is not exceeded, 0.001 to 50 (default: 50).", valueName: "percent"))
  var timePercent: OptionValue<Double>?

  @Option(
    help: ArgumentHelp(
      "With --time-percent: percent of time with strongly bending air (β₀ of ITU-R P.452).", valueName: "percent"))
  var anomalousPercent: OptionValue<Double>?

  /// Which of the options are given that go with a frequency.
  var given: [(key: String, value: Bool)] {
    let own: [(key: String, value: Bool)] = [
      ("--polarization", polarization != nil), ("--sea-share", seaShare != nil), ("--time-percent", timePercent != nil),
      ("--anomalous-percent", anomalousPercent != nil),
    ]
    return own + weather.given
  }

  func check(_ usage: inout Usage) {
    usage.check("--frequency", frequency, in: .megahertz(10) ... .gigahertz(1000), "a frequency of 10 MHz to 1000 GHz")
    usage.check("--polarization", polarization)
    weather.check(&usage)
    usage.require("--frequency", frequency != nil, for: given)
    usage.check("--sea-share", seaShare, in: 0...1)
    usage.check("--time-percent", timePercent, in: 0.001...50)
    usage.check("--anomalous-percent", anomalousPercent, in: 0.000001...49.999999)
    if let percent = try? timePercent?.get(), percent < 50, anomalousPercent == nil {
      usage.report("--time-percent below 50 goes with --anomalous-percent")
    }
    usage.require("--time-percent", timePercent != nil, for: ["--anomalous-percent": anomalousPercent != nil])
  }

  /// The wave; nil without a frequency.
  /// - Parameter usual: The weather of the scenario, for what is not given.
  func wave(in usual: Weather) throws -> SightWave? {
    guard let frequency = try frequency?.get() else { return nil }
    let weather = try weather.weather(in: usual)
    return SightWave(
      frequency: frequency, polarization: try polarization?.get() ?? .horizontal, seaShare: try seaShare?.get(),
      air: weather.air,
      rain: weather.rainRate > 0
        ? try Rain(rate: .millimetresPerHour(weather.rainRate), height: weather.rainHeight) : nil,
      timeShare: try timePercent.flatMap { percent in
        try anomalousPercent.map { try DiffractionTimeShare(percent: percent.get(), anomalousPercent: $0.get()) }
      })
  }
}

extension Frequency: OptionReadable {
  static func read(_ text: String) throws -> Frequency { try parse(text) }
}

extension Polarization: OptionReadable {
  /// The word, or its first letter.
  static func read(_ text: String) throws -> Polarization {
    let word = text.lowercased()
    guard let match = allCases.first(where: { $0.rawValue == word || $0.rawValue.prefix(1) == word }) else {
      throw OptionProblem("“\(text)” is not one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return match
  }
}
