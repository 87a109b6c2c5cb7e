import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A stranger's names in every output: no terminal obeys them, no file takes them for its own marks.
@Suite struct HostileNamesTests {
  /// The window's title, a cleared screen, C1 and DEL, an override of the direction, marks of HTML, XML, SQL and CSV, a line
  /// that looks like one of ours.
  private static let hostile =
    "=1+1\u{1B}]0;pwned\u{07}\u{1B}[2J\u{9B}31m\u{7F}\u{202E}\u{2066}</script><script>alert(1)</script>]]>&'\"; DROP TABLE x;--\nerror: forged"

  /// The name as YAML has it.
  private static func yaml(_ name: String) -> String {
    "\""
      + name.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where scalar.value < 0x20 || scalar.value >= 0x7F:
          scalar.value < 0x100
            ? "\\x" + String(format: "%02X", scalar.value) : "\\u" + String(format: "%04X", scalar.value)
        default: String(scalar)
        }
      }.joined() + "\""
  }

  private func scenario() -> String {
    let name = Self.yaml(Self.hostile)
    return """
      atalaya: 1
      name: \(name)
      description: \(name)
      currency: USD
      ground_elevation: 0 m
      layers:
        radar_types:
          - { id: t, name: \(name), kind: primary, instrumented_range: 60 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 4M }
        sites:
          - { id: a, name: \(name), position: "-12, -74.5", elevation: 0 m, radar: t }
          - { id: b, name: \(name), position: "-12.2, -74.9", elevation: 0 m }
        aircraft:
          - { id: c, name: \(name), kind: aeroplane, cruise: 180 km/h, rcs: 1 m² }
          - { id: h, name: \(name), kind: helicopter, cruise: 230 km/h }
        bases:
          - { id: d, name: \(name), position: "-12.1, -74.4", elevation: 0 m }
        assets:
          - { id: e, base: d, aircraft: h, count: 1, readiness_day: 5 min }
        strips:
          - { id: s, name: \(name), position: "-12, -74.6", elevation: 0 m }
        routes:
          - { id: r, points: ["-12, -73", "-12, -74.6"] }
        flights:
          - { id: f, name: \(name), aircraft: c, strip: s, inbound: r, altitude: 300 m AGL, departure: "10:00", ground_time: 10 min }
      """
  }

  /// What a terminal obeys, but for line feeds and tabs.
  private func obeyed(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { value in
      switch value {
      case 9, 10, 13: false
      case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test func `no output of any command holds what a terminal obeys, nor a line that a name has made`() throws {
    let space = try Workspace(scenario: scenario())
    let commands: [[String]] = [
      ["validate", space.path], ["validate", space.path, "--format", "json"],
      ["plan", space.path, "-o", space.path + "/out"],
      ["plan", space.path, "-o", space.path + "/out", "--format", "json"],
      ["coverage", space.path], ["response", space.path], ["intercept", space.path],
      ["response", space.path, "--format", "csv"], ["intercept", space.path, "--format", "json"],
      ["leak", space.path, "--step", "10km", "-o", space.path + "/leak"],
      ["place", space.path, "--budget", "USD 9M", "--seconds", "1", "-o", space.path + "/place"],
      ["plan", space.path + "/none\u{1B}[2J"],
    ]
    var isPlanned = false
    for command in commands {
      let run = try Program.atalaya.run(command)
      #expect(run.status >= 0 && run.status != 64, "\(command): \(run.errors)")
      #expect(obeyed(run.output).isEmpty, "\(command): \(obeyed(run.output))")
      #expect(obeyed(run.errors).isEmpty, "\(command): \(obeyed(run.errors))")
      let lines = (run.output + "\n" + run.errors).split(separator: "\n")
      // A line feed inside the quotes of a CSV field is the field's.
      #expect(command.last == "csv" || !lines.contains { $0.hasPrefix("error: forged") }, "\(command)")
      if command[0] == "plan", run.status == 0 { isPlanned = true }
    }
    #expect(isPlanned)

    for folder in ["out", "leak", "place"] {
      for name in space.names(folder) {
        let bytes = try space.bytes("\(folder)/\(name)")
        switch (name as NSString).pathExtension {
        case "json", "geojson":
          _ = try JSONSerialization.jsonObject(with: bytes)
          #expect(obeyed(String(decoding: bytes, as: UTF8.self)).isEmpty, "\(name)")
        case "csv":
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(obeyed(text).isEmpty, "\(name)")
          #expect(!text.contains(",=1+1") && !text.contains(",\"=1+1") && !text.contains("\n=1+1"), "\(name)")
        case "html":
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!text.contains("<script>alert(1)"), "\(name)")
        case "kml", "svg", "qml":
          // An XML parser that stops at the first fault.
          #expect(XMLParser(data: bytes).parse(), "\(name)")
          #expect(!String(decoding: bytes, as: UTF8.self).contains("<script>alert(1)"), "\(name)")
          #expect(obeyed(String(decoding: bytes, as: UTF8.self)).isEmpty, "\(name)")
        default: break
        }
      }
    }
  }
}
