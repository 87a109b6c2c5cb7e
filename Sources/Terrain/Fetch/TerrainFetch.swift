internal import Foundation
internal import GeoFiles
public import Units

/// Fetches tiles of the Copernicus DEM into a folder: first asks how large they are, then gets what is not there yet.
public struct TerrainFetch: Sendable {
  /// Where tiles go.
  public let folder: TileFolder
  /// The archive's address, with no slash at its end.
  public let baseURL: String
  /// Tries again after a failure that may pass, without a byte in between.
  public let retries: Int

  /// Bytes asked for at a time; what has come of them is lost when the program is killed. It grows while they come within
  /// a second, and shrinks when they take more than two.
  static let steps = 128 << 10...4 << 20

  /// A fetch from an archive.
  public init(into folder: TileFolder, from baseURL: String, retries: Int = 4) {
    self.folder = folder
    self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.retries = retries
  }

  /// What is to be done.
  public struct Survey: Sendable {
    /// A tile at the server.
    public struct Item: Sendable, Hashable {
      /// Which.
      public var tile: CopernicusTile
      /// Its length in bytes.
      public var size: Int
      /// The version at the server.
      public var tag: String?
      /// What distinguishes it from other versions: the tag, or the length from a server that gives none.
      var version: String { tag ?? "\(size) bytes" }
    }
    /// Tiles that are there already.
    public var present: [CopernicusTile] = []
    /// Tiles that the server lacks.
    public var absent: [CopernicusTile] = []
    /// Tiles to fetch.
    public var items: [Item] = []
    /// Bytes to fetch, with what is there of them already.
    public var bytes: Int { items.reduce(0) { $0 + $1.size } }
  }

  /// Something that came about, to be reported.
  public enum Event: Sendable {
    /// So many of all tiles are looked up.
    case lookedUp(Int, of: Int)
    /// A tile is on its way: its number of all that are fetched, and bytes of all that are there.
    case fetching(CopernicusTile, number: Int, of: Int, bytes: Int, total: Int)
    /// Another try follows after a pause.
    case waiting(Duration, reason: String)
    /// The server has another version of a tile than the one of which a part was fetched: it is started again.
    case changed(CopernicusTile)
  }

  /// Looks up every tile, here and at the server.
  /// - Throws: ``FetchError``.
  public func survey(_ tiles: [CopernicusTile], _ tell: (Event) -> Void = { _ in }) throws(FetchError) -> Survey {
    var survey = Survey()
    let known = folder.absent
    for (index, tile) in tiles.enumerated() {
      tell(.lookedUp(index, of: tiles.count))
      if folder.has(tile) {
        survey.present.append(tile)
      } else if !known.contains(tile.name), let item = try lookUp(tile, tell) {
        survey.items.append(item)
      } else {
        survey.absent.append(tile)
      }
    }
    tell(.lookedUp(tiles.count, of: tiles.count))
    guard !survey.present.isEmpty || !survey.items.isEmpty || survey.absent.allSatisfy({ known.contains($0.name) })
    else {
      throw FetchError(
        .noTiles,
        "\(baseURL) has none of the \(tiles.count) tile\(tiles.count == 1 ? "" : "s"): open sea, or the wrong address",
        remedy: "check --bounds and --base-url")
    }
    if let free = folder.free, free < survey.bytes {
      throw FetchError(
        .fullDisk, at: FaultPlace(file: folder.path),
        "\(Self.megabytes(free)) are free, \(Self.megabytes(survey.bytes)) are needed",
        remedy: "make room, choose another --folder, or take --product glo-90, a ninth of the size")
    }
    return survey
  }

  /// Fetches what a survey found; what is fetched already stays, whatever happens after.
  /// - Throws: ``FetchError``.
  public func fetch(_ survey: Survey, _ tell: (Event) -> Void = { _ in }) throws(FetchError) {
    do throws(GeoFileError) {
      try OutputFile.createFolder(folder.path)
      if !survey.absent.isEmpty { try folder.remember(absent: survey.absent) }
    } catch { throw FetchError(.folder, because: error) }
    var done = 0
    for (index, item) in survey.items.enumerated() {
      func progress(_ offset: Int) {
        tell(
          .fetching(
            item.tile, number: index + 1, of: survey.items.count, bytes: done + offset, total: survey.bytes))
      }
      try fetch(item, progress, tell)
      done += item.size
    }
  }
}
