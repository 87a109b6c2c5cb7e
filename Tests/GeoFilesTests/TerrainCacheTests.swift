import Foundation
import TestSupport
import Testing

@testable import GeoFiles

/// Cells out of the cache beside cells out of the file.
@Suite struct TerrainCacheTests {
  private let rows = 150
  private let columns = 90

  /// A packed raster whose cells are whole numbers with voids, or fractions with voids.
  private func raster(_ path: String, isWhole: Bool, lift: Float = 0) throws {
    let frame = GridFrame(
      columns: columns, rows: rows, firstX: -77, firstY: -11, stepX: 0.001, stepY: -0.001, crs: "EPSG:4326")
    let heights = (0..<rows * columns).map { cell -> Float in
      if cell % 97 == 0 { return isWhole ? -32768 : .nan }
      return Float((cell * 7919) % 6000) + lift + (isWhole ? 0 : 0.25)
    }
    let options = RasterWriter.Options(noData: isWhole ? -32768 : .nan)
    if isWhole {
      try RasterWriter.write(Grid(frame: frame, cells: heights.map { Int32($0) }), to: path, options: options)
      guard Program.has("gdal_translate") else { return }
      try Program.output(
        "gdal_translate", ["-q", "-ot", "Int16", "-co", "COMPRESS=DEFLATE", path, path + ".short.tif"])
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: path + ".short.tif", toPath: path)
    } else {
      try RasterWriter.write(Grid(frame: frame, cells: heights), to: path, options: options)
    }
  }

  /// The bits of some windows: all, a part across strips, one post, and all again.
  private func windows(_ path: String, _ cache: TerrainCache?) throws -> [UInt32] {
    var file = try RasterFile(path: path)
    file.cache = cache
    return try [(0..<rows, 0..<columns), (60..<131, 7..<80), (149..<150, 89..<90), (0..<rows, 0..<columns)].flatMap {
      try file.readFloats(rows: $0.0, columns: $0.1).map(\.bitPattern)
    }
  }

  private func entries(_ cache: TerrainCache) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache.folder.path)) ?? []).sorted()
      .map { cache.folder.path + "/" + $0 }
  }

  @Test(arguments: [true, false])
  func `cells out of the cache are those of the file, to the last bit, and copies share an entry`(isWhole: Bool) throws
  {
    let scratch = try Scratch()
    let cache = TerrainCache(folder: scratch.path("cache"))
    let path = scratch.path("a.tif")
    try raster(path, isWhole: isWhole)
    let expected = try windows(path, nil)
    #expect(expected.contains { Float(bitPattern: $0).isNaN })
    #expect(try windows(path, cache) == expected)
    let made = entries(cache)
    #expect(made.count == 1)
    try FileManager.default.copyItem(atPath: path, toPath: scratch.path("b.tif"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: scratch.path("b.tif"))
    #expect(try windows(scratch.path("b.tif"), cache) == expected)
    #expect(entries(cache) == made)
  }

  @Test func `a raster that changes is another entry`() throws {
    let scratch = try Scratch()
    let cache = TerrainCache(folder: scratch.path("cache"))
    let path = scratch.path("a.tif")
    try raster(path, isWhole: false)
    _ = try windows(path, cache)
    try raster(path, isWhole: false, lift: 1)
    #expect(try windows(path, cache) == windows(path, nil))
    #expect(entries(cache).count == 2)
  }

  @Test func `a damaged entry, a cut one and that of another raster give the cells of the file`() throws {
    let scratch = try Scratch()
    let cache = TerrainCache(folder: scratch.path("cache"))
    let (path, other) = (scratch.path("a.tif"), scratch.path("b.tif"))
    try raster(path, isWhole: false)
    try raster(other, isWhole: false, lift: 5)
    let expected = try windows(path, nil)
    _ = try windows(path, cache)
    let entry = try #require(entries(cache).first)
    let sound = try Data(contentsOf: URL(fileURLWithPath: entry))
    _ = try windows(other, cache)
    let foreign = try Data(contentsOf: URL(fileURLWithPath: try #require(entries(cache).first { $0 != entry })))
    // A byte in every part of the file: mark, lengths, hash, key, list, and cells of each strip.
    var damaged = stride(from: 0, to: sound.count, by: max(1, sound.count / 60)).map { place in
      var data = sound
      data[place] ^= 0x10
      return data
    }
    damaged += [sound.dropLast(), sound.prefix(40), Data(), sound + Data([0]), foreign]
    for data in damaged {
      try data.write(to: URL(fileURLWithPath: entry))
      #expect(try windows(path, cache) == expected)
    }
  }

  @Test func `a link in the place of an entry is not followed`() throws {
    let scratch = try Scratch()
    let cache = TerrainCache(folder: scratch.path("cache"))
    let path = scratch.path("a.tif")
    try raster(path, isWhole: false)
    let expected = try windows(path, cache)
    let entry = try #require(entries(cache).first)
    try FileManager.default.moveItem(atPath: entry, toPath: scratch.path("elsewhere"))
    try FileManager.default.createSymbolicLink(atPath: entry, withDestinationPath: scratch.path("elsewhere"))
    #expect(try windows(path, cache) == expected)
  }

  @Test func `plain rasters are not kept, nor those that would fill the cache`() throws {
    let scratch = try Scratch()
    let path = scratch.path("plain.tif")
    let frame = GridFrame(columns: 9, rows: 9, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:32718")
    try RasterWriter.write(
      Grid(frame: frame, cells: [Float](repeating: 3, count: 81)), to: path, options: .init(isCompressed: false))
    var plain = try RasterFile(path: path)
    plain.cache = TerrainCache(folder: scratch.path("cache"))
    #expect(try plain.readFloats(rows: 0..<9, columns: 0..<9) == [Float](repeating: 3, count: 81))
    try raster(scratch.path("large.tif"), isWhole: false)
    let small = TerrainCache(folder: scratch.path("cache"), limit: rows * columns * 4 * 3)
    #expect(try windows(scratch.path("large.tif"), small) == windows(scratch.path("large.tif"), nil))
    #expect(entries(small).isEmpty)
  }

  @Test func `what was used last stays when the folder is full`() throws {
    let scratch = try Scratch()
    let size = rows * columns * 4
    let cache = TerrainCache(folder: scratch.path("cache"), limit: size * 9 / 2)
    for number in 0..<6 {
      let path = scratch.path("\(number).tif")
      try raster(path, isWhole: false, lift: Float(number))
      _ = try windows(path, cache)
    }
    let bytes = try entries(cache).reduce(0) {
      $0 + ((try FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int) ?? 0)
    }
    #expect(bytes <= size * 9 / 2 && entries(cache).count == 4)
    // The last one is among them: reading it makes none.
    let before = entries(cache)
    _ = try windows(scratch.path("5.tif"), cache)
    #expect(entries(cache) == before)
  }

  @Test(.enabled(if: Program.has("python3"), "needs Python"))
  func `a damaged archive is refused with and without a cache`() throws {
    let scratch = try Scratch()
    let cache = TerrainCache(folder: scratch.path("cache"))
    try Program.output(
      "python3",
      [
        "-c",
        """
        import sys, zipfile, struct
        posts = b''.join(struct.pack('>h', (i * 7919) % 3000) for i in range(1201 * 1201))
        with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('N49E010.hgt', posts)
        """, scratch.path("N49E010.hgt.zip"),
      ])
    let path = scratch.path("N49E010.hgt.zip")
    var whole = try RasterFile(path: path)
    let expected = try whole.readFloats(rows: 300..<310, columns: 5..<1201)
    whole.cache = cache
    #expect(try whole.readFloats(rows: 300..<310, columns: 5..<1201) == expected)
    #expect(entries(cache).count == 1)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data[data.count / 2] ^= 0xFF
    try data.write(to: URL(fileURLWithPath: path))
    #expect(throws: GeoFileError.self) {
      var damaged = try RasterFile(path: path)
      damaged.cache = cache
      _ = try damaged.readFloats(rows: 0..<1201, columns: 0..<1201)
    }
    #expect(entries(cache).count == 1)
  }
}
