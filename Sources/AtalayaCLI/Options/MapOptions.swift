import ArgumentParser
import Atalaya

/// Digital maps of the ITU for what is not stated.
struct MapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with digital maps that you obtained from the ITU, for k, water vapour and rain height where they are not given: DN_Median.txt or DN50.TXT, surfwv_50_fixed.txt, h0.txt, R001.TXT.",
      valueName: "folder"), completion: .directory)
  var ituMaps: String?

  @Flag(help: "With --itu-maps: rain as hard as is exceeded for 0.01 % of an average year, in place of --rain.")
  var ituRain = false

  func check(_ usage: inout Usage, rain: Bool) {
    usage.require("--itu-maps", ituMaps != nil, for: ["--itu-rain": ituRain])
    usage.refuse(with: "--itu-rain", ituRain, ["--rain": rain])
  }

  /// What the maps say at a place; nil without a folder.
  /// - Parameters:
  ///   - wantsFactor: Whether k is wanted; so are the vapour and the height of the rain.
  /// - Throws: ``GeoFileError`` for a map that is missing or damaged.
  func figures(
    at place: Position, wantsFactor: Bool, wantsVapour: Bool, wantsRainHeight: Bool
  ) throws -> Figures? {
    guard let ituMaps else { return nil }
    let maps = try ItuMaps(folder: ituMaps)
    return Figures(
      factor: wantsFactor ? try maps.earthFactor(at: place) : nil,
      vapour: wantsVapour ? try maps.value(of: .vapour, at: place) : nil,
      rainHeight: wantsRainHeight ? try maps.rainHeight(at: place) : nil,
      rainRate: ituRain ? try maps.value(of: .rain, at: place) : nil)
  }

  /// Puts what the maps say in place of what neither the options nor a scenario state.
  /// - Parameters:
  ///   - usual: The weather before the options.
  ///   - options: What is given instead of maps.
  ///   - scenario: What a scenario states is not taken from maps either.
  ///   - wantsFactor: Whether nothing else states k.
  /// - Returns: What was taken; nil without a folder.
  func fill(
    _ usual: inout Weather, at place: Position, beside options: WeatherOptions, _ scenario: Scenario?,
    wantsFactor: Bool,
    wantsAir: Bool = true
  ) throws -> Figures? {
    let stated = scenario?.weather ?? Weather()
    let rains = try options.rain?.get().millimetresPerHour ?? stated.rainRate > 0
    let found = try figures(
      at: place, wantsFactor: wantsFactor && scenario?.defaultedSettings.contains("effective_earth_k") ?? true,
      wantsVapour: wantsAir && options.air.vapour == nil && options.air.humidity == nil && stated.air == SurfaceAir(),
      wantsRainHeight: wantsAir && options.rainHeight == nil && stated.rainHeight == Weather().rainHeight
        && (ituRain || rains))
    guard let found else { return nil }
    if let vapour = found.vapour { usual.surfaceVapourDensity = vapour }
    if let rate = found.rainRate { usual.rainRate = rate }
    if let height = found.rainHeight { usual.rainHeight = height }
    return found
  }

  /// What maps say.
  struct Figures {
    var factor: Double?
    var vapour: Double?
    var rainHeight: Length?
    var rainRate: Double?

    /// For people.
    var text: String {
      [
        factor.map { "k \($0.fixed(4))" }, vapour.map { "\($0.significant(3)) g/m³ of water vapour" },
        rainRate.map { "rain of \($0.significant(3)) mm/h" }, rainHeight.map { "rain up to \($0.heightText)" },
      ].compactMap(\.self).joined(separator: ", ")
    }
  }
}
