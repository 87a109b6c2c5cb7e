internal import Coverage
internal import Foundation
public import GeoFiles
public import Planning
public import Scenario
public import Units

/// The files of a plan.
public struct PlanFiles: Sendable {
  /// One file of the plan.
  public struct File: Sendable {
    /// Its name in the folder.
    public var name: String
    /// What it holds, for people.
    public var what: String
    /// The set that it belongs to, where that is not the set of the other files.
    var set: OutputSet?
    /// Writes it whole to a path.
    var write: @Sendable (String) throws(GeoFileError) -> Void

    init(
      name: String, what: String, set: OutputSet? = nil,
      write: @escaping @Sendable (String) throws(GeoFileError) -> Void
    ) {
      (self.name, self.what, self.set, self.write) = (name, what, set, write)
    }

    /// A file of text, which is made when it is written.
    fileprivate static func text(
      _ name: String, _ what: String, _ text: @escaping @autoclosure @Sendable () -> String, set: OutputSet? = nil
    ) -> File {
      let units = UnitSystem.current
      return File(name: name, what: what, set: set) { (path) throws(GeoFileError) in
        try OutputFile.write(units.writing { text() }, to: path)
      }
    }

    /// Every file of a plan.
    fileprivate static func all(of plan: Plan, page: ReportPage?) throws(GeoFileError) -> [File] {
      let map = if let page { page.layers } else { try GeoLayers(plan) }
      let rasters = TerrainRasters(plan)
      let pages = page.map { [File.text("report.html", "everything, for people", $0.html)] } ?? []
      return pages + [
        .text("plan.json", "everything, for programs", page?.document.text ?? plan.json),
        .text("responses.csv", "every asset to every strip", plan.responseTable.csv),
        .text("windows.csv", "every flight against every asset", plan.windowTable.csv),
        .text("required.csv", "how far out flights to each strip must be seen", plan.requiredTable.csv),
        .text("coverage.csv", "how far radars see and areas, by altitude", plan.coverageTable.csv),
      ] + (plan.routeTable.map { [.text("routes.csv", "what is seen along each flight's route", $0.csv)] } ?? []) + [
        File(name: "coverage.gpkg", what: "all layers, for QGIS and other GIS") { (path) throws(GeoFileError) in
          try map.writeGeoPackage(to: path)
        },
        File(name: "coverage.geojson", what: "coverage, for web maps") { (path) throws(GeoFileError) in
          try map.writeGeoJSON(to: path)
        },
        File(name: "plan.kml", what: "the map, for Google Earth") { (path) throws(GeoFileError) in
          try map.writeKML(to: path)
        },
      ] + (rasters.map(files) ?? [])
    }

    private static func files(of rasters: TerrainRasters) -> [File] {
      [
        File(name: "floor.tif", what: "the altitude from which a radar sees") { (path) throws(GeoFileError) in
          try rasters.writeFloor(ofSecond: false, to: path)
        },
        File(name: "second_floor.tif", what: "the altitude from which two radars see") { (path) throws(GeoFileError) in
          try rasters.writeFloor(ofSecond: true, to: path)
        },
        .text("floor.qml", "how QGIS draws it", RasterStyle(of: rasters.picture.lowest).qml),
        .text("second_floor.qml", "how QGIS draws it", RasterStyle(of: rasters.picture.second).qml),
        File(name: "radar.tif", what: "which radar sees lowest") { (path) throws(GeoFileError) in
          try rasters.writeRadar(to: path)
        },
        .text("radar.qml", "how QGIS draws it", PaletteStyle(rasters.radarClasses).qml),
      ] + (rasters.bands.isEmpty ? [] : bandFiles(of: rasters) + certaintyFiles(of: rasters))
        + rasters.probabilityRasters.flatMap { raster in
          [
            File(name: raster.name + ".tif", what: raster.what) { (path) throws(GeoFileError) in
              try rasters.write(raster, to: path)
            },
            .text(raster.name + ".qml", "how QGIS draws it", RasterStyle.probability.qml),
          ]
        }
    }

    private static func certaintyFiles(of rasters: TerrainRasters) -> [File] {
      guard let certainty = rasters.certainty else { return [] }
      return rasters.certaintyRasters.flatMap { stem, band -> [File] in
        [
          File(
            name: "\(stem).tif",
            what: "how certain it is that a radar sees at \(rasters.bands[band].heightText) above ground"
          ) { (path) throws(GeoFileError) in try rasters.writeCertainty(certainty, band: band, to: path) },
          .text("\(stem).qml", "how QGIS draws it", PaletteStyle(rasters.certaintyClasses(band: band)).qml),
        ]
      }
    }

