internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Units

extension TerrainRasters {
  /// A raster of probabilities of detection: at a height, by one look of each radar or by the looks of a minute.
  struct ProbabilityRaster: Sendable {
    /// Its name in the folder, without its ending: `pd-150m`, `pd-150m-minute`, `pd-3000m-amsl`.
    let name: String
    /// What it holds, for people.
    let what: String
    let grid: Grid<Float>
  }

  /// Whether a name is that of a raster of probabilities or of its style.
  static func isProbability(_ name: String) -> Bool {
    let known = Set("0123456789.-abcdefghijklmnopqrstuvwxyz")
    return name.hasPrefix("pd-") && (name.hasSuffix(".tif") || name.hasSuffix(".qml"))
      && name.allSatisfy(known.contains)
      && name.utf8.count < 64
  }

  /// The rasters of every height; none where looks do not count.
  var probabilityRasters: [ProbabilityRaster] {
    guard let probability else { return [] }
    var names: Set<String> = []
    return probability.heights.enumerated().flatMap { index, height -> [ProbabilityRaster] in
      let (length, ending, words) = Self.place(height)
      let text = DecimalText.text(length.metres, decimals: 3) ?? "0"
      let place = "\(text) m \(words)"
      return [
        ("", "one look of each radar", probability.perLook),
        ("-minute", "the looks of a minute", probability.perMinute),
      ]
      .map { period, looks, grids in
        ProbabilityRaster(
          name: "pd-\(text)m\(ending)\(period)",
          what: "with what probability \(looks) detects the coverage target at \(place)",
          grid: grids[index])
      }.filter { names.insert($0.name).inserted }
    }
  }

  private static func place(_ height: Altitude) -> (length: Length, ending: String, words: String) {
    switch height {
    case .aboveGround(let length): (length, "", "above ground")
    case .aboveSeaLevel(let length): (length, "-amsl", "above mean sea level")
    }
  }

  /// Writes a raster of probabilities, 0 to 1; no data where that is unknown.
  func write(_ raster: ProbabilityRaster, to path: String) throws(GeoFileError) {
    let options = RasterWriter.Options(
      isCloudOptimized: true, isHeldInMemory: true, noData: .nan, unit: "1",
      description: raster.what
        + (probability.map { $0.reduction > 1 ? ", the least of \($0.reduction) × \($0.reduction) posts" : "" } ?? ""))
    try write(raster.grid.frame, to: path, options) { part in Array(raster.grid.cells[part]) }
  }
}
