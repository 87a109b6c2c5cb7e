internal import CGDAL
internal import Units

/// Geometry that a text table carries in a column named WKT, as other programs write it.
enum WKTColumn {
  /// The table with that column turned into geometry; unchanged when there is none.
  static func placed(_ table: VectorLayer, crs: String?) throws(GeoFileError) -> VectorLayer {
    guard let column = table.columns.firstIndex(where: { $0.uppercased() == "WKT" }) else { return table }
    return try GDALLibrary.use { (_) throws(GeoFileError) -> VectorLayer in
      var result = table
      var coordinates = try LayerCoordinates.make(
        stated: nil, override: crs ?? "OGC:CRS84", path: table.path, layer: table.name)
      result.coordinateSystem = coordinates.name
      result.columns.remove(at: column)
      let heightSource = HeightSource(ofTextIn: crs)
      var problems = ProblemList()
      var repairs = RepairList()
      for index in result.features.indices {
        let fields = result.features[index].fields
        var geometry: Geometry? = nil
        var heights: GeometryHeights? = nil
        if case .text(let text) = fields[column].value {
          do throws(GeoFileError) {
            let placed = try parse(text, through: &coordinates, heightSource)
            let read = try placed.0?.repaired()
            geometry = read?.geometry
            heights = read?.note == nil ? placed.1 : nil
            if let note = read?.note { repairs.append(note, path: table.path, result.rows[index]) }
          } catch {
            let place = FaultPlace(file: table.path, row: result.rows[index], field: fields[column].name)
            problems.append(error.at(place))
          }
        }
        var values = fields.map(\.value)
        values.remove(at: column)
        result.features[index] = Feature(names: result.columns, values: values, geometry: geometry)
        result.features[index].heights = heights
      }
      result.problems += problems.problems
      result.warnings += repairs.warnings(path: table.path) + coordinates.warnings
      return result
    }
  }

  private static func parse(
    _ text: String, through coordinates: inout LayerCoordinates, _ heights: HeightSource
  ) throws(GeoFileError) -> (Geometry?, GeometryHeights?) {
    var shape: OGRGeometryH?
    let status = text.withCString { start in
      var cursor: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
      return OGR_G_CreateFromWkt(&cursor, nil, &shape)
    }
    guard status == OGRERR_NONE, let shape else {
      throw GeoFileError(.badGeometry, "not a geometry in well-known text")
    }
    let owned = GeometryHandle(owning: shape)
    let geometry = try GeometryReader.geometry(owned.handle, through: &coordinates)
    return (geometry, heights.heights(owned.handle, of: nil))
  }
}
