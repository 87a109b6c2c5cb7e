import Coverage
import Foundation
import Scenario
import TestSupport
import Testing

@testable import Report

/// The palette's colours as readers see them: contrast by WCAG 2.1, and distances for three kinds of colour blindness.
@Suite struct PaletteTests {
  @Test(arguments: [false, true])
  func `texts and marks stand out from what they stand on, in light and dark`(isDark: Bool) {
    // WCAG 2.1, success criteria 1.4.3 (text, 4.5) and 1.4.11 (graphical objects, 3).
    let texts = [
      ("ink", "page"), ("ink", "panel"), ("ink", "ground"), ("muted", "page"), ("muted", "panel"), ("accent", "page"),
      ("accent", "panel"), ("good-ink", "good"), ("tight-ink", "tight"), ("late-ink", "late"), ("out-ink", "out"),
    ]
    for (text, ground) in texts {
      let contrast = contrast(text, ground, isDark)
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
    // Amber marks have an outline of ink; the classes of the map are a scale of measurement, which 1.4.11 leaves out: they
    // are tested by their distances.
    let marks = [
      ("blue", "page"), ("vermilion", "page"), ("green", "page"), ("grey", "page"), ("day", "page"), ("night", "page"),
      ("n1", "page"), ("n2", "page"), ("n3", "page"), ("ink", "page"), ("vermilion", "ground"), ("green", "ground"),
      ("border", "ground"), ("ink", "ground"), ("unknown", "ground"), ("unknown", "bare"), ("tight-ink", "tight"),
      ("ink", "amber"),
    ]
    for (mark, ground) in marks where !(isDark && (ground == "bare" || ground == "amber")) {
      let contrast = contrast(mark, ground, isDark)
      #expect(contrast >= 3, "\(mark) on \(ground): \(contrast)")
    }
    if isDark { #expect(contrast("amber", "page", true) >= 3) }
  }

  @Test(arguments: [false, true])
  func `colours that mean different things look different to every kind of colour vision`(isDark: Bool) {
    func painted(_ name: String) -> SIMD3<Double> {
      let share = Palette.coverage
      return share * rgb(Palette.colour(name, isDark: isDark)) + (1 - share)
        * rgb(Palette.colour("ground", isDark: isDark))
    }
    func flat(_ names: [String]) -> [(String, SIMD3<Double>)] {
      names.map { ($0, rgb(Palette.colour($0, isDark: isDark))) }
    }
    let ground = flat(["ground"])
    let groups: [[(String, SIMD3<Double>)]] = [
      // As the map shows them, over the ground.
      (0..<Palette.floorClasses).map { ("b\($0)", painted("b\($0)")) } + ground,
      ["n1", "n2", "n3"].map { ($0, painted($0)) } + ground,
      // Drawn side by side without another sign: bars, cells, lines.
      flat(["n1", "n3"]), flat(["day", "night"]), flat(["day", "blue"]), flat(["blue", "grey", "vermilion", "green"]),
      flat(["good", "tight", "late", "out"]),
      (Palette.radars + [Palette.colour("unknown")]).map { ($0.hex, rgb($0)) },
    ]
    // CIEDE2000 is scaled so that 1 is about the least difference that is noticed side by side; 5 times that is seen at a
    // glance in patches that do not touch.
    for group in groups {
      for vision in Vision.allCases {
        for (place, first) in group.enumerated() {
          for second in group[(place + 1)...] {
            let distance = difference(vision.sees(first.1), vision.sees(second.1))
            #expect(distance >= 5, "\(first.0) and \(second.0) to \(vision): \(distance)")
          }
        }
      }
    }
  }

  @Test func `bands have different colours from dark to light, however many a scenario has`() {
    for bands in 1...Scenario.mostAltitudeBands {
      // One more for what is above the highest band.
      let colours = (0...bands).map { Palette.floor($0, of: bands) }
      #expect(Set(colours.map(\.hex)).count == bands + 1, "\(bands) bands")
      let lights = colours.map { luminance(rgb($0)) }
      #expect(zip(lights, lights.dropFirst()).allSatisfy { $0 < $1 }, "\(bands) bands")
    }
    // Up to a dozen bands can be told apart at a glance in patches that touch: twice the least difference that is noticed.
    for bands in 1...12 {
      let colours = (0...bands).map { Vision.normal.sees(rgb(Palette.floor($0, of: bands))) }
      #expect(zip(colours, colours.dropFirst()).allSatisfy { difference($0, $1) >= 2 }, "\(bands) bands")
    }
  }

  @Test func `lines of every colour of the floors stand out from light and dark ground`() throws {
    // WCAG 2.1, success criterion 1.4.11: 3.
    let grounds = [false, true].map { rgb(Palette.colour("ground", isDark: $0)) }
    func contrast(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
      let lights = [luminance(one), luminance(other)].sorted()
      return (lights[1] + 0.05) / (lights[0] + 0.05)
    }
    for bands in 1...Scenario.mostAltitudeBands {
      for band in 0..<bands {
        let line = Palette.floor(band, of: bands)
        let casing = rgb(Palette.casing(of: line))
        #expect(contrast(rgb(line), casing) >= 3, "\(line.hex)")
        for ground in grounds {
          #expect(max(contrast(rgb(line), ground), contrast(casing, ground)) >= 3, "\(line.hex)")
        }
        #expect(contrast(rgb(Palette.lineOverPictures(line)), grounds[1]) >= 3, "\(line.hex)")
      }
    }
    let map = try MapFixture.map(MapFixture.scenario())
    let rings = try #require(map.styles.first { $0.layer == "rings" })
    for (band, entry) in rings.classes.enumerated() {
      guard case .edge(let line, _) = entry.symbol else {
        Issue.record("a ring is not a line on a casing")
        continue
      }
      #expect(line == Palette.floor(band, of: rings.classes.count))
      // Both programs draw the casing first.
      for (text, hex) in [(rings.sld, \Colour.hex), (rings.qml, \Colour.qml)] {
        let parts = [Palette.casing(of: line), line].map { text.firstRange(of: $0[keyPath: hex]) }
        #expect(try #require(parts[0]).lowerBound < #require(parts[1]).lowerBound)
      }
    }
  }

  @Test func `causes of blindness have colours that differ for every kind of colour vision`() {
    let causes = ([nil] + Blindness.allCases.map(Optional.some)).filter { $0 != .range }
    for vision in Vision.allCases {
      for (place, first) in causes.enumerated() {
        for second in causes[(place + 1)...] {
          let distance = difference(vision.sees(rgb(Palette.cause(first))), vision.sees(rgb(Palette.cause(second))))
          #expect(
            distance >= 5, "\(String(describing: first)) and \(String(describing: second)) to \(vision): \(distance)")
        }
      }
    }
  }

  @Test func `no other source of the report or below it has a colour`() throws {
    let folder = Checkout.root.appendingPathComponent("Sources")
    let modules = ["Report", "Coverage", "GeoFiles", "Planning", "AtalayaCLI"]
    let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
      .filter { file in modules.contains { file.hasPrefix($0 + "/") } }
    #expect(files.contains("Report/Resources/layers.js") && files.contains("Coverage/Sight/BlindnessMap+File.swift"))
    let number = #/#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\b0x[0-9a-fA-F]{6}\b|rgba?\(\s*\d|\bred: \d+, green: \d*[1-9]/#
    let name = #/(?:fill|stroke|color|background)(?::\s*|=\\?")(?:white|black|red|green|blue|yellow|gr[ae]y)\b/#
    // The palette itself, and the examples of formats in the comments of a colour.
    for file in files where !["Report/Styles/Palette.swift", "Report/Styles/Colour.swift"].contains(file) {
      let kind = (file as NSString).pathExtension
      guard ["swift", "js", "css"].contains(kind) else { continue }
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: number) { Issue.record("\(file): \(match.output)") }
      // In Swift these words are the names of values of the palette.
      if kind != "swift" { for match in text.matches(of: name) { Issue.record("\(file): \(match.output)") } }
    }
  }

