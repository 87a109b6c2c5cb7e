package import GeoFiles
package import Geodesy
internal import Radar
package import Terrain
internal import Units

/// With what probability the looks of a network detect a target that stays where it is, cell by cell.
///
/// A radar's look counts where its antenna has the target in line of sight, within its own limits, after what gases and rain take
/// where they count; radars are independent. Where diffraction counts, it takes its part before and behind the edges of shadows,
/// and the floor decides between more and less than its probability, so that both tell the same of a place. A radar whose terrain is unknown counts as detecting nothing where another is known to have the target in sight; where none
/// is, and one is unknown, the probability is unknown, and so it is where the ground is. What a moving-target filter rejects
/// depends on the course and is not in it.
///
/// Cells are posts of the region, or n × n of them with the least of their probabilities, unknown where one of them is.
package struct NetworkProbability: Sendable {
  /// Heights of the target.
  package let heights: [Altitude]
  /// The probability that at least one look of one period of each radar detects the target, by height; NaN where unknown.
  package let perLook: [Grid<Float>]
  /// The same for the looks of a minute.
  package let perMinute: [Grid<Float>]
  /// Posts of the region, each way, in a cell.
  package let reduction: Int
  /// The areas by height, post by post.
  package let areas: [DetectionAreas]
  /// The areas within the region of interest, by height; nil without one.
  package let interest: [DetectionAreas]?

  /// The probabilities of a network.
  /// - Parameters:
  ///   - coverage: The network; its floors reach as far as its radars show anything.
  ///   - network: Positions in its stations.
  ///   - signals: What a look of each station of the coverage is worth; nil for one whose looks do not count, which detects
  ///     nothing.
  ///   - target: The target.
  ///   - mostCells: The most cells of a grid.
  ///   - workers: How many blocks are computed at a time; the answer is the same for any number.
  /// - Complexity: posts of the region × stations × heights.
  package init(
    of coverage: TerrainCoverage, network: [Int], signals: [StationSignal?], heights: [Altitude], target: Target,
    interest: InterestMask? = nil, mostCells: Int = 12_000_000, workers: Int = 1
  ) {
    let frame = coverage.region.grid.frame
    let n = Self.reduction(of: frame, to: mostCells)
    let small = frame.coarsened(by: n)
    let looking = network.compactMap { index in
      signals[index].flatMap { signal in
        coverage.floors[index].limits(for: target.boundless).map {
          Member(coverage.floors[index], $0, signal, target)
        }
      }
    }
    let soft = looking.count { $0.edge != nil }
    // What diffraction takes fills much memory, and is kept for one height at a time.
    let groups = soft > 0 ? heights.map { [$0] } : [heights]
    // As many whole rows of cells as keep a block small.
    let rows = max(1, min(64, 250_000 / max(1, frame.columns)) / n) * n
    let starts = Array(stride(from: 0, to: frame.rows, by: rows))
    let blocks = groups.map { heights in
      let members = looking.map { $0.at(heights, limit: 16e6 / Double(max(soft, 4))) }
      return Parallel.map(starts, workers: workers) { start in
        var block = Block(heights: heights.count, rows: (min(rows, frame.rows - start) + n - 1) / n, small.columns)
        for row in start..<min(start + rows, frame.rows) {
          block.add(
            Row(row, of: coverage, members, heights), toCells: (row - start) / n, n,
            areas: { coverage.areas.area(row: row, column: $0) },
            isInside: { interest?.contains(row: row, column: $0) ?? false })
        }
        return block
      }
    }
    // Every height with its blocks and its place among their heights.
    let places = blocks.flatMap { blocks in (blocks.first?.areas.indices ?? 0..<0).map { (blocks, $0) } }
    self.heights = heights
    reduction = n
    perLook = places.map { blocks, height in Grid(frame: small, cells: blocks.flatMap { $0.look[height] }) }
    perMinute = places.map { blocks, height in Grid(frame: small, cells: blocks.flatMap { $0.minute[height] }) }
    areas = places.map { blocks, height in blocks.reduce(DetectionAreas()) { $0 + $1.areas[height] } }
    self.interest =
      interest == nil
      ? nil : places.map { blocks, height in blocks.reduce(DetectionAreas()) { $0 + $1.inside[height] } }
  }

  /// The probabilities in the cells of some places, by height; NaN where unknown and outside the region.
  /// - Parameter coverage: That which they were computed of.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system.
  package func values(
    at positions: [Position], in coverage: TerrainCoverage
  ) throws(TerrainError) -> [(look: [Float], minute: [Float])] {
    let posts = try coverage.region.posts(of: positions)
    let frame = perLook.first?.frame
    let cells = posts.map { post -> Int? in
      guard let post, let frame, post.row.isFinite, post.column.isFinite else { return nil }
      let (row, column) = (post.row.rounded() / Double(reduction), post.column.rounded() / Double(reduction))
      guard row >= 0, column >= 0, row < Double(frame.rows), column < Double(frame.columns) else { return nil }
      return Int(row) * frame.columns + Int(column)
    }
    return heights.indices.map { height in
      (
        cells.map { $0.map { perLook[height].cells[$0] } ?? .nan },
        cells.map { $0.map { perMinute[height].cells[$0] } ?? .nan }
      )
    }
  }

  /// The least n for which blocks of n × n cells are no more than a number.
  private static func reduction(of frame: GridFrame, to mostCells: Int) -> Int {
    var n = 1
    while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > mostCells { n += 1 }
    return n
  }

  /// A radar that looks.
  private struct Member: Sendable {
    let floor: RadarFloor
    let limits: RadarLimits
    let signal: StationSignal
    /// What gases and rain take; nil where neither counts.
    let air: AirTable?
    /// Where diffraction counts: the probability that its floor is for, the limits and the floor.
    let edge: (probability: Double, limits: RadarLimits, cells: [Float])?
    /// What diffraction takes, by height; empty where it does not count.
    private(set) var losses: [ShadowLosses?] = []

    init(_ floor: RadarFloor, _ limits: RadarLimits, _ signal: StationSignal, _ target: Target) {
      (self.floor, self.limits, self.signal) = (floor, limits, signal)
      let looks = floor.station.type.looks
      air = looks?.wave.flatMap { floor.shadows.air($0) }.map { AirTable($0, range: limits.slantRange) }
      edge =
        looks?.wave?.losses.diffraction == true
        ? looks.flatMap { looks in
          floor.limits(for: target).map { (looks.settings.probability, $0, floor.cells($0)) }
        } : nil
    }

    /// The radar with what diffraction takes to some heights.
    /// - Parameter limit: The most points of its rays for one of them.
    func at(_ heights: [Altitude], limit: Double) -> Member {
      guard edge != nil, let wave = floor.station.type.looks?.wave else { return self }
      var member = self
      member.losses = heights.map {
        floor.shadows.losses(wave, height: $0, to: limits.slantRange, limit: limit)
      }
      return member
    }

    /// The probability of a look at a place.
    /// - Parameters:
    ///   - diffraction: What it takes one way, dB.
    ///   - isCovered: Whether the floor covers the target; of no use without diffraction.
    func detected(slant: Double, elevation: Double, diffraction: Double, isCovered: Bool) -> Double {
      let loss = 2 * ((air?.loss(slant: slant, elevation: elevation) ?? 0) + diffraction)
      let probability = signal.curve.detected(decibels: signal.decibels(slant, elevation, loss))
      guard let edge else { return probability }
      // The loss at a post is not as exact as the floor: there the floor decides.
      return isCovered
        ? max(probability, edge.probability) : min(probability, Double(Float(edge.probability).nextDown))
    }
  }

  /// The probabilities over a row of posts, by height; NaN where unknown.
  private struct Row {
    var look: [[Float]]
    var minute: [[Float]]

    init(_ row: Int, of coverage: TerrainCoverage, _ members: [Member], _ heights: [Altitude]) {
      let columns = coverage.region.grid.frame.columns
      let ground = (coverage.region.lowest ?? coverage.region.grid).cells[row * columns..<(row + 1) * columns]
      let altitudes = heights.map { height in
        switch height {
        case .aboveGround(let length): ground.map { Double($0) + length.metres }
        case .aboveSeaLevel(let length): ground.map { $0.isNaN ? .nan : length.metres }
        }
      }
      var missedLook = [Double](repeating: 1, count: heights.count * columns)
      var missedMinute = missedLook
      var states = [UInt8](repeating: 0, count: heights.count * columns)
      for member in members {
        var covered = [(lowest: Double, highest: Double)](
          repeating: (.infinity, -.infinity), count: member.edge == nil ? 0 : columns)
        if let edge = member.edge {
          member.floor.forEachPost(row: row, edge.limits, edge.cells) { column, _, _, lowest, highest in
            covered[column] = (lowest, highest)
          }
        }
        let surface = coverage.region.grid.cells[row * columns..<(row + 1) * columns]
        member.floor.forEachPost(row: row, member.limits, member.floor.grid.cells) {
          column, east, north, lowest, highest in
          for height in heights.indices {
            let (altitude, index) = (altitudes[height][column], height * columns + column)
            guard altitude <= highest, !altitude.isNaN else { continue }
            let place = member.limits.look(eastMetres: east, northMetres: north, altitudeMetres: altitude)
            var (diffraction, isCovered) = (0.0, false)
            if member.edge == nil {
              guard altitude >= lowest || lowest.isNaN else { continue }
              diffraction = lowest.isNaN ? .nan : 0
            } else {
              isCovered = altitude >= covered[column].lowest && altitude <= covered[column].highest
              diffraction =
                member.losses[height]?.loss(
                  altitude: altitude, sight: Float(lowest), surface: surface[surface.startIndex + column],
                  eastMetres: east, northMetres: north) ?? .nan
              if lowest.isNaN { diffraction = .nan }
            }
            guard !diffraction.isNaN || isCovered else {
              states[index] |= 2
              continue
            }
            states[index] |= 1
            let missed =
              1
              - member.detected(
                slant: place.slantMetres, elevation: place.elevationRadians,
                diffraction: diffraction.isNaN ? 0 : diffraction, isCovered: isCovered)
            missedLook[index] *= missed
            missedMinute[index] *= member.signal.looks.missed(missed)
          }
        }
      }
      func detected(_ missed: [Double]) -> [[Float]] {
        heights.indices.map { height in
          (0..<columns).map { column in
            let index = height * columns + column
            return altitudes[height][column].isNaN || states[index] == 2 ? .nan : Float(1 - missed[index])
          }
        }
      }
      look = detected(missedLook)
      minute = detected(missedMinute)
    }
  }

  /// Some rows of cells, by height.
  private struct Block: Sendable {
    var look: [[Float]]
    var minute: [[Float]]
    var areas: [DetectionAreas]
    var inside: [DetectionAreas]
    private let columns: Int

    init(heights: Int, rows: Int, _ columns: Int) {
      self.columns = columns
      look = Array(repeating: Array(repeating: .infinity, count: rows * columns), count: heights)
      minute = look
      areas = Array(repeating: DetectionAreas(), count: heights)
      inside = areas
    }

    /// Adds a row of posts to the cells that it belongs to.
    mutating func add(
      _ row: Row, toCells cells: Int, _ n: Int, areas area: (Int) -> Double, isInside: (Int) -> Bool
    ) {
      for height in row.look.indices {
        for column in row.look[height].indices {
          let (look, minute) = (row.look[height][column], row.minute[height][column])
          let index = cells * columns + column / n
          self.look[height][index] = Self.least(self.look[height][index], look)
          self.minute[height][index] = Self.least(self.minute[height][index], minute)
          areas[height].add(area(column), perLook: look, perMinute: minute)
          if isInside(column) { inside[height].add(area(column), perLook: look, perMinute: minute) }
        }
      }
    }

    /// The lesser; not a number where one of them is not.
    private static func least(_ a: Float, _ b: Float) -> Float { a.isNaN || b.isNaN ? .nan : min(a, b) }
  }
}
