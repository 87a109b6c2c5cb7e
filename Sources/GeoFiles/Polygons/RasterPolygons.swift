internal import CGDAL
internal import Geodesy
internal import Units

/// Polygons around the cells of a raster.
package enum RasterPolygons {
  /// The outlines of the cells that are not zero, on WGS 84.
  ///
  /// Patches and holes of fewer than `smallest` cells are dropped, and fewer or none of them where the area would change by
  /// more than `share`; outlines are simplified by at most `tolerance` of a cell, which turns stairs into slopes, and less
  /// where that changes a patch by more than `share`. The polygons are valid together and wind as GeoJSON has it; they are
  /// cut at the antimeridian. A raster that holds a pole is not for this.
  /// - Parameters:
  ///   - mask: The cells; zero is outside.
  ///   - smallest: Cells of the smallest patch that is kept.
  ///   - tolerance: How far an outline may be moved, in cells.
  ///   - share: The part of its area by which a patch, and all of them, may change.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when GDAL gives up, or PROJ has no way from
  ///   the raster's system.
  package static func outlines(
    of mask: Grid<UInt8>, smallest: Int = 1, tolerance: Double = 0.75, share: Double = 0.004
  ) throws(GeoFileError) -> PolygonOverlay.Polygons {
    guard mask.cells.contains(where: { $0 != 0 }) else { return [] }
    var polygons = try inCells(mask, smallest: smallest, tolerance: tolerance, share: share)
    do throws(GeodesyError) {
      var places = try CellPlaces(mask.frame)
      for index in polygons.indices { polygons[index] = places.rings(polygons[index]) }
    } catch { throw GeoFileError(.badGeometry, path: "coverage", problem: error.description) }
    return try apart(cut(polygons))
  }

  /// The outlines in columns (as longitudes) and rows (as latitudes) from the raster's corner.
  private static func inCells(
    _ mask: Grid<UInt8>, smallest: Int, tolerance: Double, share: Double
  ) throws(GeoFileError) -> PolygonOverlay.Polygons {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> PolygonOverlay.Polygons in
      func failure() -> GeoFileError {
        GeoFileError(
          .badGeometry, path: "coverage", problem: messages.failure(otherwise: "the outlines cannot be drawn"))
      }
      let frame = mask.frame
      guard
        let raster = GDALCreate(
          GDALGetDriverByName("MEM"), "", Int32(frame.columns), Int32(frame.rows), 1, GDT_Byte, nil)
      else { throw failure() }
      let owned = Dataset(owning: raster)
      let band = GDALGetRasterBand(owned.handle, 1)
      // A raster without a place would have its rows counted the same way, but GDAL warns of it.
      var transform = [0.0, 1, 0, 0, 0, 1]
      GDALSetGeoTransform(owned.handle, &transform)
      var cells = mask.cells.map { $0 == 0 ? 0 : 1 as UInt8 }
      func transfer(_ direction: GDALRWFlag, _ cells: inout [UInt8]) -> Bool {
        cells.withUnsafeMutableBytes { bytes in
          GDALRasterIO(
            band, direction, 0, 0, Int32(frame.columns), Int32(frame.rows), bytes.baseAddress, Int32(frame.columns),
            Int32(frame.rows), GDT_Byte, 0, 0)
        } == CE_None
      }
      let whole = cells.reduce(0) { $0 + Int($1) }
      for patch in [smallest, 2, 1] where patch <= smallest {
        guard transfer(GF_Write, &cells) else { throw failure() }
        guard patch > 1 else { break }
        var sieved = cells
        guard GDALSieveFilter(band, nil, band, Int32(patch), 4, nil, nil, nil) == CE_None, transfer(GF_Read, &sieved)
        else { throw failure() }
        let left = sieved.reduce(0) { $0 + Int($1) }
        if Double((left - whole).magnitude) <= share * Double(whole) { break }
      }
      let driver = GDALGetDriverByName("Memory") ?? GDALGetDriverByName("MEM")
      guard let store = GDALCreate(driver, "", 0, 0, 0, GDT_Unknown, nil) else { throw failure() }
      let vectors = Dataset(owning: store)
      guard let layer = GDALDatasetCreateLayer(vectors.handle, "outlines", nil, wkbPolygon, nil),
        GDALPolygonize(band, band, layer, -1, nil, nil, nil) == CE_None
      else { throw failure() }
      var polygons: PolygonOverlay.Polygons = []
      OGR_L_ResetReading(layer)
      while let next = OGR_L_GetNextFeature(layer) {
        let feature = FeatureHandle(owning: next)
        guard let shape = OGR_F_GetGeometryRef(feature.handle) else { throw failure() }
        let area = OGR_G_Area(shape)
        for tolerance in [tolerance, tolerance / 2, 0] {
          guard let simple = OGR_G_SimplifyPreserveTopology(shape, tolerance) else { throw failure() }
          let owner = GeometryHandle(owning: simple)
          guard tolerance == 0 || abs(OGR_G_Area(owner.handle) - area) <= share * area else { continue }
          polygons += PlanePolygons.read(owner.handle)
          break
        }
      }
      return polygons
    }
  }

  /// The same polygons without overlaps, as simplified outlines of neighbours may cross, rounded
  /// as files in text are: what is valid in full need not be so to seven decimals.
  private static func apart(_ polygons: PolygonOverlay.Polygons) throws(GeoFileError) -> PolygonOverlay.Polygons {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> PolygonOverlay.Polygons in
      var polygons = rounded(polygons)
      // What is repaired has new corners, which are rounded in turn; once is enough as a rule.
      for _ in 0..<8 {
        guard let whole = GeometryWriter.multiPolygon(polygons) else { return [] }
        guard OGR_G_IsValid(whole.handle) == 0 else { return polygons }
        guard let repaired = PolygonRepair.made(valid: whole) else { break }
        polygons = rounded(PlanePolygons.read(repaired.handle))
      }
      throw GeoFileError(
        .badGeometry, path: "coverage", problem: messages.failure(otherwise: "the outlines cannot be combined"))
    }
  }

  /// Corners to seven decimals of a degree, a centimetre; without what that leaves flat.
  private static func rounded(_ polygons: PolygonOverlay.Polygons) -> PolygonOverlay.Polygons {
    polygons.compactMap { rings in
      let rounded = rings.map { ring in
        var places: [Position] = []
        for place in ring {
          let place = Position(
            latitudeDegrees: (place.latitudeDegrees * 1e7).rounded() / 1e7,
            longitudeDegrees: (place.longitudeDegrees * 1e7).rounded() / 1e7)
          if place != places.last { places.append(place) }
        }
        return places
      }
      guard let outer = rounded.first, outer.count >= 4 else { return nil }
      return [outer] + rounded.dropFirst().filter { $0.count >= 4 }
    }
  }

  /// Polygons within ±180° of longitude, and valid.
  private static func cut(_ polygons: PolygonOverlay.Polygons) throws(GeoFileError) -> PolygonOverlay.Polygons {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> PolygonOverlay.Polygons in
      var result: PolygonOverlay.Polygons = []
      for polygon in polygons {
        guard let shape = GeometryWriter.multiPolygon([polygon]) else { continue }
        let longitudes = polygon.first?.map(\.longitudeDegrees) ?? []
        let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
        let isWithin = west >= -180 && east <= 180
        if isWithin, OGR_G_IsValid(shape.handle) != 0 {
          result.append(polygon)
          continue
        }
        guard let valid = OGR_G_MakeValid(shape.handle) else {
          throw GeoFileError(
            .badGeometry, path: "coverage", problem: messages.failure(otherwise: "an outline cannot be repaired"))
        }
        let mended = GeometryHandle(owning: valid)
        guard !isWithin else {
          result += PlanePolygons.read(mended.handle)
          continue
        }
        for turn in [-360.0, 0, 360] {
          guard let box = GeometryWriter.multiPolygon([[box(west: -180 + turn, east: 180 + turn)]]),
            let part = OGR_G_Intersection(mended.handle, box.handle)
          else { continue }
          let owned = GeometryHandle(owning: part)
          result += PlanePolygons.read(owned.handle).map { rings in
            rings.map { ring in
              ring.map { Position(latitudeDegrees: $0.latitudeDegrees, longitudeDegrees: $0.longitudeDegrees - turn) }
            }
          }
        }
      }
      return result
    }
  }

  private static func box(west: Double, east: Double) -> [Position] {
    [(-90, west), (-90, east), (90, east), (90, west), (-90, west)].map {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
  }
}

