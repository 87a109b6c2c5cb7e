import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Report

@Suite struct LayerStyleTests {
  @Test func `every layer has a style whose field it has, with a class for each of its values`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    #expect(map.styles.map(\.layer) == map.layers.map(\.name))
    for (style, layer) in zip(map.styles, map.layers) {
      let names = layer.fields.map(\.name)
      if let labels = style.labels { #expect(names.contains(labels), "\(layer.name)") }
      guard let field = style.field else {
        #expect(style.classes.count == 1)
        continue
      }
      let index = try #require(names.firstIndex(of: field))
      let values = Set(
        layer.rows.map { row in
          switch row.values[index] {
          case .real(let number): DecimalText.text(number, decimals: 3) ?? ""
          case .text(let text): text
          case .integer, .null: "?"
          }
        })
      #expect(values.isSubset(of: Set(style.classes.compactMap(\.value))), "\(layer.name)")
    }
  }

  @Test func `the page, its drawings and GIS styles have the colours of one table`() throws {
    let (light, dark) = try #require(
      Palette.css.split(separator: "}").map(String.init).first.map { first in
        (first, Palette.css.dropFirst(first.count))
      })
    for tint in Palette.tints {
      #expect(light.contains("--\(tint.name): \(Palette.colour(tint.name).hex);"))
      #expect(dark.contains("--\(tint.name): #") == (tint.dark != nil))
    }
    // Every variable that a style sheet reads is in the table.
    let names = Set(Palette.variables.map(\.name))
    let styles = PageResources.style + PageResources.chartStyle
    let read = styles.matches(of: #/var\((--[a-z0-9-]+)\)/#)
    // Mixtures of the table's colours are named where they are read.
    let mixtures = Set(styles.matches(of: #/(--[a-z0-9-]+): color-mix\(in srgb, var\(/#).map { String($0.output.1) })
    #expect(read.count > 20)
    for match in read { #expect(names.union(mixtures).contains(String(match.output.1)), "\(match.output.1)") }
    let network = try #require(try MapFixture.map(MapFixture.scenario()).styles.first { $0.layer == "network" })
    #expect(network.classes.count == 2)
    for (index, entry) in network.classes.enumerated() {
      guard case .area(let fill, _, _) = entry.symbol else {
        Issue.record("a class of the network is no area")
        continue
      }
      #expect(fill?.hex == Palette.floor(index, of: network.classes.count).hex)
    }
  }

  @Test func `every number of a raster's style is one for programs, below the sea too`() throws {
    let frame = GridFrame(columns: 3, rows: 1, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:4326")
    let qml = RasterStyle(of: Grid(frame: frame, cells: [-12.34, 5, 4000])).qml
    let numbers = qml.matches(of: #/(?:value|minimumValue|maximumValue|classificationMin|classificationMax)="([^"]*)"/#)
    #expect(numbers.count == 10 && numbers.allSatisfy { Double($0.output.1) != nil }, "\(qml)")
    #expect(numbers.contains { $0.output.1 == "-12.3" })
  }

  @Test func `the value of a rank is that of the sorted values`() {
    var random = SplitMix(seed: 33)
    for count in [1, 2, 3, 10, 1000] {
      for values in [
        (0..<count).map { _ in Float(Int.random(in: -9...9, using: &random)) }, (0..<count).map { Float($0) },
      ] {
        for rank in Set([0, count / 3, (count - 1) * 19 / 20, count - 1]) {
          var copy = values
          #expect(RasterStyle.value(ofRank: rank, in: &copy) == values.sorted()[rank])
        }
      }
    }
  }

  @Test func `programs can read every number of a style`() throws {
    // Ground below the sea, and floors over it; a band whose label people read.
    let frame = GridFrame(columns: 3, rows: 2, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:4326")
    let below = RasterStyle(of: Grid(frame: frame, cells: [-412.34, -0.6, -0.04, 0, 3, 1234.56] as [Float]))
    let empty = RasterStyle(of: Grid(frame: frame, cells: [Float](repeating: .nan, count: 6)))
    let classes = PaletteStyle([(1, "−50 m above ground", Palette.floor(0)), (2, "unknown", Palette.floor(5))])
    let styles = try MapFixture.map(MapFixture.scenario()).styles
    let texts = [below.qml, empty.qml, classes.qml] + styles.map(\.qml) + styles.map(\.sld)
    let numbers = [
      #/ (?:value|alpha|band|alphaBand|opacity|classificationMin|classificationMax|minimumValue|maximumValue)="([^"]*)"/#,
      #/ (?:name|k)="(?:line_width|outline_width|size)" (?:type="QString" )?v(?:alue)?="([^"]*)"/#,
      #/<CssParameter name="(?:stroke-width|fill-opacity)">([^<]*)</#, #/<(?:Size|layerOpacity)>([^<]*)</#,
    ]
    let fields = #/<Option[^>]*>|<category[^>]*>/#
    var count = 0
    for text in texts {
      // Options and categories have values of every kind; those that are numbers are read by their names.
      let rest = text.replacing(fields, with: "")
      for (place, pattern) in numbers.enumerated() {
        for match in (place == 0 ? rest : text).matches(of: pattern) {
          #expect(Double(match.output.1) != nil, "\(match.output.0)")
          count += 1
        }
      }
      // Lists of dashes.
      for match in text.matches(of: #/(?:customdash" (?:type="QString" )?v(?:alue)?="|stroke-dasharray">)([^"<]*)/#) {
        for part in match.output.1.split(whereSeparator: { "; ".contains($0) }) { #expect(Double(part) != nil) }
      }
    }
    #expect(count > 100 && below.qml.contains("minimumValue=\"-412.3\""), "\(count)")
    let values = below.qml.matches(of: #/<item value="([^"]*)"/#).compactMap { Double($0.output.1) }
    #expect(values.count == 6 && values == values.sorted())
  }

  @Test(.enabled(if: Program.has("xmllint"), "no xmllint"))
  func `styles are XML`() throws {
    for style in try MapFixture.map(MapFixture.scenario()).styles {
      for text in [style.qml, style.sld] { try Program.output("xmllint", ["--nonet", "--noout", "-"], input: text) }
    }
  }

  @Test(.enabled(if: Python.isHere, "no Python"))
  func `the table of styles is where QGIS looks for it`() throws {
    let scratch = try Scratch()
    try MapFixture.map(MapFixture.scenario()).writeGeoPackage(to: scratch.path("a.gpkg"))
    // What QGIS's OGR provider asks of the file, by SQLite itself.
    let script = """
      import json, sqlite3, sys
      base = sqlite3.connect(sys.stdin.read())
      kind = base.execute("select data_type from gpkg_contents where table_name = 'layer_styles'").fetchone()[0]
      rows = base.execute('''select c.table_name, g.column_name, s.useAsDefault, typeof(s.update_time), length(s.styleQML) > 0
        from gpkg_contents c join gpkg_geometry_columns g on g.table_name = c.table_name
        left join layer_styles s on s.f_table_schema = '' and s.f_table_name = c.table_name
          and s.f_geometry_column = g.column_name order by s.id''').fetchall()
      print(json.dumps([kind, [list(map(str, row)) for row in rows]]))
      """
    let output = try JSONSerialization.jsonObject(
      with: Data(try Python.run(script, input: scratch.path("a.gpkg")).utf8))
    let parts = try #require(output as? [Any])
    #expect(parts[0] as? String == "attributes")
    let rows = try #require(parts[1] as? [[String]])
    #expect(rows.map { $0[0] } == (try MapFixture.map(MapFixture.scenario())).layers.map(\.name))
    #expect(rows.allSatisfy { Array($0.dropFirst()) == ["geom", "1", "text", "1"] })
  }

  @Test(
    .enabled(if: Program.has("xmllint") && KMLSchema.isHere, "no xmllint, or no OGC schema of KML (.ci/setup test)"))
  func `the KML validates against the OGC schema`() throws {
    let scratch = try Scratch()
    for scenario in [MapFixture.scenario(), MapFixture.scenario(longitude: 179.5)] {
      let file = try scratch.file("a.kml", try MapFixture.map(scenario).kml)
      let outcome = try #require(Program("xmllint")).run(["--nonet", "--noout", "--schema", KMLSchema.path, file])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }
}

/// OGC 07-147r2's schema, as `.ci/setup test` fetches it with the Python package fastkml.
private enum KMLSchema {
  static let path = FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(
    ".local/share/atalaya/fastkml/schema/ogckml22.xsd"
  ).path
  static let isHere = FileManager.default.fileExists(atPath: path)
}
