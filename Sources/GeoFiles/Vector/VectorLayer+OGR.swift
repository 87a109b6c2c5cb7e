internal import CGDAL
internal import Geodesy
internal import Units

extension VectorLayer {
  static func readWithOGR(
    _ source: LayerSource, layer: String?, crs: String?
  ) throws(GeoFileError) -> VectorLayer {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> VectorLayer in
      let opening = try VectorCheck.opening(of: source)
      return try SQLiteGuard.reading { () throws(GeoFileError) -> VectorLayer in
        do throws(GeoFileError) {
          guard let dataset = Dataset(reading: source.source, opening) else { throw refusal(source, messages) }
          let handles = try pick(layer, of: dataset, path: source.path)
          var result = VectorLayer(
            path: source.path, name: String(cString: OGR_L_GetName(handles[0])), columns: [], features: [], rows: [],
            coordinateSystem: nil, warnings: [], problems: [])
          result.format = dataset.driverName
          let failed = result.failedSystem(of: source, handles)
          // What GDAL said of that system is said in its place.
          if failed != nil { messages.forget() }
          try result.fill(from: handles, failed, crs: crs, messages: messages)
          if result.format == "GPX", result.name == "tracks" { result.addTimes(from: dataset) }
          result.warnings += messages.warnings.map {
            GeoFileWarning(.gdal, at: FaultPlace(file: source.path), "\(source.path): GDAL says: \($0)")
          }
          return result
        } catch {
          guard SQLiteGuard.isInterrupted else { throw SQLiteGuard.explained(error, messages.failures) }
          throw GeoFileError(
            .tooLarge, path: source.path, layer: layer,
            problem: "takes more than \(SQLiteGuard.stepLimit / 1_000_000) million steps of SQLite to read",
            remedy: "a layer that is a view without end cannot be read; store its rows as a table")
        }
      }
    }
  }

  /// The coordinate system that a GeoJSON states in vain; GDAL takes its layer for one on WGS 84.
  private func failedSystem(of source: LayerSource, _ layers: [OGRLayerH]) -> GeoJSONSystem? {
    guard format == "GeoJSON", let layer = layers.first else { return nil }
    let isWGS84 = SpatialReference(copying: OGR_L_GetSpatialRef(layer))?.isWGS84 ?? true
    return GeoJSONSystem(of: source.source, isTakenForWGS84: isWGS84)
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
  private static func refusal(_ source: LayerSource, _ messages: GDALMessages) -> GeoFileError {
    let path = source.path
    if messages.failures.contains(where: { $0.contains("OGR extension SQL function") }) {
      return GeoFileError(
        .notVector, path: path, problem: "has a view or trigger that calls a function of GDAL, which none may",
        remedy: "store the layer’s rows as a table")
    }
    if !FileTrust.isEverythingTrusted, case .refused(let claim)? = RasterSignature(of: source.source),
      !["KML", "XML", "JSON"].contains(claim)
    {
      return GeoFileError(
        .notVector, path: path, problem: "is \(claim), not a layer that is opened",
        remedy: "ogr2ogr makes a GeoPackage of it; --trust opens any format that GDAL knows")
    }
    guard let reason = messages.failures.first, !reason.contains("not recognized as") else {
      return GeoFileError(
        .notVector, path: path, problem: "not a format that is known here",
        remedy: "CSV, GeoJSON, GeoPackage, KML and Shapefile are among those that are")
    }
    return GeoFileError(.corrupt, path: path, problem: "cannot be read; GDAL says: \(reason)")
  }

  /// Whether a file's layers are the folders of one layer, as Google Earth has them.
  private static func isKML(_ dataset: borrowing Dataset) -> Bool {
    ["LIBKML", "KML"].contains(dataset.driverName)
  }

  /// The layer that was asked for, or the only one; of a KML without a name all its folders.
  private static func pick(
    _ name: String?, of dataset: borrowing Dataset, path: String
  ) throws(GeoFileError) -> [OGRLayerH] {
    let layers = (0..<GDALDatasetGetLayerCount(dataset.handle)).compactMap { GDALDatasetGetLayer(dataset.handle, $0) }
      // QGIS keeps its styles in a table of this name; it is never meant.
      .filter { String(cString: OGR_L_GetName($0)) != "layer_styles" }
    let names = layers.map { String(cString: OGR_L_GetName($0)) }
    let listed = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " …" : "")
    if let name {
      if let index = names.firstIndex(of: name) { return [layers[index]] }
      throw GeoFileError(
        .noSuchLayer, path: path, layer: name, problem: "no such layer",
        remedy: NearestName.choices(for: name, among: names))
    }
    if isKML(dataset), !layers.isEmpty { return layers }
    guard layers.count <= 1 else {
      throw GeoFileError(
        .ambiguousLayer, path: path, problem: "the file holds \(layers.count) layers",
        remedy: "name one: layer: \(listed)")
    }
    guard let only = layers.first else {
      throw GeoFileError(.notVector, path: path, problem: "the file holds no layer")
    }
    return [only]
  }

  /// Reads rows of one layer, or of several after each other.
  private mutating func fill(
    from layers: [OGRLayerH], _ failed: GeoJSONSystem?, crs: String?, messages: GDALMessages
  ) throws(GeoFileError) {
    var problems = ProblemList()
    var budget = ReadingBudget()
    var readers: [FieldReader] = []
    for layer in layers {
      guard let definition = OGR_L_GetLayerDefn(layer) else {
        throw GeoFileError(.corrupt, path: path, layer: name, problem: "the layer has no definition")
      }
      readers.append(FieldReader(definition))
    }
    columns = readers.first?.names ?? []
    var known = Set(columns)
    for reader in readers.dropFirst() {
      for name in reader.names where known.insert(name).inserted { columns.append(name) }
    }
    for (layer, reader) in zip(layers, readers) {
      let places = reader.names == columns ? nil : columns.map { reader.names.firstIndex(of: $0) }
      try fill(from: layer, reader, places, failed, crs, &problems, &budget)
      if problems.isFull { break }
    }
    self.problems = problems.problems
    // A row that cannot be read ends the loop just as the end of the file does, but with a message.
    if problems.problems.isEmpty, let failure = messages.failures.first {
      throw GeoFileError(
        .corrupt, path: path, layer: name, problem: "cannot be read beyond row \(rows.count); GDAL says: \(failure)")
    }
  }

  /// - Parameter places: Which of the layer's values stands in each column; nil when they are the columns.
  private mutating func fill(
    from layer: OGRLayerH, _ reader: FieldReader, _ places: [Int?]?, _ failed: GeoJSONSystem?, _ crs: String?,
    _ problems: inout ProblemList, _ budget: inout ReadingBudget
  ) throws(GeoFileError) {
    let heightSource = HeightSource(driver: format, layer: layer, override: crs)
    var coordinates: LayerCoordinates? = nil
    var repairs = RepairList()
    OGR_L_ResetReading(layer)
    while let handle = OGR_L_GetNextFeature(layer) {
      let feature = FeatureHandle(owning: handle)
      let number = rows.count + 1
      let shape = OGR_F_GetGeometryRef(feature.handle)
      let own = reader.values(feature.handle)
      if let excess = budget.excess(
        values: own.count, bytes: own.textBytes, points: shape.map(GeometryReader.points) ?? 0)
      {
        throw GeoFileError(
          .tooLarge, path: path, layer: name, problem: excess,
          remedy: "take the rows that are needed: ogr2ogr -where or -spat into a GeoPackage")
      }
      var geometry: Geometry? = nil
      var heights: GeometryHeights? = nil
      if let shape {
        if coordinates == nil {
          coordinates = try LayerCoordinates.make(
            stated: SpatialReference(copying: OGR_L_GetSpatialRef(layer)), failed: failed, override: crs, path: path,
            layer: name)
          coordinateSystem = coordinates?.name
        }
        do throws(GeoFileError) {
          let read = try GeometryReader.geometry(shape, through: &coordinates!)?.repaired()
          geometry = read?.geometry
          heights = read?.note == nil ? heightSource.heights(shape, of: feature.handle) : nil
          if let note = read?.note { repairs.append(note, path: path, .row(number)) }
        } catch {
          problems.append(error.at(FaultPlace(file: path, layer: name, row: .row(number))))
          if problems.isFull { break }
        }
      }
      let values = places.map { places in places.map { $0.map { own[$0] } ?? .null } } ?? own
      var row = Feature(names: columns, values: values, geometry: geometry)
      row.heights = heights
      features.append(row)
      rows.append(.row(number))
    }
    warnings += repairs.warnings(path: path)
    for warning in coordinates?.warnings ?? [] where !warnings.contains(warning) { warnings.append(warning) }
  }
}