/// Turns columns and rows of a raster into longitudes and latitudes on WGS 84 that run on past the antimeridian.
private struct CellPlaces: ~Copyable {
  private let frame: GridFrame
  /// Nil on a grid of degrees of WGS 84.
  private var way: CoordinateTransformation?

  init(_ frame: GridFrame) throws(GeodesyError) {
    self.frame = frame
    let isWGS84 = frame.crs.isEmpty || SpatialReference(frame.crs)?.isWGS84 ?? false
    way = isWGS84 ? nil : try CoordinateTransformation(from: frame.crs, to: ReferenceSystem.wgs84Text)
  }

  /// The rings of a polygon in place, wound.
  mutating func rings(_ rings: [[Position]]) -> [[Position]] {
    var start: Double?
    var result: [[Position]] = []
    for ring in rings {
      var places: [(x: Double, y: Double)] = ring.map { place in
        (
          x: frame.firstX + (place.longitudeDegrees - 0.5) * frame.stepX,
          y: frame.firstY + (place.latitudeDegrees - 0.5) * frame.stepY
        )
      }
      places = way?.transform(places) ?? places
      var last = start ?? places.first?.x ?? 0
      let positions = places.filter { $0.x.isFinite && $0.y.isFinite }.map { place -> Position in
        last += (place.x - last).remainder(dividingBy: 360)
        return Position(latitudeDegrees: place.y, longitudeDegrees: last)
      }
      start = start ?? positions.first?.longitudeDegrees
      result.append(positions.wound(anticlockwise: result.isEmpty))
    }
    return result
  }
}
