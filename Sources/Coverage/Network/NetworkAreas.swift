package import Geodesy
package import Units

/// Areas that networks see over terrain, at some heights.
package struct NetworkAreas: Sendable, Hashable {
  /// One network.
  package struct Network: Sendable, Hashable {
    /// Area seen by at least 1, 2, 3 radars: by height, then count.
    package var seenByAtLeast: [[Area]]
    /// Area within the limits of a radar where none is known to see a target and unknown terrain leaves it open, by height.
    package var unknown: [Area]
    /// The same areas within the region of interest; nil without one.
    package var interest: Interest?

    /// What is seen of the region of interest.
    package struct Interest: Sendable, Hashable {
      /// Area seen by at least 1, 2, 3 radars: by height, then count.
      package var seenByAtLeast: [[Area]]
      /// Area where no radar is known to see a target and that is not certain, by height.
      package var unknown: [Area]
    }
  }

  /// One entry a network.
  package var networks: [Network]
  /// Area that each station sees: by height, then station.
  package var stations: [[Area]]
  /// How far each station sees: by height, then station.
  package var reaches: [[RadarReach]]

  /// The areas that some networks of stations see.
  /// - Parameters:
  ///   - networks: Networks as positions in the coverage's stations.
  ///   - interest: The region of interest.
  ///   - each: Also takes each block of the sweep, in order.
  /// - Accuracy: cells count whole by their centres (`areas over flat terrain agree with rings`).
  package init<Failure: Error>(
    of networks: [[Int]], in coverage: TerrainCoverage, heights: [Altitude], target: Target,
    interest: InterestMask? = nil, workers: Int = 1, each: (NetworkBlock) throws(Failure) -> Void
  ) throws(Failure) {
    var sums = Sums(
      networks: networks.count, heights: heights.count, stations: coverage.stations.count, hasInterest: interest != nil)
    try coverage.sweep(networks: networks, heights: heights, target: target, interest: interest, workers: workers) {
      (block) throws(Failure) in
      sums.add(block)
      try each(block)
    }
    self = sums.areas
  }

  init(networks: [Network], stations: [[Area]], reaches: [[RadarReach]]) {
    self.reaches = reaches
    self.networks = networks
    self.stations = stations
  }
}

extension NetworkAreas {
  /// Adds up the blocks of a sweep.
  struct Sums {
    private let networks: Int
    private let heights: Int
    private let stations: Int
    private let hasInterest: Bool
    /// Square metres: of each network and height those seen by 1, 2, 3 radars and the unknown ones, everywhere and within
    /// the region of interest where there is one; then of each height those of each station; then of each height the squares
    /// of how far each station sees by azimuth.
    private(set) var values: [Double]

    private static let levels = NetworkBlock.depth + 1
    private var width: Int { hasInterest ? 2 * Self.levels : Self.levels }

    init(networks: Int, heights: Int, stations: Int, hasInterest: Bool) {
      (self.networks, self.heights, self.stations, self.hasInterest) = (networks, heights, stations, hasInterest)
      values = []
      values = [Double](
        repeating: 0, count: networks * heights * width + heights * stations * (1 + RadarReach.azimuths))
    }

    /// Takes sums as they were in ``values``; false when they are not as many.
    mutating func restore(_ values: [Double]) -> Bool {
      guard values.count == self.values.count else { return false }
      self.values = values
      return true
    }

    mutating func add(_ block: NetworkBlock) {
      var place = 0
      for network in block.networks {
        for height in 0..<heights {
          for level in 0..<Self.levels {
            values[place + level] += network.areas[height][level]
            if hasInterest { values[place + Self.levels + level] += network.interestAreas[height][level] }
          }
          place += width
        }
      }
      for height in 0..<heights {
        for station in 0..<stations { values[place + station] += block.stationAreas[height][station] }
        place += stations
      }
      for height in 0..<heights {
        for (index, square) in block.stationReaches[height].enumerated() {
          values[place + index] = max(values[place + index], Double(square))
        }
        place += stations * RadarReach.azimuths
      }
    }

    var areas: NetworkAreas {
      func part(_ first: Int, _ count: Int) -> [Area] { values[first..<first + count].map { .squareMetres($0) } }
      let parts = (0..<networks).map { network in
        let starts = (0..<heights).map { (network * heights + $0) * width }
        func seen(_ offset: Int) -> [[Area]] { starts.map { part($0 + offset, NetworkBlock.depth) } }
        func unknown(_ offset: Int) -> [Area] { starts.map { part($0 + offset + NetworkBlock.depth, 1)[0] } }
        return Network(
          seenByAtLeast: seen(0), unknown: unknown(0),
          interest: hasInterest
            ? Network.Interest(seenByAtLeast: seen(Self.levels), unknown: unknown(Self.levels)) : nil)
      }
      let first = networks * heights * width
      let reaches = (0..<heights).map { height in
        (0..<stations).map { station in
          let start = first + heights * stations + (height * stations + station) * RadarReach.azimuths
          return RadarReach(metres: values[start..<start + RadarReach.azimuths].map { $0.squareRoot() })
        }
      }
      return NetworkAreas(
        networks: parts, stations: (0..<heights).map { part(first + $0 * stations, stations) }, reaches: reaches)
    }
  }
}
