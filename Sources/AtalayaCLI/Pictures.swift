import Atalaya
import Foundation

/// The report's drawings as pictures.
enum Pictures {
  /// Every drawing as PNG, 1920 pixels wide, by rsvg-convert.
  static func all(of page: ReportPage) throws(GeoFileError) -> [(name: String, bytes: [UInt8])] {
    var pictures: [(name: String, bytes: [UInt8])] = []
    for drawing in page.drawings {
      pictures.append((drawing.name + ".png", try png(of: drawing.svg, named: drawing.name + ".png")))
    }
    return pictures
  }

  private static func png(of svg: String, named name: String) throws(GeoFileError) -> [UInt8] {
    func failure(_ problem: String) -> GeoFileError {
      GeoFileError(
        .unwritable, path: name, problem: problem,
        remedy: "install rsvg-convert (Debian: apt install librsvg2-bin), or leave out --png")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["rsvg-convert", "--width", "1920", "--keep-aspect-ratio", "--format", "png"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      // rsvg-convert reads all before it writes: no deadlock between the two pipes.
      try input.fileHandleForWriting.write(contentsOf: Data(svg.utf8))
      try input.fileHandleForWriting.close()
    } catch { throw failure("cannot be drawn: rsvg-convert does not run") }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else { throw failure("rsvg-convert does not draw it") }
    return Array(data)
  }
}
