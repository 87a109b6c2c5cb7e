internal import GeoFiles
internal import Geodesy
internal import Units

/// What the stations see over a row of posts.
///
/// By station, then column; of a row only the columns in ``spans`` count, where a station may see anything. Sums are added up
/// in the order of the columns, and what does not count as zero, so that they have the same bits however they are grouped.
struct RowSight {
  private let stations: Int
  private let columns: Int
  private let heights: Int
  /// The columns of this row in which each station may see something.
  var spans: [Range<Int>]
  /// The altitudes above mean sea level between which each station sees; see ``RadarFloor/Seen``.
  var lowest: [Double]
  var highest: [Double]
  /// Where the posts lie from the stations.
  var places: [ReachPlace]
  /// Ground above mean sea level, metres; NaN where unknown.
  var ground: [Float] = []
  /// Square metres of the posts.
  var areas: [Double]
  /// Those of them that are of interest, and zero; nil when none are distinguished.
  var interest: [Double]?

  /// By height, station, column: 1 where the station sees a target at the height.
  private var seen: [UInt8]
  /// The same: 1 where that is not known, and open.
  private var open: [UInt8]
  /// By height, then station: whether anything is seen in this row, or open.
  private var hasSeen: [Bool]
  private var hasOpen: [Bool]
  private var altitudes: [Double]
  private let zeros: [UInt8]
  private var row: Row

  /// What a network comes to over the row.
  private struct Row {
    var lowest: [Double]
    var second: [Double]
    var radar: [UInt16]
    var unknown: [UInt16]
    var counts: [UInt16]
    var open: [UInt8]
  }

  init(stations: Int, columns: Int, heights: Int) {
    (self.stations, self.columns, self.heights) = (stations, columns, heights)
    spans = Array(repeating: 0..<0, count: stations)
    lowest = Array(repeating: .infinity, count: stations * columns)
    highest = Array(repeating: -.infinity, count: stations * columns)
    places = Array(repeating: .none, count: stations * columns)
    areas = Array(repeating: 0, count: columns)
    altitudes = areas
    seen = Array(repeating: 0, count: heights * stations * columns)
    open = seen
    hasSeen = Array(repeating: false, count: heights * stations)
    hasOpen = hasSeen
    zeros = Array(repeating: 0, count: columns)
    row = Row(
      lowest: areas, second: areas, radar: Array(repeating: 0, count: columns),
      unknown: Array(repeating: 0, count: columns), counts: Array(repeating: 0, count: columns), open: zeros)
  }

  /// The lowest and second-lowest altitudes at which a network sees.
  mutating func findLowest(of network: [Int], into block: inout NetworkBlock.Network, at first: Int) {
    for column in 0..<columns {
      row.lowest[column] = .infinity
      row.second[column] = .infinity
      row.radar[column] = NetworkBlock.noRadar
      row.unknown[column] = 0
    }
    for (number, station) in network.enumerated() {
      let span = spans[station]
      guard !span.isEmpty else { continue }
      let name = UInt16(truncatingIfNeeded: number)
      lowest.withUnsafeBufferPointer { low in
        highest.withUnsafeBufferPointer { high in
          row.lowest.withUnsafeMutableBufferPointer { best in
            row.second.withUnsafeMutableBufferPointer { second in
              row.radar.withUnsafeMutableBufferPointer { radar in
                row.unknown.withUnsafeMutableBufferPointer { unknown in
                  let start = station * columns
                  for column in span {
                    let altitude = low[start &+ column]
                    unknown[column] &+= altitude.isNaN ? 1 : 0
                    // The comparison with NaN is false.
                    let value = altitude <= high[start &+ column] ? altitude : .infinity
                    let before = best[column]
                    let larger = before > value ? before : value
                    second[column] = larger < second[column] ? larger : second[column]
                    radar[column] = value < before ? name : radar[column]
                    best[column] = value < before ? value : before
                  }
                }
              }
            }
          }
        }
      }
    }
    for column in 0..<columns {
      let index = first + column
      guard !ground[column].isNaN else {
        block.lowest[index] = .nan
        block.second[index] = .nan
        continue
      }
      let (lowest, second, unknown) = (row.lowest[column], row.second[column], row.unknown[column])
      block.lowest[index] = lowest == .infinity && unknown > 0 ? .nan : lowest.upwardFloat
      block.second[index] = second == .infinity && unknown > (lowest == .infinity ? 1 : 0) ? .nan : second.upwardFloat
      block.radar[index] = row.radar[column]
    }
  }

  /// Finds out what is seen at every height.
  mutating func look(at altitudes: [Altitude]) {
    for (height, altitude) in altitudes.enumerated() {
      switch altitude {
      case .aboveGround(let length):
        for column in 0..<columns { self.altitudes[column] = Double(ground[column]) + length.metres }
      case .aboveSeaLevel(let length):
        for column in 0..<columns { self.altitudes[column] = ground[column].isNaN ? .nan : length.metres }
      }
      for station in 0..<stations where !spans[station].isEmpty { look(station, height) }
    }
  }

