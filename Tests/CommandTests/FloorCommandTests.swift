import Foundation
import TestSupport
import Testing

@Suite struct FloorCommandTests {
  private let scratch: Scratch
  private let dem: String

  /// A plain at 100 m, 0.005° a post, on the equator, with a wall of 700 m on the meridian 10.3°.
  init() throws {
    let row = (0..<161).map { $0 == 100 ? "700" : "100" }.joined(separator: " ")
    let rows = [String](repeating: row, count: 81).joined(separator: "\n")
    scratch = try Scratch([
      "a.asc": "ncols 161\nnrows 81\nxllcenter 9.8\nyllcenter -0.2\ncellsize 0.005\n\(rows)\n",
      "a.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
    ])
    dem = scratch.path("a.asc")
  }

  private func floor(_ more: [String], range: String = "40km", to output: String? = nil) throws -> Program.Outcome {
    try Program.atalaya.run(
      ["floor", dem, "--at", "0, 10", "--antenna-height", "20m", "--range", range]
        + ["--output", output ?? path] + more)
  }

  private var path: String { scratch.path("floor.tif") }

  /// The values at longitudes on the equator, as GDAL reads them.
  private func values(_ path: String, _ longitudes: [Double], latitude: Double = 0) throws -> [Double] {
    try Program.lines(
      "gdallocationinfo", ["-valonly", "-wgs84", path],
      input: longitudes.map { "\($0) \(latitude)" }
    ).compactMap(Double.init)
  }

