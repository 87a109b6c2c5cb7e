internal import Foundation
internal import GeoFiles
public import Units

/// Fetches tiles of the Copernicus DEM into a folder: looks up their sizes first, then downloads the missing ones.
public struct TerrainFetch: Sendable {
  /// The folder for tiles.
  public let folder: TileFolder
  /// The archive's address, without a slash at its end.
  public let baseURL: String
  /// Number of retries after a transient failure without progress.
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

  /// The tiles to fetch, and those that need no fetch.
  public struct Survey: Sendable {
    /// A tile at the server.
    public struct Item: Sendable, Hashable {
      /// The tile.
      public var tile: CopernicusTile
      /// Its length in bytes.
      public var size: Int
      /// The version at the server.
      public var tag: String?
      /// What distinguishes it from other versions: the tag, or the length from a server that gives none.
      var version: String { tag ?? "\(size) bytes" }
    }
    /// Tiles already in the folder.
    public var present: [CopernicusTile] = []
    /// Tiles that the server lacks.
    public var absent: [CopernicusTile] = []
    /// Tiles to fetch.
    public var items: [Item] = []
    /// Bytes of the tiles to fetch, including parts already downloaded.
    public var bytes: Int { items.reduce(0) { $0 + $1.size } }
  }

  /// Something that came about, to be reported.
  public enum Event: Sendable {
    /// Number of tiles looked up so far, of all.
    case lookedUp(Int, of: Int)
    /// A tile is being fetched: its number among the tiles to fetch, and the bytes fetched of all.
    case fetching(CopernicusTile, number: Int, of: Int, bytes: Int, total: Int)
    /// A retry follows after a pause.
    case waiting(Duration, reason: String)
    /// The server has another version of a tile than the one of which a part was fetched: it is started again.
    case changed(CopernicusTile)
  }

  /// Looks up every tile in the folder and on the server.
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

  /// Fetches the tiles of a survey; complete tiles stay even when a later one fails.
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
