public import Scenario
internal import Units

extension Scenario {
  /// The format of a scenario, field by field, in Markdown; made from the same table that reading uses.
  public static var formatReference: String {
    let layers = LayerFormat.all.map(FormatReference.section).joined(separator: "\n")
    let settings = FormatReference.table(SettingFields.format)
    let nested = FormatReference.table(SettingFields.daylightFormat, under: "daylight")
    let alert = FormatReference.rows(SettingFields.alertFormat, under: "alert")
    let detection = FormatReference.rows(DetectionFields.format, under: "detection")
    let terrain = FormatReference.rows(SettingFields.terrainFormat, under: "terrain")
    let atmosphere = FormatReference.rows(AtmosphereFields.format, under: "atmosphere")
    let weather = FormatReference.rows(WeatherFields.format, under: "weather")
    let siting = FormatReference.rows(SitingFields.format, under: "place")
    let cover = FormatReference.rows(CoverFields.format, under: "ground_cover")
    let reach = FormatReference.rows(ReachFields.format, under: "reach")
    let routing = FormatReference.rows(RoutingFields.format, under: "routing")
    let refuelling = FormatReference.rows(StopFields.format, under: "refuelling")
    let requirements = FormatReference.rows(SettingFields.requirementsFormat, under: "requirements")
    return """
      # Format of a scenario, version 1

      A scenario is a folder with `scenario.yaml`. `atalaya validate FOLDER` reports everything that is wrong with it.

      ## Keys of scenario.yaml

      \(settings)

      Keys under `daylight`, `alert`, `detection`, `routing`, `reach`, `refuelling`, `requirements`, `place`, `terrain`, `ground_cover`, `atmosphere` and `weather`:

      \(nested)
      \(alert)
      \(detection)
      \(routing)
      \(reach)
      \(refuelling)
      \(requirements)
      \(siting)
      \(terrain)
      \(cover)
      \(atmosphere)
      \(weather)

      ## Layers

      `layers:` has one key per layer; a layer that is absent is empty. What stands under the key is one of

      - a list of rows: `- { id: north, latitude: 40.2, longitude: -29.8 }`
      - the name of a file, relative to the folder: `sites.csv`. CSV, GeoJSON, GeoPackage, KML and KMZ, Shapefile, GPX,
        FlatGeobuf, GML, MapInfo, file geodatabase, XLSX and ODS are read, zipped too; geometries in other coordinate
        reference systems are transformed. The folders of a KML, however nested, are one layer; `layer: FOLDER` takes
        the placemarks that lie in one folder, without those of the folders in it.
      - both with options: `{ file: data.gpkg, layer: masts, crs: "EPSG:32718", columns: { id: CODE, elevation_m: ELEV },
        defaults: { radar: type-a } }`. `layer` is needed when the file holds several; `crs` is that of the columns `x` and
        `y`, and of geometries whose file states none; `columns` gives the file’s name for one of ours; `defaults` fill empty
        fields; `rows` takes the place of `file` for a list of rows; `decimal`, `heights` and `ignore` are below.

      Unknown keys of rows in scenario.yaml are errors. Names are compared without regard to case, blanks and brackets:
      `Cruise (km/h)` is `cruise_km_h`. A column that is nearly a field (`antenna_heigth_m`, `antenna_he`, `elevation_yd`,
      `latitud`), or that means the same in other words (`max_elevation_deg`, `instr_range_nm`, `scan_s`), is an error with the
      field that may be meant; other columns are not read and are named in one warning for
      each file, except those that hold nothing and common ones such as `note` and `source`. `columns` maps a column, and
      `ignore: [owner, mode]` lists those that are of no use. A Shapefile cuts names to ten letters: a cut name that can be
      one field alone is read as that field, with a warning; one that can be several fields, or a bare number whose unit was
      cut off, is an error until `columns` names it.

      scenario.yaml may have \(sizeLimit / 1_000_000) MB and \(YAMLLimits.aliases) aliases, a layer in a text format \
      \(LayerSource.textLimit / 1_000_000) MB.

      ### Quantities

      An amount is a number and a unit: `450 km`, `120 kt`, `7 min`, `USD 17.8M`. A bare number is an error. The name of a
      column or key may state the unit instead: `elevation_m`, `cruise_km_h`, `price_usd_m`; the number then stands alone.
      Any spelling of the unit will do (`antenna_height_feet`, `range_nm`, `cruise_kts`), and heights may state their datum
      with it (`elevation_m_amsl`). `nm` is nautical miles. Altitudes above mean sea level may be flight levels, `FL130`,
      which are taken in the standard atmosphere, with a warning.

      The decimal mark of scenario.yaml is a point; `12,5` is read too. Thousands may be set apart by commas, points, spaces or
      apostrophes where that has one meaning only: `2'600'000`, `1.234.567`, `1 234,5`. One mark before three digits,
      `1.420`, has two meanings. In a layer it is read as the layer’s other numbers show, those of positions included: with
      `40,30` near it, it is 1420. When they show nothing, a table with commas between its columns has decimal points, and
      in other files such a number is an error, as it is when both marks are shown. `decimal: comma` or `decimal: point` of a
      layer states the mark. Typed numbers of GeoPackage, GeoJSON or Excel have one meaning.

      \(FormatReference.units)

      ### Positions

      A row is where the layer’s geometry is; or else at `position` in any notation that `atalaya locate` reads; or at
      `latitude` and `longitude`; or at `x` and `y` in the layer’s `crs`. When two of them are more than 100 m apart, the
      first of this list is taken, with a warning.

      ### Heights of geometries

      Third coordinates that are above mean sea level (KML with `altitudeMode` absolute, GPX, a compound reference system)
      are the `elevation` of sites, bases and strips that state none, and the altitude of each point of a route that states
      none; a warning says so. KML’s relativeToGround is above ground. Those of other files are not read, with one warning for
      each layer: GeoJSON’s are above the ellipsoid (RFC 7946), and Shapefiles and GeoPackages do not say. `heights` of a layer
      states what they are: `amsl`, `agl`, `amsl_ft`, `agl_ft` (metres or feet), which then also wins over the altitude of
      a route, or `ignore`. A route may have several lines that follow each other, as a track that lost its fix: they are
      joined straight, with a warning that names each gap; lines that branch are an error.

      \(layers)
      ## Observations

      What `atalaya fit --observed` and `--reference` read is no layer of a scenario, but has fields as these have. Positions,
      quantities and heights are as above.

      \(FormatReference.table(ObservationFields.layer))
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
      let absent = field.isRequired ? field.absence : field.fallback
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

extension FieldFormat {
  /// What the absence of a required field is.
  fileprivate var absence: String { substitute.isEmpty ? "an error" : "an error, unless `\(substitute)` gives it" }
}