  @Test func `the lowest band has one colour on the page, in QGIS and in Google Earth`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    let lowest = Palette.floor(0, of: map.coverage.bands.count)
    #expect(Palette.css.contains("--b0: \(lowest.hex);"))
    let network = try #require(map.styles.first { $0.layer == "network" })
    #expect(network.sld.contains(lowest.hex) && network.qml.contains(lowest.qml))
    for id in ["seen-1-1", "seen-1-3"] {
      let style = try #require(map.kmlStyles.first { $0.id == id })
      let fill = try #require(style.fill)
      #expect(fill.opacity(1) == lowest, "\(id)")
      // KML's order is opacity, blue, green, red.
      #expect(
        fill.kml.suffix(6)
          == String(lowest.hex.dropFirst(5) + lowest.hex.dropFirst(3).prefix(2) + lowest.hex.dropFirst().prefix(2)))
    }
  }
}

private func contrast(_ first: String, _ second: String, _ isDark: Bool) -> Double {
  let lights = [first, second].map { luminance(rgb(Palette.colour($0, isDark: isDark))) }.sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}

/// Red, green and blue, 0 to 1, as sRGB encodes them.
private func rgb(_ colour: Colour) -> SIMD3<Double> {
  SIMD3(Double(colour.red), Double(colour.green), Double(colour.blue)) / 255
}

