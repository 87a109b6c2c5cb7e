internal import Foundation
internal import GeoFiles
internal import Units

extension TerrainFetch {
  /// The tile's size and version; nil when the server lacks it.
  func lookUp(_ tile: CopernicusTile, _ tell: (Event) -> Void) throws(FetchError) -> Survey.Item? {
    var failures = 0
    while true {
      do throws(WebError) {
        let first = try remote(tile).read(0..<1)
        return .init(tile: tile, size: first.total, tag: first.tag)
      } catch {
        if error.code == .absent { return nil }
        try pause(after: &failures, error, tile, tell)
      }
    }
  }

  /// Loads a tile and looks it through; what is not a tile may have been a passing page of a proxy, and is tried again.
  func fetch(
    _ item: Survey.Item, _ progress: (Int) -> Void, _ tell: (Event) -> Void
  ) throws(FetchError) {
    var item = item
    var failures = 0
    while true {
      try load(&item, progress, tell)
      do throws(GeoFileError) {
        try folder.settle(item.tile)
        return
      } catch {
        guard error.code != .unwritable else { throw FetchError(.folder, because: error) }
        try pause(after: &failures, WebError(.broken, "what came \(error.problem)", underlying: error), item.tile, tell)
      }
    }
  }

  /// Brings the bytes that are missing, from where an earlier fetch ended.
  /// - Parameter item: The version that the server was found to have; a newer one where it changes on the way.
  private func load(
    _ item: inout Survey.Item, _ progress: (Int) -> Void, _ tell: (Event) -> Void
  ) throws(FetchError) {
    do {
      if folder.holdsOther(than: item.version, of: item.tile) { tell(.changed(item.tile)) }
      var offset = try folder.resume(item.tile, tag: item.version)
      if offset > item.size { offset = 0 }
      var failures = 0
      // Only a byte that no earlier try brought is progress: a server of two minds about its file would never end.
      var farthest = offset
      var step = Self.steps.lowerBound * 2
      while offset < item.size {
        progress(offset)
        let start = ContinuousClock.now
        let (part, failure) = read(item, offset..<min(item.size, offset + step))
        if let part, part.total != item.size || part.tag != item.tag {
          // A passing page of a proxy, or another version of the tile.
          folder.drop(item.tile)
          var reason = "sent \(part.total) bytes instead of the \(item.size) looked up"
          if let newer = newer(than: item) {
            reason =
              "\(item.tile.name) has changed at the server since it was looked up, and is fetched again from the start"
            item = newer
          }
          offset = try folder.resume(item.tile, tag: item.version)
          step = Self.steps.lowerBound * 2
          try pause(after: &failures, WebError(.broken, reason), item.tile, tell)
          continue
        }
        // The range, or the whole file from a server without ranges; nothing else, or a server that answers with another
        // range, or with nothing, would never end.
        if let part, !part.bytes.isEmpty,
          part.offset == offset || (part.offset == 0 && part.bytes.count == part.total && failure == nil)
        {
          try folder.append(part.bytes, to: item.tile, at: part.offset)
          offset = part.offset + part.bytes.count
          if offset > farthest { (farthest, failures) = (offset, 0) }
          let time = ContinuousClock.now - start
          if time < .seconds(1) { step = min(step * 2, Self.steps.upperBound) }
          if time > .seconds(2) { step = max(step / 2, Self.steps.lowerBound) }
        } else {
          let other = WebError(
            .broken, "sent other bytes than the \(offset + 1)th and those after it, which were asked for")
          try pause(after: &failures, failure ?? other, item.tile, tell)
        }
      }
      progress(offset)
    } catch let error as FetchError { throw error } catch let error as GeoFileError {
      throw FetchError(.folder, because: error)
    } catch { throw FetchError(.folder, "\(error)") }
  }

  /// The version that the server has now, when it is another one.
  private func newer(than item: Survey.Item) -> Survey.Item? {
    guard let first = try? remote(item.tile).read(0..<1), first.total != item.size || first.tag != item.tag else {
      return nil
    }
    return .init(tile: item.tile, size: first.total, tag: first.tag)
  }

  /// What came, which may be less than was asked for, and why it is less.
  private func read(_ item: Survey.Item, _ range: Range<Int>) -> (RemoteFile.Part?, WebError?) {
    do throws(WebError) { return (try remote(item.tile).read(range, tag: item.tag), nil) } catch {
      return ((error.underlying as? BrokenTransfer)?.received, error)
    }
  }

  /// Waits, longer after each failure; ends the fetch after the last one.
  private func pause(
    after failures: inout Int, _ failure: WebError, _ tile: CopernicusTile, _ tell: (Event) -> Void
  ) throws(FetchError) {
    failures += 1
    guard failure.code.isTransient, failures <= retries else { throw self.failure(tile, failure) }
    // 1, 2, 4 … 30 s.
    let seconds = min(30, 1 << min(failures - 1, 5))
    tell(.waiting(.seconds(seconds), reason: failure.message))
    Thread.sleep(forTimeInterval: Double(seconds))
  }

  private func url(_ tile: CopernicusTile) -> String { "\(baseURL)/\(tile.path)" }
  private func remote(_ tile: CopernicusTile) -> RemoteFile { RemoteFile(url: url(tile)) }

  private func failure(_ tile: CopernicusTile, _ failure: WebError) -> FetchError {
    let advice =
      switch failure.code {
      case .unreachable:
        "no network? \(folder.holdsTiles ? "What is fetched is kept; fetch" : "Fetch") again when there is one, or name a mirror "
          + "by --base-url"
      case .busy, .broken: folder.holdsTiles ? "what is fetched is kept: fetch again later" : "fetch again later"
      case .absent, .refused: "check --base-url"
      }
    return FetchError(
      .server, at: FaultPlace(file: url(tile)), failure.message, remedy: advice, underlying: failure)
  }

  /// `37 MB`, or tenths below ten.
  public static func megabytes(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1e6
    return megabytes < 10 ? "\((megabytes * 10).rounded() / 10) MB" : "\(Int(clamping: megabytes.rounded())) MB"
  }
}
