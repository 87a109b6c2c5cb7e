internal import CGDAL

/// Writes vector layers.
public enum VectorFile {
  /// A format to write.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// OGC GeoPackage: any number of layers, with spatial indexes, in EPSG:4326.
    case geoPackage
    /// GeoJSON by RFC 7946: one layer.
    case geoJSON

    fileprivate var driver: String { self == .geoPackage ? "GPKG" : "GeoJSON" }

    fileprivate var layerOptions: [String] {
      switch self {
      // SPATIAL_INDEX is GDAL's default; said because readers rely on it.
      case .geoPackage: ["SPATIAL_INDEX=YES", "GEOMETRY_NAME=geom"]
      // Seven digits are a centimetre.
      case .geoJSON: ["RFC7946=YES", "COORDINATE_PRECISION=7", "WRITE_NAME=YES"]
      }
    }
  }

  /// Writes layers to a file, replacing it whole (``OutputFile``).
  ///
  /// The same layers give the same bytes, so that two plans can be compared: GeoPackage's date of last change is
  /// fixed, and GeoJSON carries none.
  /// - Parameters:
  ///   - layers: The layers, in order; exactly one for GeoJSON.
  ///   - path: The file.
  ///   - format: Its format.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/unwritable``; the old file is then as it was.
  public static func write(_ layers: [OutputLayer], to path: String, format: Format) throws(GeoFileError) {
    precondition(format == .geoPackage || layers.count == 1, "GeoJSON holds one layer")
    // In memory first: GDAL's GeoJSON driver does not notice a full disk.
    let bytes = try GDALLibrary.use { (messages) throws(GeoFileError) -> [UInt8] in
      let memory = "/vsimem/\(UInt64.random(in: 0...UInt64.max))\(format == .geoPackage ? ".gpkg" : ".geojson")"
      defer { for suffix in ["", "-wal", "-journal"] { VSIUnlink(memory + suffix) } }
      try withOptions { () throws(GeoFileError) in
        try create(layers, at: memory, named: path, format: format, messages: messages)
      }
      // Closing flushes: some errors show only now.
      if let failure = messages.failures.first {
        throw GeoFileError(.unwritable, path: path, problem: "cannot be written; GDAL says: \(failure)")
      }
      var size: vsi_l_offset = 0
      guard let start = VSIGetMemFileBuffer(memory, &size, 0) else {
        throw GeoFileError(.unwritable, path: path, problem: "cannot be written; GDAL made nothing")
      }
      return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
    try OutputFile.write(bytes, to: path)
  }

  /// Options of this thread only: a fixed date, and no forcing to disk per statement, which the rename makes needless.
  private static func withOptions(_ body: () throws(GeoFileError) -> Void) throws(GeoFileError) {
    let options = [
      ("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"), ("OGR_SQLITE_SYNCHRONOUS", "OFF"),
      ("OGR_SQLITE_JOURNAL", "MEMORY"),
    ]
    for (name, value) in options { CPLSetThreadLocalConfigOption(name, value) }
    defer { for (name, _) in options { CPLSetThreadLocalConfigOption(name, nil) } }
    try body()
  }

  private static func create(
    _ layers: [OutputLayer], at temporary: String, named path: String, format: Format, messages: GDALMessages
  ) throws(GeoFileError) {
    func failure(_ layer: OutputLayer? = nil, _ what: String) -> GeoFileError {
      GeoFileError(
        .unwritable, path: path, layer: layer?.name, problem: messages.failure(otherwise: what))
    }
    guard let driver = GDALGetDriverByName(format.driver),
      let handle = GDALCreate(driver, temporary, 0, 0, 0, GDT_Unknown, nil)
    else { throw failure(nil, "GDAL cannot make the file") }
    let dataset = Dataset(owning: handle)
    // EPSG:4326 with longitude first, which both formats hold.
    guard let system = SpatialReference("EPSG:4326") else { throw failure(nil, "PROJ does not know EPSG:4326") }
    let hasTransactions = GDALDatasetTestCapability(dataset.handle, ODsCTransactions) != 0
    if hasTransactions { GDALDatasetStartTransaction(dataset.handle, 0) }
    for layer in layers {
      var options = format.layerOptions
      if format == .geoPackage { options.append("FID=\(layer.key)") }
      if format == .geoPackage, !layer.description.isEmpty { options.append("DESCRIPTION=\(layer.description)") }
      let created = withCStrings(options) { list -> OGRLayerH? in
        // GDAL takes the list as mutable and leaves it as it is.
        GDALDatasetCreateLayer(
          dataset.handle, layer.name, layer.geometry == .none ? nil : system.handle, layer.geometry.type,
          UnsafeMutablePointer(
            mutating: UnsafeRawPointer(list).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)))
      }
      guard let created else { throw failure(layer, "the layer cannot be made") }
      let writer = FeatureWriter(layer: layer, handle: created, keepsParts: format == .geoPackage)
      guard writer.createFields(), writer.writeRows() else { throw failure(layer, "the layer cannot be written") }
    }
    if hasTransactions, GDALDatasetCommitTransaction(dataset.handle) != OGRERR_NONE {
      throw failure(nil, "the file cannot be finished")
    }
  }
}
