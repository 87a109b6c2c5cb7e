import Foundation
import TestSupport
import Testing

/// A web server on loopback that has nothing and writes down who asks.
final class AskedServer {
  private let scratch: Scratch
  private let server: LoopbackServer
  var url: String { server.url }

  /// - Parameter target: Where every request is sent on to; nil: nowhere, code 404.
  init(sendingTo target: String? = nil) throws {
    scratch = try Scratch()
    server = try LoopbackServer(Self.handler, in: scratch, target.map { [$0] } ?? [])
  }

  /// The requests so far.
  var asked: String { (try? String(contentsOfFile: scratch.path("asked"), encoding: .utf8)) ?? "" }

  private static let handler = """
    class Handler(http.server.BaseHTTPRequestHandler):
      def do_GET(self):
        with open(root + '/asked', 'a') as f: f.write(self.command + ' ' + self.path + chr(10))
        if options:
          self.send_response(302); self.send_header('Location', options[0] + self.path)
          self.send_header('Content-Length', '0'); self.end_headers()
        else: self.send_error(404)
      do_HEAD = do_GET
      def log_message(self, *a): pass
    """
}

/// Scenarios as they may come by mail: reading one neither fetches, nor writes, nor takes bytes from elsewhere.
@Suite(.enabled(if: Program.has("python3"), "needs Python"))
struct HostileScenarioTests {
  private let space: Workspace

  private static let yaml = """
    atalaya: 1
    name: By mail
    LINE
    layers:
      sites: [{ id: a, latitude: 40, longitude: -30 }]
    """

  init() throws { space = try Workspace() }

