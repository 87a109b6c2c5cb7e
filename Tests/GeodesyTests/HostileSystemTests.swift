import Foundation
import Geodesy
import TestSupport
import Testing
import Units

/// Coordinate systems that name files, as they may come with any layer.
@Suite struct HostileSystemTests {
  private static func wkt(_ grid: String, _ sign: String = ",") -> String {
    """
    GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298.25],EXTENSION["PROJ4_GRIDS"\(sign)"\(grid)"]],PRIMEM["G",0],\
    UNIT["degree",0.0174532925199433]]
    """
  }

  private static func compound(_ grid: String) -> String {
    """
    COMPD_CS["c",GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298.25]],PRIMEM["G",0],UNIT["degree",0.0174532925199433]],\
    VERT_CS["v",VERT_DATUM["d",2005,EXTENSION["PROJ4_GRIDS","\(grid)"]],UNIT["metre",1],AXIS["Up",UP]]]
    """
  }

  private static func bound(_ grid: String) -> String {
    """
    BOUNDCRS[SOURCECRS[GEOGCRS["x",DATUM["y",ELLIPSOID["z",6378137,298.25]],CS[ellipsoidal,2],AXIS["lon",east],\
    AXIS["lat",north],ANGLEUNIT["degree",0.0174532925199433]]],TARGETCRS[GEOGCRS["WGS 84",DATUM["WGS 84",\
    ELLIPSOID["WGS 84",6378137,298.257223563]],CS[ellipsoidal,2],AXIS["lat",north],AXIS["lon",east],\
    ANGLEUNIT["degree",0.0174532925199433]]],ABRIDGEDTRANSFORMATION["t",METHOD["NTv2",ID["EPSG",9615]],\
    PARAMETERFILE ["Latitude and longitude difference file" , "\(grid)"]]]
    """
  }

  @Test(.timeLimit(.minutes(1))) func `a system that names a file by its path is refused, and the file is not opened`()
    throws
  {
    let pipe = try NamedPipe()
    let grid = pipe.path
    let texts = [
      Self.wkt(grid), Self.wkt(grid, " , "), Self.compound(grid), Self.bound(grid), "+proj=longlat +nadgrids=\(grid)",
      "+proj=longlat +nadgrids=\"\(grid)\"", "+proj=longlat +nadgrids = \(grid)", "+proj=longlat +nadgrids=@\(grid)",
      "+proj=longlat +nadgrids=BETA2007.gsb,\(grid)", "+proj=longlat\t+datum=WGS84 +geoidgrids=\(grid)",
      "+init=\(grid):a", "+proj=longlat +init=file:\(grid)", "+proj=pipeline +step +proj=hgridshift +grids=\(grid)",
    ]
    for text in texts {
      do throws(GeodesyError) {
        _ = try CoordinateTransformation(from: text, to: "EPSG:32632")
        Issue.record("\(text) was taken")
      } catch {
        #expect(error.code == .unknownReferenceSystem && error.message.contains("names a file"), "\(text): \(error)")
      }
    }
    #expect(pipe.isUntouched)
  }

  @Test(.timeLimit(.minutes(1))) func `a file of the working folder is not a grid`() throws {
    // Named by itself: the folder in which the tests run holds it for a moment.
    let name = "atalaya-\(UUID().uuidString)"
    let pipe = try NamedPipe(at: name)
    for text in ["+proj=longlat +nadgrids=\(name)", "+init=\(name):a", Self.wkt(name), Self.bound(name)] {
      var transformation = try? CoordinateTransformation(from: text, to: "EPSG:32632")
      _ = try? transformation?.point(x: 9, y: 50)
    }
    #expect(pipe.isUntouched)
  }

  private static let grid = ["/usr/share/proj", "/usr/local/share/proj", "/opt/homebrew/share/proj"]
    .contains { FileManager.default.fileExists(atPath: "\($0)/BETA2007.gsb") }

  @Test(.enabled(if: grid, "BETA2007.gsb is not installed")) func `a grid of PROJ's own is used by its name`() throws {
    var plain = try CoordinateTransformation(from: "+proj=longlat +ellps=bessel", to: "EPSG:4326")
    let text = "+proj=longlat +ellps=bessel +nadgrids=BETA2007.gsb"
    var shifted = try CoordinateTransformation(from: text, to: "EPSG:4326")
    let (there, here) = (try shifted.point(x: 9, y: 50), try plain.point(x: 9, y: 50))
    #expect(abs(there.x - here.x) > 1e-4 && abs(there.x - here.x) < 1e-2, "\(there), \(here)")
  }
}

/// A named pipe with something in it, which is no longer there when somebody has read it.
private final class NamedPipe {
  let path: String
  private let descriptor: Int32

  init(at path: String = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path) throws {
    self.path = path
    try #require(mkfifo(path, 0o600) == 0)
    descriptor = open(path, O_RDWR | O_NONBLOCK)
    try #require(write(descriptor, "x", 1) == 1)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  var isUntouched: Bool {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 && byte == UInt8(ascii: "x")
  }
}