  private mutating func look(_ station: Int, _ height: Int) {
    let (span, start) = (spans[station], station * columns)
    let target = (height * stations + station) * columns
    var (anySeen, anyOpen): (UInt8, UInt8) = (0, 0)
    altitudes.withUnsafeBufferPointer { altitudes in
      lowest.withUnsafeBufferPointer { lowest in
        highest.withUnsafeBufferPointer { highest in
          seen.withUnsafeMutableBufferPointer { seen in
            open.withUnsafeMutableBufferPointer { open in
              for column in span {
                let altitude = altitudes[column]
                let (low, high) = (lowest[start &+ column], highest[start &+ column])
                // Comparisons with NaN are false: what is unknown is not seen. It is open only within what the radar's own
                // limits allow: beyond its range nothing is.
                let isSeen: UInt8 = (altitude >= low ? 1 : 0) & (altitude <= high ? 1 : 0)
                let isUnknown: UInt8 = (low.isNaN ? 1 : 0) & (altitude > high ? 0 : 1)
                let isGroundless: UInt8 = (altitude.isNaN ? 1 : 0) & (low <= high ? 1 : 0)
                seen[target &+ column] = isSeen
                open[target &+ column] = isUnknown | isGroundless
                anySeen |= isSeen
                anyOpen |= isUnknown | isGroundless
              }
            }
          }
        }
      }
    }
    hasSeen[height * stations + station] = anySeen != 0
    hasOpen[height * stations + station] = anyOpen != 0
  }

  /// How many stations of a network see at the height, and the areas that at least 1, 2, 3 do.
  /// - Parameter isDrawn: Whether the counts are wanted, not only the areas.
  mutating func count(
    _ network: [Int], at height: Int, into block: inout NetworkBlock.Network, at first: Int, isDrawn: Bool
  ) {
    for column in 0..<columns {
      row.counts[column] = 0
      row.open[column] = 0
    }
    for station in network where !spans[station].isEmpty {
      let (span, start) = (spans[station], (height * stations + station) * columns)
      if hasSeen[height * stations + station] {
        row.counts.withUnsafeMutableBufferPointer { counts in
          seen.withUnsafeBufferPointer { seen in
            for column in span { counts[column] &+= UInt16(seen[start &+ column]) }
          }
        }
      }
      if hasOpen[height * stations + station] {
        row.open.withUnsafeMutableBufferPointer { all in
          open.withUnsafeBufferPointer { open in
            for column in span { all[column] |= open[start &+ column] }
          }
        }
      }
    }
    add(areas, to: &block.areas[height])
    if let interest { add(interest, to: &block.interestAreas[height]) }
    guard isDrawn else { return }
    for column in 0..<columns {
      let count = row.counts[column]
      block.counts[height][first + column] = count == 0 && row.open[column] != 0 ? NetworkBlock.unknownCount : count
    }
  }

  private func add(_ areas: [Double], to sums: inout [Double]) {
    var (one, two, three, unknown) = (sums[0], sums[1], sums[2], sums[3])
    areas.withUnsafeBufferPointer { areas in
      row.counts.withUnsafeBufferPointer { counts in
        row.open.withUnsafeBufferPointer { open in
          for column in 0..<columns {
            let (area, count) = (areas[column], counts[column])
            one += count >= 1 ? area : 0
            two += count >= 2 ? area : 0
            three += count >= 3 ? area : 0
            unknown += count == 0 && open[column] != 0 ? area : 0
          }
        }
      }
    }
    (sums[0], sums[1], sums[2], sums[3]) = (one, two, three, unknown)
  }

  /// Adds the areas that each station sees at each height, and the squares of how far it sees by azimuth.
  func add(to sums: inout [[Double]], _ reaches: inout [[Float]]) {
    for station in 0..<stations where !spans[station].isEmpty {
      // Four heights at a time: each sum waits for its last addition.
      for first in stride(from: 0, to: heights, by: 4) {
        let these = (first..<min(first + 4, heights)).filter { hasSeen[$0 * stations + station] }
        guard !these.isEmpty else { continue }
        let rows = these.map { ($0 * stations + station) * columns }
        var totals = (0.0, 0.0, 0.0, 0.0)
        seen.withUnsafeBufferPointer { seen in
          zeros.withUnsafeBufferPointer { zeros in
            areas.withUnsafeBufferPointer { areas in
              func row(_ number: Int) -> UnsafeBufferPointer<UInt8> {
                number < rows.count ? UnsafeBufferPointer(rebasing: seen[rows[number]..<rows[number] + columns]) : zeros
              }
              let (a, b, c, d) = (row(0), row(1), row(2), row(3))
              for column in spans[station] {
                let area = areas[column]
                totals.0 += a[column] != 0 ? area : 0
                totals.1 += b[column] != 0 ? area : 0
                totals.2 += c[column] != 0 ? area : 0
                totals.3 += d[column] != 0 ? area : 0
              }
            }
          }
        }
        for (number, height) in these.enumerated() {
          sums[height][station] += [totals.0, totals.1, totals.2, totals.3][number]
          reach(station, rows[number], into: &reaches[height])
        }
      }
    }
  }

  private func reach(_ station: Int, _ start: Int, into reaches: inout [Float]) {
    seen.withUnsafeBufferPointer { seen in
      places.withUnsafeBufferPointer { places in
        reaches.withUnsafeMutableBufferPointer { reaches in
          for column in spans[station] where seen[start &+ column] != 0 {
            let place = places[station * columns + column]
            let index = station * RadarReach.azimuths + Int(place.azimuth)
            if place.squareMetres > reaches[index] { reaches[index] = place.squareMetres }
          }
        }
      }
    }
  }
}
