import Foundation
import Testing

@testable import Report

/// Debian keeps the licence of its package in a file of its own: the page must carry the same words.
@Test func `the script of the map carries its licence in full`() throws {
  let copyright = try String(contentsOfFile: "/usr/share/doc/libjs-leaflet/copyright", encoding: .utf8)
  let start = try #require(copyright.range(of: "\nLicense: BSD-2-clause\n All rights reserved."))
  let rest = copyright[start.lowerBound...].dropFirst("\nLicense: BSD-2-clause\n".count)
  func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).filter { $0 != "." }.map(String.init)
  }
  let licence = words(String(rest).components(separatedBy: "\n\nLicense:")[0])
  #expect(licence.count > 150)
  let script = words(try MapLibrary().script.components(separatedBy: "*/")[0])
  #expect(script.suffix(licence.count) == licence[...])
  #expect(script.joined(separator: " ").hasPrefix("/*! Leaflet Copyright (c) 2010-2021, Vladimir Agafonkin"))
}
