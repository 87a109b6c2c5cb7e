/// Posts of one kind that hang together through their eight neighbours, found row by row in one pass.
///
/// Memory: 16 bytes for each run of such posts in a row, and two rows.
struct PostRegions {
  /// Which posts are looked for.
  enum Kind: Sendable {
    /// Those below sea level.
    case below
    /// Those without a value.
    case void
  }

  /// Neighbouring posts of a row.
  struct Run: Sendable {
    var row: Int32
    /// First column, counted in the block.
    var start: Int32
    /// The column after the last.
    var end: Int32
    var region: Int32
  }

  /// What is known of one region.
  struct Region: Sendable {
    /// Its lowest post, metres; of voids the lowest post around them. Infinite where there is none.
    var lowest = Float.infinity
    /// Where that post lies, counted in the block.
    var row: Int32 = 0
    var column: Int32 = 0
    /// Whether it reaches the block's edge or a place without a tile.
    var isOpen = false
    var posts = 0

    mutating func meet(_ height: Float, row: Int, column: Int) {
      // Comparisons with NaN are false.
      guard height < lowest else { return }
      (lowest, self.row, self.column) = (height, Int32(clamping: row), Int32(clamping: column))
    }

    mutating func join(_ other: Region) {
      if other.lowest < lowest { (lowest, row, column) = (other.lowest, other.row, other.column) }
      isOpen = isOpen || other.isOpen
      posts += other.posts
    }
  }

  let kind: Kind
  private(set) var runs: [Run] = []
  private var regions: [Region] = []
  private var parents: [Int32] = []
  private var last: Range<Int> = 0..<0
  private var before: [Float] = []
  private let rows: Int
  private let isRound: Bool

  /// - Parameters:
  ///   - rows: Rows of the block.
  ///   - isRound: Whether its last column is next to its first.
  init(_ kind: Kind, rows: Int, isRound: Bool) {
    self.kind = kind
    self.rows = rows
    self.isRound = isRound
  }

  /// Takes the next row: metres, NaN where a tile has no value, minus infinity where no tile is.
  mutating func add(_ values: ArraySlice<Float>, row: Int) {
    let values = Array(values)
    let count = values.count
    let first = runs.count
    var column = 0
    while column < count {
      guard isOurs(values[column]) else {
        column += 1
        continue
      }
      let start = column
      var region = Region()
      while column < count, isOurs(values[column]) {
        if kind == .below { region.meet(values[column], row: row, column: column) }
        column += 1
      }
      region.posts = column - start
      region.isOpen = row == 0 || row == rows - 1 || (!isRound && (start == 0 || column == count))
      Self.look(kind, values, row, max(0, start - 1)..<min(count, column + 1), &region)
      if !before.isEmpty { Self.look(kind, before, row - 1, max(0, start - 1)..<min(count, column + 1), &region) }
      parents.append(Int32(clamping: regions.count))
      runs.append(
        Run(
          row: Int32(clamping: row), start: Int32(clamping: start), end: Int32(clamping: column),
          region: Int32(clamping: regions.count)))
      regions.append(region)
    }
    let these = first..<runs.count
    // What lies below the runs of the row before.
    for index in last {
      let run = runs[index]
      let root = find(run.region)
      Self.look(kind, values, row, max(0, Int(run.start) - 1)..<min(count, Int(run.end) + 1), &regions[root])
    }
    var other = last.lowerBound
    for index in these {
      while other < last.upperBound, runs[other].end < runs[index].start { other += 1 }
      var beside = other
      while beside < last.upperBound, runs[beside].start <= runs[index].end {
        unite(runs[beside].region, runs[index].region)
        beside += 1
      }
    }
    if isRound { joinAcrossSeam(these, count) }
    last = these
    before = values
  }

  /// The region of each run.
  mutating func finished() -> [(run: Run, region: Region)] {
    runs.map { run in (run, regions[find(run.region)]) }
  }

  private func isOurs(_ value: Float) -> Bool {
    switch kind {
    case .below: value < 0 && value > -.infinity
    case .void: value.isNaN
    }
  }

  /// Looks at the posts around a run. Static, so that the regions are changed in place.
  private static func look(
    _ kind: Kind, _ values: [Float], _ row: Int, _ columns: Range<Int>, _ region: inout Region
  ) {
    for column in columns {
      let value = values[column]
      if value == -.infinity {
        region.isOpen = true
      } else if kind == .void {
        region.meet(value, row: row, column: column)
      }
    }
  }

  private mutating func joinAcrossSeam(_ these: Range<Int>, _ count: Int) {
    guard let west = these.first, let east = these.last else { return }
    for (a, b) in [(west, east), (west, last.last ?? west), (last.first ?? east, east)]
    where runs[a].start == 0 && Int(runs[b].end) == count { unite(runs[a].region, runs[b].region) }
  }

  private mutating func find(_ region: Int32) -> Int {
    var root = Int(region)
    while Int(parents[root]) != root {
      parents[root] = parents[Int(parents[root])]
      root = Int(parents[root])
    }
    return root
  }

  private mutating func unite(_ a: Int32, _ b: Int32) {
    let (a, b) = (find(a), find(b))
    guard a != b else { return }
    let (root, leaf) = (min(a, b), max(a, b))
    parents[leaf] = Int32(clamping: root)
    regions[root].join(regions[leaf])
  }
}