  /// Validates a scenario with one more line and one more file.
  private func validate(_ line: String, _ file: String, _ text: String) throws -> Program.Outcome {
    var yaml = Self.yaml.replacingOccurrences(of: "LINE\n", with: line.hasPrefix("terrain") ? line + "\n" : "")
    if !line.hasPrefix("terrain") { yaml += "\n  \(line)\n" }
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: space.path + "/scenario.yaml"))
    try Data(text.utf8).write(to: URL(fileURLWithPath: space.path + "/" + file))
    return try Tool.run("validate", space.path)
  }

  @Test func `nothing in a scenario asks a server`() throws {
    let server = try AskedServer()
    let url = server.url
    let line = "{\"type\":\"LineString\",\"coordinates\":[[-30,39],[-29,40]]}"
    func collection(_ crs: String) -> String {
      "{\"type\":\"FeatureCollection\",\"crs\":\(crs),\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(line)}]}"
    }
    func vrt(_ source: String, _ srs: String = "EPSG:4326") -> String {
      """
      <VRTDataset rasterXSize="2" rasterYSize="2"><SRS>\(srs)</SRS><GeoTransform>-31, 1, 0, 41, 0, -1</GeoTransform>
      <VRTRasterBand dataType="Int16" band="1"><SimpleSource><SourceFilename>\(source)</SourceFilename></SimpleSource>
      </VRTRasterBand></VRTDataset>
      """
    }
    let cases = [
      (
        "border: b.geojson", "b.geojson",
        collection("{\"type\":\"link\",\"properties\":{\"href\":\"\(url)/a\",\"type\":\"proj4\"}}")
      ),
      ("border: b.geojson", "b.geojson", collection("{\"type\":\"URL\",\"properties\":{\"url\":\"\(url)/b\"}}")),
      ("border: { file: b.geojson, crs: \"\(url)/c\" }", "b.geojson", collection("null")),
      ("border: { file: b.geojson, crs: \"+proj=longlat +nadgrids=\(url)/d.tif\" }", "b.geojson", collection("null")),
      (
        "border: b.kml", "b.kml",
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><NetworkLink><Link><href>\(url)/e.kml</href></Link></NetworkLink></kml>"
      ),
      (
        "border: b.gml", "b.gml",
        "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"\(url)/f.dtd\"><gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"\(url) \(url)/f.xsd\"/>"
      ),
      (
        "border: b.vrt", "b.vrt",
        "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/\(url)/g</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
      ),
      ("border: /vsicurl/\(url)/h.geojson", "b.vrt", ""),
      ("terrain: t.vrt", "t.vrt", vrt("/vsicurl/\(url)/i.tif")),
      ("terrain: t.tif", "t.tif", vrt("/vsicurl/\(url)/j.tif")),
      ("terrain: t.vrt", "t.vrt", vrt("t.tif", "\(url)/k")), ("terrain: t.vrt", "t.vrt", vrt("WMS:\(url)/l?")),
      (
        "terrain: t.tif", "t.tif",
        "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>\(url)/${z}</ServerUrl></Service></GDAL_WMS>"
      ),
      ("terrain: t.tif", "t.tif", "<GDAL_WMTS><GetCapabilitiesUrl>\(url)/m.xml</GetCapabilitiesUrl></GDAL_WMTS>"),
      (
        "terrain: t.tif", "t.tif",
        "<WCS_GDAL><ServiceURL>\(url)/n?</ServiceURL><CoverageName>x</CoverageName></WCS_GDAL>"
      ),
      ("terrain: /vsicurl/\(url)/o.tif", "t.tif", ""), ("terrain: \(url)/p.tif", "t.tif", ""),
    ]
    for (line, file, text) in cases {
      let run = try validate(line, file, text)
      #expect(run.status == 0 || run.status == 1, "\(line): \(run)")
      #expect(server.asked == "", "\(line): \(server.asked)")
    }
  }

  @Test func `a raster that would write its cache anywhere writes nothing`() throws {
    let victim = space.path + "/victim"
    let run = try validate(
      "terrain: t.tif", "t.tif",
      """
      <MRF_META><CachedSource><Source>\(space.path)/t.tif</Source></CachedSource><Raster><Size x="64" y="64" c="1"/>
      <Compression>NONE</Compression><DataFile>\(victim)</DataFile><IndexFile>\(victim).idx</IndexFile></Raster></MRF_META>
      """)
    #expect(run.status == 1 && (run.output + run.errors).contains("MRF"))
    #expect(space.names("") == ["scenario.yaml", "t.tif"])
  }

  @Test func `a table elsewhere that is no layer is not quoted`() throws {
    let other = try Scratch(["secret.csv": "user;password\nroot;hunter2\n"])
    for line in [
      "strips: \(other.path)/secret.csv", "strips: { file: \(other.path)/secret.csv, columns: { id: token } }",
    ] {
      let run = try validate(line, "t.txt", "")
      #expect(run.status == 1 && !(run.output + run.errors).contains("password"), "\(run)")
      #expect(!(run.output + run.errors).contains("hunter2"))
    }
    // A real one is read, as before.
    try other.file("strips.csv", "id,latitude,longitude\ns,40.1,-30.1\n")
    #expect(try validate("strips: \(other.path)/strips.csv", "t.txt", "").status == 0)
  }

  @Test func `a fetch follows no server to another address`() throws {
    let other = try AskedServer()
    let server = try AskedServer(sendingTo: other.url)
    let run = try Tool.run(
      "terrain", "fetch", "--bounds", "-13, -78, -12, -77", "--folder", space.path + "/tiles", "--base-url", server.url,
      "--retries", "0")
    #expect(run.status == 1 && run.errors.contains("sends to \(other.url)"), "\(run)")
    #expect(other.asked == "" && server.asked.contains("Copernicus"))
  }

  @Test func `trust is given in so many words, and said`() throws {
    _ = try validate("terrain: t.asc", "t.asc", "ncols 2\nnrows 2\nxllcorner -31\nyllcorner 39\ncellsize 1\n1 2\n3 4\n")
    let run = try Tool.run("validate", space.path, "--trust")
    #expect(run.errors.contains("--trust"))
    #expect(try !Tool.run("validate", space.path).errors.contains("--trust"))
  }
}