/// IEC 61966-2-1, with the threshold of its amendment.
private func linear(_ colour: SIMD3<Double>) -> SIMD3<Double> {
  func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
  return SIMD3(linear(colour.x), linear(colour.y), linear(colour.z))
}

private func luminance(_ colour: SIMD3<Double>) -> Double {
  (linear(colour) * SIMD3(0.2126, 0.7152, 0.0722)).sum()
}

/// Colour vision: all cones, or one kind missing.
///
/// Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, severity 1.0.
private enum Vision: CaseIterable {
  case normal, protan, deutan, tritan

  private var rows: [SIMD3<Double>] {
    switch self {
    case .normal: [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
    case .protan:
      [
        SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216),
        SIMD3(-0.003882, -0.048116, 1.051998),
      ]
    case .deutan:
      [SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413), SIMD3(-0.011820, 0.042940, 0.968881)]
    case .tritan:
      [
        SIMD3(1.255528, -0.076749, -0.178779), SIMD3(-0.078411, 0.930809, 0.147602),
        SIMD3(0.004733, 0.691367, 0.303900),
      ]
    }
  }

  /// CIE L*a*b* under D65.
  func sees(_ colour: SIMD3<Double>) -> SIMD3<Double> {
    let light = linear(colour)
    let seen = rows.map { min(max(($0 * light).sum(), 0), 1) }
    let rgb = SIMD3(seen[0], seen[1], seen[2])
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let x = f((rgb * SIMD3(0.4124564, 0.3575761, 0.1804375)).sum() / 0.95047)
    let y = f((rgb * SIMD3(0.2126729, 0.7151522, 0.0721750)).sum())
    let z = f((rgb * SIMD3(0.0193339, 0.1191920, 0.9503041)).sum() / 1.08883)
    return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}

/// CIEDE2000.
///
/// Source: G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula", Color Research and Application 30 (1),
/// 2005.
private func difference(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
  func degrees(_ angle: Double) -> Double { angle * .pi / 180 }
  let mean = (hypot(p.y, p.z) + hypot(q.y, q.z)) / 2
  let g = 0.5 * (1 - (pow(mean, 7) / (pow(mean, 7) + pow(25, 7))).squareRoot())
  let (a1, a2) = (p.y * (1 + g), q.y * (1 + g))
  let (c1, c2) = (hypot(a1, p.z), hypot(a2, q.z))
  func hue(_ a: Double, _ b: Double) -> Double {
    let angle = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
  let (h1, h2) = (hue(a1, p.z), hue(a2, q.z))
  let isGrey = c1 * c2 == 0
  var turn = isGrey ? 0 : h2 - h1
  if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
  let dh = 2 * (c1 * c2).squareRoot() * sin(degrees(turn / 2))
  var h = isGrey ? h1 + h2 : (h1 + h2) / 2
  if !isGrey && abs(h1 - h2) > 180 { h += h1 + h2 < 360 ? 180 : -180 }
  let (l, c) = ((p.x + q.x) / 2, (c1 + c2) / 2)
  let t =
    1 - 0.17 * cos(degrees(h - 30)) + 0.24 * cos(degrees(2 * h)) + 0.32 * cos(degrees(3 * h + 6))
    - 0.2 * cos(degrees(4 * h - 63))
  let sl = 1 + 0.015 * (l - 50) * (l - 50) / (20 + (l - 50) * (l - 50)).squareRoot()
  let (sc, sh) = (1 + 0.045 * c, 1 + 0.015 * c * t)
  let rc = 2 * (pow(c, 7) / (pow(c, 7) + pow(25, 7))).squareRoot()
  let rt = -rc * sin(degrees(60 * exp(-pow((h - 275) / 25, 2))))
  let (x, y, z) = ((q.x - p.x) / sl, (c2 - c1) / sc, dh / sh)
  return (x * x + y * y + z * z + rt * y * z).squareRoot()
}

extension PaletteTests {
  @Test func `the difference of colours is that of its authors' table`() {
    // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 17, 25: four decimals.
    let rows: [(SIMD3<Double>, SIMD3<Double>, Double)] = [
      (SIMD3(50, 2.6772, -79.7751), SIMD3(50, 0, -82.7485), 2.0425), (SIMD3(50, 0, 0), SIMD3(50, -1, 2), 2.3669),
      (SIMD3(50, 2.5, 0), SIMD3(73, 25, -18), 27.1492),
      (SIMD3(60.2574, -34.0099, 36.2677), SIMD3(60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for (first, second, expected) in rows { #expect(abs(difference(first, second) - expected) < 5e-5) }
  }
}