  @Test(
    .enabled("needs the right to mount a small file system") { SmallDisk.isPossible() },
    arguments: [[], ["--cog"]])
  func `on a full disk the file is named, and how much it takes`(_ more: [String]) throws {
    let disk = try SmallDisk(kilobytes: 16)
    let run = try floor(more, to: disk.path + "/f.tif")
    #expect(run.status == 1 && disk.names.isEmpty)
    #expect(
      run.errors.contains("error: \(disk.path)/f.tif: cannot be written; the disk of \(disk.path) is full"),
      "\(run.errors)")
    // One block of 256 × 256 × 4 bytes, its head and 64 KiB to spare.
    #expect(!more.isEmpty || run.errors.contains("the file takes 0.4 MB or more"), "\(run.errors)")
  }

  @Test(.enabled(if: Program.has("gdallocationinfo"), "needs gdallocationinfo"))
  func `the radar's own limits are in the floor`() throws {
    let plain = try floor(["--quality", "exact"])
    #expect(plain.status == 0 && plain.output.contains("line of sight") && !plain.output.contains("limits"))
    let sight = try values(path, [10.01, 10.1, 10.2])
    // The plain, 100 m, is in sight to 18 km, 0.16°; at 0.2° the antenna's horizon has sunk below it.
    #expect(sight.count == 3 && sight[0] == 100 && sight[1] == 100 && sight[2] > 100)
    let limited = try floor([
      "--quality", "exact", "--minimum-range", "3km", "--minimum-elevation", "1deg", "--maximum-elevation", "10deg",
      "--blind-sectors", "350-10; 200-210",
    ])
    #expect(
      limited.status == 0 && limited.output.contains("limits    from 3km on, above 1deg, below 10deg, blind in 350-10"))
    let lower = try values(path, [10.1, 10.2])
    // The ray of 1° over the effective sphere: r₂ = r₁ cos e / cos(e + θ), r₁ = kR + 120 m.
    let (radius, e) = (6_378_137 * 4.0 / 3, Double.pi / 180)
    for (longitude, value) in zip([0.1, 0.2], lower) {
      let angle = longitude * .pi / 180 * 6_378_137 / radius
      // Vectors to posts are interpolated between geodesics 1 km apart; the floats of 400 m are 3e-5 m apart.
      #expect(abs(value - ((radius + 120) * cos(e) / cos(e + angle) - radius)) < 0.02)
    }
    // Within 3 km above 10° nothing is left; north is a blind sector.
    #expect(try values(path, [10.01]) == [-9999] && values(path, [10], latitude: 0.1) == [-9999])
    let wrong = [
      ["--minimum-elevation", "95deg"], ["--minimum-elevation", "5deg", "--maximum-elevation", "5deg"],
      ["--minimum-range", "5"], ["--blind-sectors", "90"], ["--k", "0"], ["--k", "4/0"], ["--k", "0.0001"],
      ["--k", "a/3"],
      ["--causes", "c.tif"],
      ["--target-height", "100m"],
    ]
    for options in wrong { #expect(try floor(options).status == 64, "\(options)") }
  }

  @Test(.enabled(if: Program.has("gdallocationinfo"), "needs gdallocationinfo"))
  func `a raster of causes tells why a target is not seen`() throws {
    let causes = scratch.path("causes.tif")
    let outcome = try floor([
      "--causes", causes, "--target-height", "100m", "--maximum-elevation", "3deg", "--blind-sectors", "260-280",
    ])
    #expect(outcome.status == 0)
    let text = try Program.output("gdalinfo", [causes])
    func code(_ name: String) throws -> Double {
      let match = try #require(try Regex("([0-9]+) \(name)").firstMatch(in: text))
      return try #require(match.output[1].substring.flatMap { Double($0) })
    }
    // 100 m stand above 3° within 1.5 km; 11 km is in sight; the wall at 33 km hides what lies behind; west is blind.
    #expect(
      try values(causes, [10.01, 10.1, 10.35, 9.9]) == [code("aboveBeam"), 0, code("ridge"), code("sector")])
    for word in ["target at 100m AGL", "seen", "ridge", "sector", "aboveBeam"] {
      #expect(outcome.output.contains(word))
    }
    // What is seen and why the rest is not make up all that is within range, to half of a tenth of a percent a line.
    let lines = outcome.output.split(separator: "\n").drop { !$0.hasPrefix("target at") }.dropFirst()
    let shares = lines.compactMap { $0.firstMatch(of: #/^\w+ +([0-9.]+) %$/#).flatMap { Double($0.output.1) } }
    #expect(shares.count >= 4 && abs(shares.reduce(0, +) - 100) <= 0.05 * Double(shares.count), "\(outcome.output)")
  }

  @Test func `coverage with terrain does the same under its old name, and says the new one`() throws {
    let words = ["--at", "0, 10", "--antenna-height", "20m", "--range", "20km", "--output", path]
    let new = try Program.atalaya.run(["floor", dem] + words)
    let floor = try Data(contentsOf: URL(fileURLWithPath: path))
    let old = try Program.atalaya.run(["coverage", "--dem", dem] + words)
    #expect(old.status == 0 && old.output == new.output && !new.output.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == floor)
    #expect(old.errors.contains("atalaya floor") && !new.errors.contains("atalaya floor"))
    let help = try Tool.run("help", "coverage").output
    #expect(!help.contains("--dem") && !help.contains("--antenna-height"))
  }

  @Test(.enabled(if: Program.has("gdallocationinfo"), "needs gdallocationinfo"))
  func `trees stand on the ground but not in the clearing`() throws {
    // Posts are 557 m apart: a clearing of 1 km holds the one at 10.005° only. The heights are of bare ground, as stated.
    let cover = ["--quality", "exact", "--cover", "25m", "--heights-are", "bare"]
    let run = try floor(cover)
    #expect(
      run.status == 0 && run.output.contains("ground    cover of 25 m, clear 1.00 km around the antenna"),
      "\(run.output)")
    // In the clearing the ground is seen. Among trees a ray that grazes their tops, 25 m up, is the floor: 5 m above the antenna,
    // it falls behind the effective Earth's bulge by d²/2kR, which is 0.2 m at 2 km.
    let seen = try values(path, [10.005, 10.02])
    #expect(seen.count == 2 && seen[0] == 100 && seen[1] > 124.9 && seen[1] < 132, "\(seen)")
    let surface = try floor(["--quality", "exact", "--cover", "25m", "--heights-are", "surface"])
    #expect(surface.output.contains("0 % of its height added: the heights are of tree tops and roofs (as stated)"))
    #expect(try values(path, [10.02]) == [100])
    #expect(try floor(["--clearing", "1km"]).status == 64 && floor(["--heights-are", "tree"]).status == 64)
  }

  @Test(.enabled(if: Program.has("gdallocationinfo"), "needs gdallocationinfo"))
  func `the floor of a type is where its beam and the probability of a look allow it`() throws {
    try scratch.file(
      "types.yaml",
      """
      - { id: one, kind: primary, instrumented_range: 60 km, detection_range: 20 km, reference_rcs: 1 m², antenna_height: 20 m,
          detection_probability: 0.8 }
      - { id: two, kind: secondary, instrumented_range: 60 km, antenna_height: 20 m }
      """)
    func run(_ more: String...) throws -> Program.Outcome {
      try Program.atalaya.run(
        ["floor", dem, "--at", "0, 10", "--output", path, "--type", scratch.path("types.yaml")] + more)
    }
    let catalogued = try run("--type-id", "one")
    #expect(
      catalogued.status == 0 && catalogued.output.contains("one: 1 m² within 20.0 km, as catalogued"),
      "\(catalogued)")
    // At 0.15°, 16.7 km, the plain is in sight; at 0.22°, 24 km, it is out of range at any height.
    #expect(try values(path, [10.15, 10.22]) == [100, -9999])
    // 16 m² are seen twice as far. Pd 0.99 for 0.8, one pulse of Swerling 1: SNR is ln Pfa/ln Pd − 1 times noise.
    let far = try run("--type-id", "one", "--rcs", "16m2", "--pd", "0.8")
    #expect(far.output.contains("within 40.0 km, where a look detects with probability 0.8"), "\(far.output)")
    let sure = try run("--type-id", "one", "--pd", "0.99")
    let ratio = (log(1e-6) / log(0.8) - 1) / (log(1e-6) / log(0.99) - 1)
    let range = 20 * pow(ratio, 0.25)
    #expect(
      sure.output.contains("within \(String(format: "%.2f", range)) km")
        || sure.output.contains("within \(String(format: "%.1f", range)) km"), "\(sure.output) \(range)")
    #expect(try values(path, [10 + (range - 0.5) / 111.32, 10 + (range + 0.7) / 111.32]) == [100, -9999])
    // Every wrong thing is said: no id, a wrong one, a target that is never seen, what goes only with a type.
    #expect(try run().status == 1 && run("--type-id", "on").errors.contains("one"))
    #expect(try run("--type-id", "two").errors.contains("never sees such a target"))
    #expect(try run("--type-id", "two", "--transponder").status == 0)
    for wrong in [["--pd", "0.8"], ["--rcs", "1m2"]] { #expect(try floor(wrong).status == 64) }
    #expect(try run("--type-id", "one", "--minimum-range", "2km").status == 64)
    #expect(
      try run("--type-id", "one", "--pfa", "1e-4").status == 64
        && run("--type-id", "one", "--pd", "0.5,0.8").status == 64)
  }

  @Test func `every wrong option is reported at once`() throws {
    let run = try Program.atalaya.run(["floor", dem, "--at", "nowhere", "--antenna-height", "20", "--range", "far"])
    #expect(run.status == 64)
    for name in ["--at: ", "--antenna-height: ", "--range: ", "--output"] {
      #expect(run.errors.contains("error: \(name)"), "\(name) in \(run.errors)")
    }
  }

  @Test func `k is a number or a fraction`() throws {
    var floors: [Data] = []
    for k in ["4/3", "1.3333333333333333", "8/3"] {
      #expect(try floor(["--k", k]).status == 0)
      floors.append(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    #expect(floors[0] == floors[1] && floors[0] != floors[2])
  }

  @Test func `an output that would replace the terrain, or is named as another format, is refused`() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: dem))
    for (output, status) in [(dem, Int32(64)), (scratch.path("floor.png"), 64), (scratch.path("a.prj"), 64)] {
      let outcome = try Program.atalaya.run([
        "floor", dem, "--at", "0, 10", "--antenna-height", "20m", "--range", "5km", "--output", output,
      ])
      #expect(outcome.status == status && outcome.errors.contains(".tif"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: dem)) == before)
    let copy = scratch.path("copy.tif")
    #expect(try floor([]).status == 0)
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let same = try Program.atalaya.run([
      "floor", copy, "--at", "0, 10", "--antenna-height", "20m", "--range", "5km", "--output", copy,
    ])
    #expect(same.status == 1 && same.errors.contains("the terrain itself"))
  }
}
