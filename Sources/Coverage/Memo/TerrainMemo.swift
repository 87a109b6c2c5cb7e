internal import Terrain
internal import Units

/// A memo of what is computed over one terrain.
struct TerrainMemo: Sendable {
  let memo: Memo
  /// The terrain's number.
  let terrain: Int

  /// Nil without a memo.
  init?(_ memo: Memo?, of terrain: Terrain) {
    guard let memo else { return nil }
    self.memo = memo
    self.terrain = memo.number(of: terrain.identity)
  }
}

extension Memo {
  /// The number of some numbers; of those of equal bits it is the same.
  func number(of values: Double...) -> Int { number(of: values.map(\.bitPattern)) }
}

extension RadarStation {
  /// The same without what nobody sees: key and name.
  var unnamed: RadarStation {
    var station = self
    (station.id, station.name) = ("", "")
    return station
  }
}
