import Foundation
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = """
  atalaya: 1
  name: Test
  layers:
    radar_types:
      - { id: long, kind: primary, instrumented_range: 300 km, detection_range: 250 km, reference_rcs: 1 m², antenna_height: 12 m }

  """

private func sites(_ table: String, options: String = "") throws -> (Scenario?, [ScenarioProblem]) {
  let yaml = head + "  sites: { file: s.csv\(options) }\n"
  do { return (try load(yaml, ["s.csv": table]), []) } catch let error as ScenarioError { return (nil, error.problems) }
}

@Test(arguments: [
  ("antenna_height_m", "45", 45.0), ("antenna_height_meters", "45", 45), ("antenna_height_feet", "100", 30.48),
  ("Antenna height (ft)", "100", 30.48), ("antenna_height_ft_agl", "100", 30.48), ("antenna_height_nm", "1", 1852),
])
func `a column is read in any spelling of its unit`(column: String, value: String, metres: Double) throws {
  let (scenario, problems) = try sites("id,lat,lon,radar,\(column)\na,40,-30,long,\(value)\n")
  let height = try #require(scenario?.sites.first?.antennaHeight, "\(problems)")
  // One rounding of the product with 0.3048.
  #expect(abs(height.metres - metres) < 1e-9)
}

@Test(arguments: [
  ("antenna_he", "antenna_height_m"), ("antennaheight", "antenna_height_m"), ("antenna_heigth_m", "antenna_height_m"),
  ("elevaton_m", "elevation_m"), ("elevation_yd", "elevation_m"), ("blind_sector", "blind_sectors"),
  ("cota", "elevation_m"), ("radr", "radar"), ("tlit_deg", "tilt_deg"), ("blindsectors", "blind_sectors"),
])
func `a column that is nearly a field's is an error with the field, and can be mapped or left out`(
  column: String, field: String
) throws {
  let table = "id,lat,lon,\(column)\na,40,-30,\n"
  #expect(try sites(table).1.isEmpty, "an empty column loses nothing")
  let filled =
    "id,lat,lon,\(column)\na,40,-30,\(field == "radar" ? "long" : field == "blind_sectors" ? "90-120" : "7")\n"
  let (_, problems) = try sites(filled)
  let problem = try #require(problems.first)
  #expect(problem.code == .unknownField && problem.field == column && problem.problem.contains(field), "\(problem)")
  #expect(problem.remedy?.contains("columns: { \(field): \(column) }") == true, "\(problem)")
  #expect(try sites(filled, options: ", columns: { \(field): \(column) }").1.isEmpty)
  #expect(try sites(filled, options: ", ignore: [\(column)]").1.isEmpty)
}

@Test(arguments: [
  ("max_elevation_deg", "40", "maximum_elevation_deg"), ("elev_max_deg", "40", "maximum_elevation_deg"),
  ("scan_s", "12", "revisit_s"), ("scan_period_s", "12", "revisit_s"), ("rotation_time_s", "12", "revisit_s"),
  ("min_range_nm", "1", "minimum_range_nmi"), ("blind_range_km", "1", "minimum_range_km"),
  ("cost_usd_m", "3", "price_usd_m"),
])
func `a column that means a field in other words is an error with the field`(
  column: String, value: String, field: String
) throws {
  let table =
    "id,kind,instrumented_range_km,detection_range_km,reference_rcs_m2,antenna_height_m,\(column)\n"
    + "a,primary,300,250,1,12,\(value)\n"
  let found = try problems("atalaya: 1\nname: T\nlayers:\n  radar_types: r.csv\n", ["r.csv": table])
  let problem = try #require(found.first)
  #expect(
    found.count == 1 && problem.code == .unknownField && problem.problem.contains("did you mean “\(field)"), "\(found)")
}

@Test func `a required column in other words is named where it is missing`() throws {
  let table = "id,kind,instr_range_nm,det_range_nm,rcs_m2,antenna_hgt_m\na,primary,200,120,1,12\n"
  let found = try problems("atalaya: 1\nname: T\nlayers:\n  radar_types: r.csv\n", ["r.csv": table])
  for column in ["instr_range_nm", "det_range_nm", "rcs_m2", "antenna_hgt_m"] {
    #expect(found.contains { "\($0)".contains(column) }, "\(column): \(found)")
  }
}

@Test(arguments: ["tree_cover_m", "max_speed_kt", "elevation_of_beam", "width_m", "manufacturer", "crew", "mode"])
func `a column that means something else is no error`(column: String) throws {
  #expect(try sites("id,lat,lon,\(column)\na,40,-30,7\n").1.isEmpty)
}

