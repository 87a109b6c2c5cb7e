/// The keys of scenario.yaml that hold keys of their own.
enum SettingParts {
  /// Their formats.
  static let formats: [String: LayerFormat] = [
    SettingFields.daylight.name: SettingFields.daylightFormat,
    SettingFields.weather.name: WeatherFields.format,
    SettingFields.alert.name: SettingFields.alertFormat,
    SettingFields.detection.name: DetectionFields.format,
    SettingFields.routing.name: RoutingFields.format,
    SettingFields.reach.name: ReachFields.format,
    SettingFields.requirements.name: SettingFields.requirementsFormat,
    SettingFields.place.name: SitingFields.format,
    SettingFields.terrain.name: SettingFields.terrainFormat,
    SettingFields.groundCover.name: CoverFields.format,
    SettingFields.atmosphere.name: AtmosphereFields.format,
  ]

  /// The key that a plain value stands for, of those that may be one.
  static let short = [SettingFields.terrain.name: "path", SettingFields.groundCover.name: "height"]
}
