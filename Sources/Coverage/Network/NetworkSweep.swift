internal import GeoFiles
internal import Geodesy
internal import Units

/// Computes the blocks of a sweep, row by row: first what every station sees, then networks and heights one by one.
struct NetworkSweep: Sendable {
  let coverage: TerrainCoverage
  let networks: [[Int]]
  let heights: [Altitude]
  private let interest: InterestMask?
  private let limits: [RadarLimits?]

  init(
    coverage: TerrainCoverage, networks: [[Int]], heights: [Altitude], target: Target, interest: InterestMask?
  ) {
    self.interest = interest
    self.coverage = coverage
    self.networks = networks
    self.heights = heights
    limits = coverage.floors.map { $0.limits(for: target) }
  }

  func block(_ rows: Range<Int>) -> NetworkBlock {
    let columns = coverage.region.grid.frame.columns
    let count = rows.count * columns
    let none = [Double](repeating: 0, count: NetworkBlock.depth + 1)
    var block = NetworkBlock(
      rows: rows, columns: columns,
      networks: networks.map { _ in
        NetworkBlock.Network(
          lowest: [Float](repeating: .infinity, count: count), second: [Float](repeating: .infinity, count: count),
          radar: [UInt16](repeating: NetworkBlock.noRadar, count: count),
          counts: heights.map { _ in [UInt16](repeating: 0, count: count) }, areas: heights.map { _ in none },
          interestAreas: heights.map { _ in none })
      },
      stationAreas: heights.map { _ in [Double](repeating: 0, count: coverage.floors.count) },
      stationReaches: heights.map { _ in
        [Float](repeating: 0, count: coverage.floors.count * RadarReach.azimuths)
      })
    var sight = RowSight(stations: coverage.floors.count, columns: columns)
    for row in rows {
      look(row, &sight)
      let first = (row - rows.lowerBound) * columns
      for network in networks.indices {
        sight.lowest(of: networks[network], into: &block.networks[network], at: first)
      }
      for (height, altitude) in heights.enumerated() {
        sight.rise(to: altitude)
        for network in networks.indices {
          sight.count(networks[network], at: height, into: &block.networks[network], at: first)
        }
        sight.add(to: &block.stationAreas[height], &block.stationReaches[height])
      }
    }
    return block
  }

  /// What every station sees over the posts of a row.
  private func look(_ row: Int, _ sight: inout RowSight) {
    let columns = coverage.region.grid.frame.columns
    let ground = coverage.region.lowest ?? coverage.region.grid
    sight.ground = Array(ground.cells[row * columns..<(row + 1) * columns])
    for column in 0..<columns {
      sight.areas[column] = coverage.areas.area(row: row, column: column)
      sight.interest[column] = interest?.contains(row: row, column: column) == true ? sight.areas[column] : 0
    }
    for index in 0..<coverage.floors.count {
      let first = index * columns
      if let limits = limits[index] {
        coverage.floors[index].see(row: row, limits, into: &sight.seen, &sight.places, at: first, columns: columns)
      } else {
        for column in 0..<columns { sight.seen[first + column] = .nowhere }
      }
    }
  }
}

/// What the stations see over a row of posts.
private struct RowSight {
  private let stations: Int
  private let columns: Int
  /// By station, then column.
  var seen: [RadarFloor.Seen]
  /// Where the posts lie from the stations, by station, then column.
  var places: [ReachPlace]
  /// Ground above mean sea level, metres; NaN where unknown.
  var ground: [Float] = []
  /// Square metres of the posts, and those of them that are of interest.
  var areas: [Double]
  var interest: [Double]
  /// Altitudes above mean sea level that are asked about, metres; NaN where unknown.
  private var altitudes: [Double]

  init(stations: Int, columns: Int) {
    (self.stations, self.columns) = (stations, columns)
    seen = Array(repeating: .nowhere, count: stations * columns)
    places = Array(repeating: .none, count: stations * columns)
    areas = Array(repeating: 0, count: columns)
    interest = areas
    altitudes = areas
  }

