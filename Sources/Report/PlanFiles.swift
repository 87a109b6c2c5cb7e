public import GeoFiles
public import Scenario

/// The files of a plan.
public struct PlanFiles: Sendable {
  /// One file of the plan.
  public struct File: Sendable {
    /// Its name in the folder.
    public var name: String
    /// What it holds, for people.
    public var what: String
    /// Writes it whole to a path.
    var write: @Sendable (String) throws(GeoFileError) -> Void

    private static func text(_ name: String, _ what: String, _ text: String) -> File {
      File(name: name, what: what) { (path) throws(GeoFileError) in try OutputFile.write(text, to: path) }
    }

    /// Every file of a plan.
    fileprivate static func all(of plan: Plan) throws(GeoFileError) -> [File] {
      let map = try GeoLayers(plan)
      return [
        .text("plan.json", "everything, for programs", plan.json),
        .text("responses.csv", "every asset to every strip", plan.responseTable.csv),
        .text("windows.csv", "every flight against every asset", plan.windowTable.csv),
        .text("required.csv", "how far out flights to each strip must be seen", plan.requiredTable.csv),
        .text("coverage.csv", "rings and areas by altitude", plan.coverageTable.csv),
        File(name: "coverage.gpkg", what: "all layers, for QGIS and other GIS") { (path) throws(GeoFileError) in
          try map.writeGeoPackage(to: path)
        },
        File(name: "coverage.geojson", what: "coverage, for web maps") { (path) throws(GeoFileError) in
          try map.writeGeoJSON(to: path)
        },
        File(name: "plan.kml", what: "the map, for Google Earth") { (path) throws(GeoFileError) in
          try map.writeKML(to: path)
        },
      ]
    }
  }

  /// The files, in the order in which they are written.
  public let files: [File]

  /// The files that a plan is written to.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  public init(of plan: Plan) throws(GeoFileError) { files = try File.all(of: plan) }

  /// The line of the summary that names them.
  /// - Parameter folder: The folder as the user named it.
  public func summary(folder: String) -> String {
    SummaryText.wrapped("\(folder): \(files.map(\.name).joined(separator: ", "))", title: "Files")
  }

  /// Writes all files to a folder, which is made when it is not there.
  ///
  /// Every file is first written whole beside its place; only when all are, each takes the place of the old one. A failure
  /// before that leaves the old files as they were.
  /// - Throws: ``GeoFileError`` with code ``GeoFileError/Code/unwritable``.
  public func write(to folder: String) throws(GeoFileError) {
    try OutputFile.createFolder(folder)
    var batch = try OutputBatch(folder: folder)
    do throws(GeoFileError) {
      for file in files { try batch.add(file.name, file.write) }
      try batch.commit()
    } catch {
      batch.discard()
      throw error
    }
  }
}
