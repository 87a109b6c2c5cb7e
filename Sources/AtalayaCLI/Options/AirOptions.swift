import ArgumentParser
import Atalaya

/// The air at sea level, for the loss by gases.
struct AirOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Water vapour at sea level, g/m³ (default: the scenario's, else 7.5; 20 in the wet tropics).", valueName: "g/m³"))
  var vapour: OptionValue<Double>?

  @Option(
    help: ArgumentHelp(
      "Relative humidity at sea level, in place of --vapour; it goes with --temperature.", valueName: "%"))
  var humidity: OptionValue<Double>?

  @Option(
    help: ArgumentHelp(
      "Temperature at sea level (default: the scenario's, else 15, of the reference).", valueName: "°C"))
  var temperature: OptionValue<Double>?

  @Option(
    help: ArgumentHelp(
      "Barometric pressure reduced to sea level (default: the scenario's, else that of the reference).",
      valueName: "hPa"))
  var pressure: OptionValue<Double>?

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--vapour": vapour != nil, "--humidity": humidity != nil, "--temperature": temperature != nil,
      "--pressure": pressure != nil,
    ]
  }

  func check(_ usage: inout Usage) {
    usage.check("--vapour", vapour, in: SurfaceAir.vapourDensities)
    usage.check("--humidity", humidity, in: 0...100)
    usage.check("--temperature", temperature, in: SurfaceAir.temperatures)
    usage.check("--pressure", pressure, in: SurfaceAir.pressures)
    usage.refuse(with: "--vapour", vapour != nil, ["--humidity": humidity != nil])
    usage.require("--temperature", temperature != nil, for: ["--humidity": humidity != nil])
  }

  /// The air; what is not given is that of the scenario.
  func air(in usual: SurfaceAir) throws -> SurfaceAir {
    let kelvin = try temperature.map { try $0.get() + 273.15 } ?? usual.temperatureKelvin
    let hectopascals = try pressure?.get() ?? usual.pressureHectopascals
    let density = try humidity.map { humidity in
      SurfaceAir.vapourDensity(
        relativeHumidity: try humidity.get() / 100, celsius: (kelvin ?? SurfaceAir.referenceTemperature) - 273.15,
        pressureHectopascals: hectopascals ?? SurfaceAir.referencePressure)
    }
    return SurfaceAir(
      vapourDensity: try density ?? vapour?.get() ?? usual.vapourDensity, temperatureKelvin: kelvin,
      pressureHectopascals: hectopascals)
  }
}

extension ReflectingSurface.Kind: OptionReadable {
  static func read(_ text: String) throws -> ReflectingSurface.Kind {
    guard let kind = ReflectingSurface.Kind(rawValue: text.lowercased()) else {
      throw OptionProblem("“\(text)” is not one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return kind
  }
}