  /// The lowest and second-lowest altitudes at which a network sees.
  func lowest(of network: [Int], into block: inout NetworkBlock.Network, at first: Int) {
    seen.withUnsafeBufferPointer { seen in
      ground.withUnsafeBufferPointer { ground in
        network.withUnsafeBufferPointer { members in
          block.lowest.withUnsafeMutableBufferPointer { lowests in
            block.second.withUnsafeMutableBufferPointer { seconds in
              block.radar.withUnsafeMutableBufferPointer { radars in
                for column in 0..<columns {
                  let index = first + column
                  guard !ground[column].isNaN else {
                    lowests[index] = .nan
                    seconds[index] = .nan
                    continue
                  }
                  var (lowest, second) = (Double.infinity, Double.infinity)
                  var (radar, unknown) = (NetworkBlock.noRadar, 0)
                  var number = 0
                  while number < members.count {
                    let sight = seen[members[number] * columns + column]
                    if sight.lowest.isNaN {
                      unknown += 1
                    } else if sight.lowest <= sight.highest {
                      if sight.lowest < lowest {
                        second = lowest
                        lowest = sight.lowest
                        radar = UInt16(truncatingIfNeeded: number)
                      } else if sight.lowest < second {
                        second = sight.lowest
                      }
                    }
                    number += 1
                  }
                  lowests[index] = lowest == .infinity && unknown > 0 ? .nan : lowest.upwardFloat
                  seconds[index] =
                    second == .infinity && unknown > (lowest == .infinity ? 1 : 0) ? .nan : second.upwardFloat
                  radars[index] = radar
                }
              }
            }
          }
        }
      }
    }
  }

  /// Asks about a height from now on.
  mutating func rise(to height: Altitude) {
    switch height {
    case .aboveGround(let length):
      for column in 0..<columns { altitudes[column] = Double(ground[column]) + length.metres }
    case .aboveSeaLevel(let length):
      for column in 0..<columns { altitudes[column] = ground[column].isNaN ? .nan : length.metres }
    }
  }

  /// How many stations of a network see at the height, and the areas that at least 1, 2, 3 do.
  func count(_ network: [Int], at height: Int, into block: inout NetworkBlock.Network, at first: Int) {
    let depth = NetworkBlock.depth
    seen.withUnsafeBufferPointer { seen in
      altitudes.withUnsafeBufferPointer { altitudes in
        network.withUnsafeBufferPointer { members in
          block.counts[height].withUnsafeMutableBufferPointer { counts in
            block.areas[height].withUnsafeMutableBufferPointer { sums in
              block.interestAreas[height].withUnsafeMutableBufferPointer { inside in
                for column in 0..<columns {
                  let altitude = altitudes[column]
                  var (count, isUnknown) = (0, false)
                  var number = 0
                  // Comparisons with NaN are false: what is unknown is not seen.
                  while number < members.count {
                    let sight = seen[members[number] * columns + column]
                    if altitude >= sight.lowest, altitude <= sight.highest {
                      count += 1
                    } else if sight.lowest.isNaN
                      ? !(altitude > sight.highest) : altitude.isNaN && sight.lowest <= sight.highest
                    {
                      // Only within what the radar's own limits allow: beyond its range nothing is open.
                      isUnknown = true
                    }
                    number += 1
                  }
                  if count == 0, isUnknown {
                    counts[first + column] = NetworkBlock.unknownCount
                    sums[depth] += areas[column]
                    inside[depth] += interest[column]
                  } else {
                    counts[first + column] = UInt16(truncatingIfNeeded: count)
                    var level = 0
                    while level < count, level < depth {
                      sums[level] += areas[column]
                      inside[level] += interest[column]
                      level += 1
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Adds the areas that each station sees at the height, and the squares of how far it sees by azimuth.
  func add(to sums: inout [Double], _ reaches: inout [Float]) {
    seen.withUnsafeBufferPointer { seen in
      altitudes.withUnsafeBufferPointer { altitudes in
        areas.withUnsafeBufferPointer { areas in
          places.withUnsafeBufferPointer { places in
            reaches.withUnsafeMutableBufferPointer { reaches in
              for station in 0..<stations {
                var sum = 0.0
                let first = station * columns
                for column in 0..<columns {
                  let sight = seen[first + column]
                  guard altitudes[column] >= sight.lowest, altitudes[column] <= sight.highest else { continue }
                  sum += areas[column]
                  let place = places[first + column]
                  let index = station * RadarReach.azimuths + Int(place.azimuth)
                  if place.squareMetres > reaches[index] { reaches[index] = place.squareMetres }
                }
                sums[station] += sum
              }
            }
          }
        }
      }
    }
  }
}