@Test func `columns of no field are named once for the file, free ones and empty ones not at all`() throws {
  let table = "id,lat,lon,fid,source,owner,empty,mode\na,40,-30,1,me,x,,q\nb,41,-30,2,me,y,,q\n"
  let warnings = try #require(try sites(table).0).warnings.filter { $0.code == .unknownField }
  #expect(warnings.count == 1 && warnings[0].problem == "2 columns are not read: owner, mode", "\(warnings)")
  let (confirmed, _) = try sites(table, options: ", ignore: [owner, mode]")
  #expect(confirmed?.warnings.contains { $0.code == .unknownField } == false)
}

@Test func `a column of angles that are texts with units is named without its ending`() throws {
  let found = try problems(
    "atalaya: 1\nname: T\nlayers:\n  sites: s.csv\n", ["s.csv": "id,lat,lon,blind_sectors_deg\na,40,-30,90-120\n"])
  let named = found.filter { $0.code == .unknownField }
  #expect(named.count == 1 && named[0].problem.contains("did you mean “blind_sectors”?"), "\(found)")
}

@Test func `a required column that is misspelled is reported once`() throws {
  let yaml = "atalaya: 1\nname: T\nlayers:\n  aircraft: a.csv\n"
  let found = try problems(yaml, ["a.csv": "id,kind,cruse_kt\na,helicopter,120\n"])
  #expect(found.count == 1 && found[0].remedy?.contains("cruse_kt") == true, "\(found)")
}

/// A layer as Shapefile with texts or numbers in its columns.
private func shapefile(_ properties: String, options: String = "") throws -> (Scenario?, ScenarioError?) {
  let folder = try Scratch([
    "in.json": """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a",\(properties)},
    "geometry":{"type":"Point","coordinates":[-30,40]}}]}
    """
  ])
  try Program.output("ogr2ogr", ["-f", "ESRI Shapefile", "s.shp", "in.json"], in: folder.path)
  try folder.file("scenario.yaml", head + "  sites: { file: s.shp\(options) }\n")
  do { return (try Scenario.load(folder: folder.path), nil) } catch { return (nil, error) }
}

private let hasOGR = Program.has("ogr2ogr")

@Test(.enabled(if: hasOGR, "ogr2ogr is not installed"))
func `names that a Shapefile cuts are read as what they can only be, with a warning`() throws {
  let (scenario, error) = try shapefile(#""antenna_height":"45 m","blind_sectors":"90-180""#)
  let site = try #require(scenario?.sites.first, "\(String(describing: error))")
  #expect(site.antennaHeight == .metres(45) && site.blindSectors.count == 1)
  #expect(scenario?.warnings.contains { $0.problem.contains("antenna_he as antenna_height") } == true)
}

@Test(.enabled(if: hasOGR, "ogr2ogr is not installed"))
func `a Shapefile's bare number without its unit is refused once, and a mapping states the unit`() throws {
  let (_, error) = try shapefile(#""antenna_height_m":45"#)
  let problems = try #require(error?.problems)
  #expect(problems.count == 1 && problems[0].field == "antenna_he", "\(problems)")
  #expect(problems[0].remedy?.contains("columns: { antenna_height_m: antenna_he }") == true)
  let (mapped, _) = try shapefile(#""antenna_height_m":45"#, options: ", columns: { antenna_height_m: antenna_he }")
  #expect(mapped?.sites.first?.antennaHeight == .metres(45))
}

@Test(.enabled(if: hasOGR, "ogr2ogr is not installed"))
func `a cut name that can be two fields is refused with both`() throws {
  let folder = try Scratch([
    "a.csv": "base,aircraft,readiness_day,readiness_night\nb,h,15 min,45 min\n",
    "scenario.yaml": """
    atalaya: 1
    name: T
    layers:
      aircraft: [{ id: h, kind: helicopter, cruise: 120 kt }]
      bases: [{ id: b, lat: 40, lon: -30 }]
      assets: a.dbf
    """,
  ])
  try Program.output("ogr2ogr", ["-f", "ESRI Shapefile", "a.dbf", "a.csv"], in: folder.path)
  let error = #expect(throws: ScenarioError.self) { try Scenario.load(folder: folder.path) }
  let cut = error?.problems.filter { $0.problem.contains("cut to ten letters") } ?? []
  #expect(cut.map(\.field) == ["readiness_", "readines_1"], "\(error?.problems ?? [])")
  #expect(cut.allSatisfy { $0.problem.contains("readiness_day or readiness_night") })
}
