internal import CGDAL
internal import Geodesy

extension VectorLayer {
  /// Formats that are no files of their own (they fetch from elsewhere) or that text tables make needless.
  private static let refusedDrivers: Set<String> = ["CSV", "OGR_VRT", "GMLAS", "CAD", "WFS", "OAPIF", "HTTP"]

  /// Vector drivers that read files.
  private static func drivers() -> [String] {
    (0..<GDALGetDriverCount()).compactMap { index -> String? in
      guard let driver = GDALGetDriver(index), let name = GDALGetDriverShortName(driver).map({ String(cString: $0) }),
        GDALGetMetadataItem(driver, GDAL_DCAP_VECTOR, nil) != nil,
        GDALGetMetadataItem(driver, GDAL_DCAP_OPEN, nil) != nil,
        !refusedDrivers.contains(name)
      else { return nil }
      return name
    }
  }

  static func readWithOGR(
    _ source: LayerSource, layer: String?, crs: String?
  ) throws(GeoFileError) -> VectorLayer {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> VectorLayer in
      guard let dataset = Dataset(reading: source.source, drivers: drivers()) else {
        throw refusal(source.path, messages)
      }
      let handle = try pick(layer, of: dataset, path: source.path)
      var result = VectorLayer(
        path: source.path, name: String(cString: OGR_L_GetName(handle)), columns: [], features: [], rows: [],
        coordinateSystem: nil, warnings: [], problems: [])
      result.format = dataset.driverName
      try result.fill(from: handle, source: source, crs: crs, messages: messages)
      if result.format == "GPX", result.name == "tracks" { result.addTimes(from: dataset) }
      result.warnings += messages.warnings.map { "\(source.path): GDAL says: \($0)" }
      return result
    }
  }

  /// Adds the times of tracks of several segments.
  private mutating func addTimes(from dataset: borrowing Dataset) {
    func count(_ feature: Feature) -> Int {
      if case .lines(let lines) = feature.geometry { return lines.count }
      return 0
    }
    guard features.contains(where: { count($0) > 1 }) else { return }
    let times = TrackTimes.read(dataset)
    for index in features.indices {
      let known = (times[index] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      if known.count == count(features[index]) { features[index].lineTimes = known }
    }
  }

  /// No driver took the file, or the one that did gave up on it.
  private static func refusal(_ path: String, _ messages: GDALMessages) -> GeoFileError {
    guard let reason = messages.failures.first, !reason.contains("not recognized as") else {
      return GeoFileError(
        .notVector, path: path, problem: "not a format that is known here",
        remedy: "CSV, GeoJSON, GeoPackage, KML and Shapefile are among those that are")
    }
    return GeoFileError(.corrupt, path: path, problem: "cannot be read; GDAL says: \(reason)")
  }

  /// The layer that was asked for, or the only one.
  private static func pick(
    _ name: String?, of dataset: borrowing Dataset, path: String
  ) throws(GeoFileError) -> OGRLayerH {
    let layers = (0..<GDALDatasetGetLayerCount(dataset.handle)).compactMap { GDALDatasetGetLayer(dataset.handle, $0) }
      // QGIS keeps its styles in a table of this name; it is never meant.
      .filter { String(cString: OGR_L_GetName($0)) != "layer_styles" }
    let names = layers.map { String(cString: OGR_L_GetName($0)) }
    let listed = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " …" : "")
    if let name {
      if let index = names.firstIndex(of: name) { return layers[index] }
      throw GeoFileError(
        .noSuchLayer, path: path, layer: name, problem: "no such layer",
        remedy: names.isEmpty ? "the file holds none" : "the file holds \(listed)")
    }
    guard layers.count <= 1 else {
      throw GeoFileError(
        .ambiguousLayer, path: path, problem: "the file holds \(layers.count) layers",
        remedy: "name one: layer: \(listed)")
    }
    guard let only = layers.first else {
      throw GeoFileError(.notVector, path: path, problem: "the file holds no layer")
    }
    return only
  }

  private mutating func fill(
    from layer: OGRLayerH, source: LayerSource, crs: String?, messages: GDALMessages
  ) throws(GeoFileError) {
    guard let definition = OGR_L_GetLayerDefn(layer) else {
      throw GeoFileError(.corrupt, path: path, layer: name, problem: "the layer has no definition")
    }
    let reader = FieldReader(definition)
    columns = reader.names
    let heightSource = HeightSource(driver: format, layer: layer, override: crs)
    var coordinates: LayerCoordinates? = nil
    var problems = ProblemList()
    var number = 0
    OGR_L_ResetReading(layer)
    while let handle = OGR_L_GetNextFeature(layer) {
      let feature = FeatureHandle(owning: handle)
      number += 1
      var geometry: Geometry? = nil
      var heights: GeometryHeights? = nil
      if let shape = OGR_F_GetGeometryRef(feature.handle) {
        if coordinates == nil {
          coordinates = try LayerCoordinates.make(
            stated: SpatialReference(copying: OGR_L_GetSpatialRef(layer)), override: crs, path: path, layer: name)
          coordinateSystem = coordinates?.name
        }
        do throws(BadCoordinate) {
          geometry = try GeometryReader.geometry(shape, through: &coordinates!)
          heights = heightSource.heights(shape, of: feature.handle)
        } catch {
          problems.append(
            GeoFileError(error.code, path: path, layer: name, row: .row(number), problem: error.problem))
          if problems.isFull { break }
        }
      }
      var row = Feature(names: columns, values: reader.values(feature.handle), geometry: geometry)
      row.heights = heights
      features.append(row)
      rows.append(.row(number))
    }
    self.problems = problems.problems
    if let found = coordinates?.warnings { warnings += found }
    // A row that cannot be read ends the loop just as the end of the file does, but with a message.
    if problems.problems.isEmpty, let failure = messages.failures.first {
      throw GeoFileError(
        .corrupt, path: path, layer: name, problem: "cannot be read beyond row \(number); GDAL says: \(failure)")
    }
  }
}
