import Units

extension Scenario {
  /// The format of a scenario, field by field, in Markdown; made from the same table that reading uses.
  public static var formatReference: String {
    let layers = LayerFormat.all.map(FormatReference.section).joined(separator: "\n")
    let settings = FormatReference.table(SettingFields.format)
    let nested = FormatReference.table(SettingFields.daylightFormat, under: "daylight")
    let alert = FormatReference.rows(SettingFields.alertFormat, under: "alert")
    let terrain = FormatReference.rows(SettingFields.terrainFormat, under: "terrain")
    let place = FormatReference.rows(PlaceFields.format, under: "place")
    let requirements = FormatReference.rows(SettingFields.requirementsFormat, under: "requirements")
    return """
      # Format of a scenario, version 1

      A scenario is a folder with `scenario.yaml`. `atalaya validate FOLDER` reports everything that is wrong with it.

      ## Keys of scenario.yaml

      \(settings)

      Keys under `daylight`, `alert`, `requirements`, `place` and `terrain`:

      \(nested)
      \(alert)
      \(requirements)
      \(place)
      \(terrain)

      ## Layers

      `layers:` has one key per layer; a layer that is absent is empty. What stands under the key is one of

      - a list of rows: `- { id: north, latitude: 40.2, longitude: -29.8 }`
      - the name of a file, relative to the folder: `sites.csv`. Any format that GDAL reads: CSV, GeoJSON, GeoPackage, KML,
        Shapefile; geometries in other coordinate reference systems are transformed.
      - both with options: `{ file: data.gpkg, layer: masts, crs: "EPSG:32718", columns: { id: CODE, elevation_m: ELEV },
        defaults: { radar: type-a } }`. `layer` is needed when the file holds several; `crs` is that of the columns `x` and
        `y`, and of geometries whose file states none; `columns` gives the file’s name for one of ours; `defaults` fill empty
        fields; `rows` takes the place of `file` for a list of rows.

      Unknown keys of rows in scenario.yaml are errors. Further columns of files are ignored. Names are compared without
      regard to case, blanks and brackets: `Cruise (km/h)` is `cruise_km_h`.

      scenario.yaml may have \(sizeLimit / 1_000_000) MB and \(YAMLTree.aliasLimit) aliases, a layer in a text format \
      \(LayerSource.textLimit / 1_000_000) MB.

      ### Quantities

      An amount is a number and a unit: `450 km`, `120 kt`, `7 min`, `USD 17.8M`. A bare number is an error. The name of a
      column or key may state the unit instead: `elevation_m`, `cruise_km_h`, `price_usd_m`; the number then stands alone.
      The decimal mark is a point. Thousands may be set apart by commas or spaces where that has one meaning only.

      \(FormatReference.units)

      ### Positions

      A row is where the layer’s geometry is; or else at `position` in any notation that `atalaya locate` reads; or at
      `latitude` and `longitude`; or at `x` and `y` in the layer’s `crs`. When two of them are more than 100 m apart, the
      first of this list is taken, with a warning.

      \(layers)
      """
  }
}

/// Writes the tables of the reference.
private enum FormatReference {
  static func section(_ layer: LayerFormat) -> String {
    "### \(layer.key)\n\n\(layer.summary)\n" + (layer.fields.isEmpty ? "" : "\n\(table(layer))\n")
  }

  static func table(_ layer: LayerFormat, under key: String? = nil) -> String {
    "| field | type | accepted | column endings | when absent | meaning |\n| --- | --- | --- | --- | --- | --- |\n"
      + rows(layer, under: key)
  }

  static func rows(_ layer: LayerFormat, under key: String? = nil) -> String {
    layer.fields.map { field in
      let names = field.names.map { "`\(key.map { "\($0)." } ?? "")\($0)`" }
      let name = field.isRequired ? "**\(names[0])**" : names[0]
      let also = names.count > 1 ? " (also \(names.dropFirst().joined(separator: ", ")))" : ""
      let accepted = [field.accepted, field.range].filter { !$0.isEmpty }.joined(separator: "; ")
      let absent = field.isRequired ? "an error" : field.fallback
      return
        "| \(name)\(also) | \(field.type) | \(accepted) | \(field.columnSuffixes) | \(absent) | \(field.meaning) |"
    }.joined(separator: "\n")
  }

  static var units: String {
    func row<Amount: UnitBearing>(_ type: Amount.Type) -> String {
      let kind = Amount.kindName.drop { $0 != " " }.dropFirst()
      let spellings = Amount.units.map { unit in
        unit.aliases.isEmpty ? "`\(unit.symbol)`" : "`\(unit.symbol)` (\(unit.aliases.joined(separator: ", ")))"
      }
      let suffixes = Amount.units.compactMap(\.columnSuffix).map { "`_\($0)`" }
      return "| \(kind) | \(spellings.joined(separator: ", ")) | \(suffixes.joined(separator: " ")) |"
    }
    return """
      | kind | units | column endings |
      | --- | --- | --- |
      \(row(Length.self))
      \(row(Speed.self))
      \(row(Duration.self))
      \(row(Area.self))
      \(row(Angle.self))
      | money | \(Money.accepted) | `_usd`, in millions `_usd_m`; any ISO 4217 code |
      | time | local, `HH:MM` or `HH:MM:SS` | |
      """
  }
}
