import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@Suite struct LevelFileTests {
  @Test func `a netCDF file of levels is read at a place`() throws {
    let folder = try Scratch([:])
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path("levels.nc")
    try ClassicNetCDF.forecast.write(to: URL(fileURLWithPath: path))
    let place = Position(latitudeDegrees: -11.25, longitudeDegrees: -74.5)
    let bands = try LevelFile.values(of: path, at: place)
    #expect(bands.count == 16)
    // 2026-08-12 06:00 UTC.
    let begin = 1_786_514_400.0
    for band in bands {
      let level = Double(band.pressurePascals / 100)
      let hour = ((band.time ?? 0) - begin) / 3600
      #expect([500, 850].contains(level) && [0, 12].contains(hour))
      // Bilinear is exact for what is linear; the file has floats.
      let expected =
        switch band.quantity {
        case .eastwardWind: hour + level / 100 - 11.25 + 0.05
        case .northwardWind: -hour + level / 100
        case .temperature: 200 + level / 10
        case .height: level == 500 ? 5800.0 : 1500.0
        case .relativeHumidity: 0.0
        }
      #expect(abs(band.value - expected) < 1e-3, "\(band)")
    }
  }

  @Test(.enabled(if: Program.has("gdal_translate"), "needs GDAL's programs"))
  func `a GRIB file of levels is read at a place`() throws {
    let folder = try Scratch([:])
    defer { withExtendedLifetime(folder) {} }
    let (source, path) = (folder.path("levels.nc"), folder.path("levels.grb2"))
    try ClassicNetCDF.forecast.write(to: URL(fileURLWithPath: source))
    let translate = try #require(Program("gdal_translate"))
    // WMO code table 4.2: momentum, u-component of wind; surface 100, 50,000 Pa; six hours after the reference time.
    let outcome = try translate.run([
      "-q", "-b", "1", "NETCDF:\"\(source)\":u", path, "-of", "GRIB", "-a_srs",
      "+proj=longlat +R=6371229 +no_defs",
      "-co", "BAND_1_DISCIPLINE=0", "-co", "BAND_1_PDS_PDTN=0", "-co",
      "BAND_1_IDS=CENTER=7(US-NCEP) SUBCENTER=0 MASTER_TABLE=2 LOCAL_TABLE=1 SIGNF_REF_TIME=1(Start_of_Forecast) "
        + "REF_TIME=2026-08-12T00:00:00Z PROD_STATUS=0(Operational) TYPE=1(Forecast)", "-co",
      "BAND_1_PDS_TEMPLATE_ASSEMBLED_VALUES=2 2 2 0 96 0 0 1 6 100 0 50000 255 0 0",
    ])
    try #require(outcome.status == 0, "\(outcome)")
    let bands = try LevelFile.values(
      of: path, at: Position(latitudeDegrees: -11.25, longitudeDegrees: -74.5))
    let band = try #require(bands.first)
    #expect(bands.count == 1 && band.quantity == .eastwardWind && band.pressurePascals == 50_000)
    #expect(band.time == 1_786_514_400)
    // GRIB packs into two bytes of a range of some 6 m/s.
    #expect(abs(band.value - (5 - 11.25 + 0.05)) < 1e-2)
  }

  @Test func `what is no such file, or elsewhere, is an error that says so`() throws {
    let folder = try Scratch(["a.csv": "a,b\n1,2\n"])
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path("levels.nc")
    try ClassicNetCDF.forecast.write(to: URL(fileURLWithPath: path))
    let here = Position(latitudeDegrees: -11, longitudeDegrees: -74)
    func code(_ path: String, _ place: Position) -> GeoFileError.Code? {
      do throws(GeoFileError) {
        _ = try LevelFile.values(of: path, at: place)
        return nil
      } catch { return error.code }
    }
    #expect(code(folder.path("a.csv"), here) == .notRaster)
    #expect(code(folder.path("none.nc"), here) == .missing)
    for (latitude, longitude) in [(48.0, 11.0), (-11, 60), (-30, -74)] {
      #expect(
        code(path, Position(latitudeDegrees: latitude, longitudeDegrees: longitude)) == .unfitRaster
      )
    }
    // Cut short at every 40 bytes: an error, never a crash.
    let whole = ClassicNetCDF.forecast
    for count in stride(from: 0, to: whole.count, by: 40) {
      try whole.prefix(count).write(to: URL(fileURLWithPath: path))
      _ = code(path, here)
    }
    // A raster of terrain is still not read from such a file.
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(throws: GeoFileError.self) { try RasterFile(path: path) }
  }
}