    private static func bandFiles(of rasters: TerrainRasters) -> [File] {
      [
        File(name: "seen_from.tif", what: "the height above ground from which a radar sees") {
          (path) throws(GeoFileError) in try rasters.writeBands(to: path)
        },
        .text(
          "seen_from.qml", "how QGIS draws it",
          PaletteStyle(rasters.bandClasses.map { ($0.value, $0.label, $0.colour) }).qml),
      ]
    }
  }

  /// The files, in the order in which they are begun.
  public private(set) var files: [File]
  /// The sets that are written whole: what an earlier run wrote of them and this one does not write is removed.
  private let sets: [OutputSet]

  /// The files that a plan is written to.
  /// - Parameters:
  ///   - page: The report of the plan; nil: no `report.html`.
  ///   - drawings: Whether the report's drawings are written as well, as SVG.
  ///   - pictures: Further files with their names.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  public init(
    of plan: Plan, page: ReportPage? = nil, drawings: Bool = false, pictures: [(name: String, bytes: [UInt8])] = []
  ) throws(GeoFileError) {
    sets = [.plan, .report] + (plan.reach == nil ? [] : [.reach])
    files =
      try File.all(of: plan, page: page) + (plan.reach.map { Self.reached(ReachReport($0)) } ?? [])
      + (drawings ? page.map(Self.drawings) ?? [] : []) + Self.images(pictures)
  }

  private static func drawings(of page: ReportPage) -> [File] {
    page.drawings.map { File.text("\($0.name).svg", "a drawing of the report", $0.svg, set: .report) }
  }

  private static func images(_ pictures: [(name: String, bytes: [UInt8])]) -> [File] {
    pictures.map { picture in
      File(name: picture.name, what: "a drawing of the report", set: .report) { (path) throws(GeoFileError) in
        try OutputFile.write(picture.bytes, to: path)
      }
    }
  }

  /// The files of a report only.
  /// - Parameters:
  ///   - page: The report, for `report.html`.
  ///   - drawings: Whether its drawings are written as well, as SVG.
  ///   - pictures: Further files with their names.
  public init(of page: ReportPage, drawings: Bool = false, pictures: [(name: String, bytes: [UInt8])] = []) {
    sets = [.report]
    files =
      [File.text("report.html", "everything, for people", page.html)] + (drawings ? Self.drawings(of: page) : [])
      + Self.images(pictures)
  }

  /// The files of a comparison.
  /// - Parameter language: The language in which its page opens.
  public init(of comparison: PlanComparison, language: ReportLanguage = .en) {
    sets = [.comparison]
    files = [
      .text("comparison.html", "what changes, for people", comparison.page(language: language)),
      .text("comparison.json", "what changes, for programs", comparison.json),
    ]
  }

  /// The files of a list of radars to buy.
  public init(of siting: SitingReport) {
    sets = [.place]
    let layer = siting.layer
    files = [
      .text("place.json", "everything, for programs", siting.json),
      .text("purchases.csv", "what to buy, in order", siting.table.csv),
      .text("prices.csv", "the same budget at low, base and high prices", siting.priceTable.csv),
      .text("without.csv", "the list without each radar", siting.lossTable.csv),
      File(name: "purchases.gpkg", what: "the chosen sites, for QGIS and other GIS") { (path) throws(GeoFileError) in
        try VectorFile.write([layer], to: path, format: .geoPackage)
      },
      File(name: "purchases.geojson", what: "the chosen sites, for web maps") { (path) throws(GeoFileError) in
        try VectorFile.write([layer], to: path, format: .geoJSON)
      },
    ]
    if !siting.package.measures.isEmpty {
      files.append(.text("measures.csv", "what to buy besides radars", siting.measureTable.csv))
    }
    if !siting.stages.isEmpty { files.append(.text("stages.csv", "what to buy in each year", siting.stageTable.csv)) }
    if !siting.verdicts.isEmpty {
      files.append(.text("plans.csv", "plans of others against the best for their money", siting.verdictTable.csv))
    }
    if !siting.sweep.isEmpty { files.append(.text("budgets.csv", "other budgets", siting.sweepTable.csv)) }
  }

  /// The files of the least-observed routes.
  public init(of leak: LeakReport) {
    sets = [.leak]
    let (layers, ways) = (leak.layers, leak.ways)
    files = [
      .text("leak.json", "everything, for programs", leak.json),
      .text("leak.csv", "the least-observed route to each strip", leak.table.csv),
      File(name: "leak.gpkg", what: "the routes, for QGIS and other GIS") { (path) throws(GeoFileError) in
        try VectorFile.write(layers + [LayerStyle.table(of: leak.styles)], to: path, format: .geoPackage)
      },
      File(name: "leak.geojson", what: "the routes, for web maps") { (path) throws(GeoFileError) in
        try VectorFile.write([ways], to: path, format: .geoJSON)
      },
    ]
    if !leak.leak.closures.isEmpty {
      files.append(.text("candidates.csv", "what one more radar changes", leak.closureTable.csv))
    }
  }

  /// The files of what assets reach.
  public init(of reach: ReachReport) {
    sets = [.reach]
    files = [.text("reach.json", "everything, for programs", reach.json)] + Self.reached(reach)
  }

  /// Tables, layers and rasters.
  private static func reached(_ reach: ReachReport) -> [File] {
    let files =
      tables(of: reach)
      + [
        File(name: "reach.gpkg", what: "what is reached, for QGIS and other GIS") { (path) throws(GeoFileError) in
          let layers = try reach.layers()
          try VectorFile.write(layers + [LayerStyle.table(of: reach.styles)], to: path, format: .geoPackage)
        },
        File(name: "reach.geojson", what: "what is reached, for web maps") { (path) throws(GeoFileError) in
          try VectorFile.write([try reach.isochroneLayer()], to: path, format: .geoJSON)
        },
      ] + rasters(of: reach)
    return files.map { file in
      var file = file
      file.set = .reach
      return file
    }
  }

  private static func tables(of reach: ReachReport) -> [File] {
    [
      .text("reach.csv", "shares that are reached", reach.table.csv),
      .text("reach_places.csv", "who is first at strips and demand points", reach.placeTable.csv),
      .text("reach_without.csv", "what is lost without each base", reach.lossTable.csv),
      .text("reach_fallen.csv", "places beyond a limit without a base", reach.fallenTable.csv),
    ]
  }

  private static func rasters(of reach: ReachReport) -> [File] {
    let rasters = ReachRasters(reach: reach.reach)
    return zip(reach.reach.fields, rasters.stems).flatMap { field, stem in
      [
        File(name: stem + ".tif", what: "minutes to each place") { (path) throws(GeoFileError) in
          try rasters.write(field, to: path)
        },
        .text(stem + ".qml", "how QGIS draws it", rasters.style.qml),
      ]
    }
  }

  /// The line of the summary that names them.
  /// - Parameter folder: The folder as the user named it.
  public func summary(folder: String) -> String {
    SummaryText.wrapped("\(folder): \(files.map(\.name).joined(separator: ", "))", title: "Files")
  }

  /// Writes all files to a folder, which is made when it is not there.
  ///
  /// Every file is first written completely next to its destination; the old files are replaced only when all are written. A failure
  /// leaves the old files as they were. What an earlier run of the same command wrote and this one does not write is
  /// removed, and so is what any command wrote about another scenario, where nobody has changed it since.
  /// Of two runs that write to one folder at once the second waits.
  /// - Parameters:
  ///   - scenario: What the files are about; nil for no scenario or several.
  ///   - isWaiting: Called when another run is waited for.
  /// - Returns: Notes for people: files that were removed, and files that were left although they look like old ones.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/unwritable``.
  @discardableResult
  public func write(
    to folder: String, about scenario: Scenario? = nil, isWaiting: () -> Void = {}
  ) throws(GeoFileError) -> [String] {
    try OutputFile.createFolder(folder)
    var batch = try OutputBatch(folder: folder)
    do throws(GeoFileError) {
      let set = sets[0]
      try batch.add(
        files.map { OutputBatch.File(name: $0.name, set: $0.set ?? set, write: $0.write) },
        workers: ProcessInfo.processInfo.activeProcessorCount)
      return try batch.commit(
        sets: sets, about: scenario.map(OutputManifest.scenario), isWaiting: isWaiting)
    } catch {
      batch.discard()
      throw error
    }
  }
}
