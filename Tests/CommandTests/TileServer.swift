import Foundation
import TestSupport

/// A web server on loopback with some made-up tiles of 3″, ranges, tags, and faults on request.
final class TileServer {
  private let scratch: Scratch
  private let server: LoopbackServer
  var url: String { server.url }

  /// Starts a server.
  /// - Parameters:
  ///   - tiles: South and west of each tile that it has.
  ///   - faults: By tile, `S13W078`: what to do instead of answering each next request for bytes beyond the first one:
  ///     `503`, `cut` (half of the bytes, then closed), `page` (a web page with code 200), `hang` (after 100 kB), `change`
  ///     (the last post gets another height before the answer), `ok`.
  ///   - options: `plain` for a server without ranges, `swapped` for tiles that are not what their names say,
  ///     `torn` for one that tells another length from the second part on, `beyond` for one whose ranges end behind the file.
  init(tiles: [(Int, Int)], faults: [String: [String]] = [:], options: [String] = []) throws {
    scratch = try Scratch()
    for (south, west) in tiles {
      let name = Self.name(south, west)
      try FileManager.default.createDirectory(
        at: scratch.folder.appendingPathComponent(name), withIntermediateDirectories: true)
      let shift = options.contains("swapped") ? 1.0 : 0
      // Posts on whole degrees, so that edges lie half a cell beyond: as the archive has it.
      let (left, top, half) = (Double(west) + shift, Double(south + 1), 1.0 / 2400)
      try Program.output(
        "gdal_create",
        ["-of", "GTiff", "-outsize", "1200", "1200", "-ot", "Float32", "-burn", "\(south * 100 + west)"]
          + ["-a_srs", "EPSG:4326", "-co", "TILED=YES", "-a_ullr"]
          + [left - half, top + half, left + 1 - half, top - 1 + half].map { "\($0)" }
          + [scratch.path("\(name)/\(name).tif")])
    }
    try scratch.file("faults.json", JSONEncoder().encode(faults))
    server = try LoopbackServer(Self.handler, in: scratch, options)
  }

  static var isPossible: Bool { Program.has("python3") && Program.has("gdal_create") }

  /// The archive's name, spelled out here once more.
  static func name(_ south: Int, _ west: Int) -> String {
    let latitude = String(format: "%@%02d", south < 0 ? "S" : "N", abs(south))
    let longitude = String(format: "%@%03d", west < 0 ? "W" : "E", abs(west))
    return "Copernicus_DSM_COG_30_\(latitude)_00_\(longitude)_00_DEM"
  }

  /// The bytes of a tile.
  func bytes(_ south: Int, _ west: Int) throws -> Data {
    let name = Self.name(south, west)
    return try Data(contentsOf: scratch.folder.appendingPathComponent("\(name)/\(name).tif"))
  }

  /// The requests so far: path, range and what was answered.
  var log: [String] {
    ((try? String(contentsOfFile: scratch.path("log"), encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }

  private static let handler = """
    import hashlib, json, re, time
    root, options = sys.argv[1], sys.argv[2:]
    faults = json.load(open(root + "/faults.json"))
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *arguments):
            pass

        def answer(self, code, body, headers={}, sent=None):
            with lock, open(root + "/log", "a") as log:
                log.write(f"{self.path} {self.headers.get('Range')} {code}\\n")
            self.send_response(code)
            self.send_header("Content-Length", str(len(body)))
            for key, value in headers.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body if sent is None else body[:sent])
            self.wfile.flush()

        def do_GET(self):
            try:
                data = open(root + self.path, "rb").read()
            except OSError:
                return self.answer(404, b"no such key")
            tag = '"' + hashlib.md5(data).hexdigest() + '"'
            wanted = re.fullmatch(r"bytes=(\\d+)-(\\d+)", self.headers.get("Range") or "")
            first, last = (int(wanted[1]), min(int(wanted[2]), len(data) - 1)) if wanted else (0, len(data) - 1)
            isWhole = "plain" in options or not wanted or self.headers.get("If-Range") not in (None, tag)
            fault = "ok"
            if (first, last) != (0, 0):
                place = re.search(r"([NS]\\d\\d)_00_([EW]\\d\\d\\d)", self.path)
                queue = faults.get(place[1] + place[2], [])
                with lock:
                    fault = queue.pop(0) if queue else "ok"
            if fault == "change":
                data = data[:-4] + b"\\0\\0\\0\\0"
                open(root + self.path, "wb").write(data)
                tag = '"' + hashlib.md5(data).hexdigest() + '"'
                isWhole = self.headers.get("If-Range") not in (None, tag)
            if fault == "503":
                return self.answer(503, b"slow down")
            if fault == "page":
                return self.answer(200, b"<html>please log in</html>", {"ETag": tag})
            if isWhole:
                body, code, headers = data, 200, {"ETag": tag}
            else:
                body, code = data[first:last + 1], 206
                total = len(data) + (5 if "torn" in options and first > 0 else 0)
                headers = {"ETag": tag, "Content-Range": f"bytes {first}-{last}/{total}"}
                if "beyond" in options:
                    headers["Content-Range"] = f"bytes {first}-{total}/{total}"
                if "again" in options and first > 0:
                    body = data[:10]
                    headers["Content-Range"] = f"bytes 0-9/{total}"
            if fault == "cut":
                self.close_connection = True
                return self.answer(code, body, headers, sent=len(body) // 2)
            if fault == "hang":
                self.answer(code, body, headers, sent=100000)
                time.sleep(25)
                self.close_connection = True
                return
            self.answer(code, body, headers)
    """
}
