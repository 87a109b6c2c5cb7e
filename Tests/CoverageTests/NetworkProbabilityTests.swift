import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

/// With what probability looks detect, cell by cell.
@Suite struct NetworkProbabilityTests {
  private let heights: [Altitude] = [.aboveGround(.metres(60)), .aboveSeaLevel(.metres(500))]
  private let target = Target(crossSection: .squareMetres(0.8), hasTransponder: false)

  /// Two radars of 10 s and 12 s over hills of up to 300 m without a pattern, with a void; half a promise at 30 km.
  private func coverage(_ scratch: Scratch, _ losses: LookLosses? = nil) throws -> TerrainCoverage {
    var random = SplitMix(seed: 8)
    let cells = (0..<51 * 51).map { _ in Float(random.next() % 3000) / 10 }
    let hills = try terrain(scratch, north: -11.75, west: -75.25, step: 0.01, rows: 51, columns: 51) { row, column in
      row == 35 && column > 30 ? .nan : cells[row * 51 + column]
    }
    func station(_ id: String, _ longitude: Double, revisit: Double) throws -> RadarStation {
      var station = radar(id, latitude: -12, longitude: longitude, mast: 60, range: 40, elevations: (-2, 20))
      station.type.detectionRange = .kilometres(25)
      station.type.revisit = .seconds(revisit)
      station.type.parameters.detectionProbability = 0.5
      station.type.parameters.elevationPattern = .gaussian(axis: .degrees(1), beamwidth: .degrees(4))
      station.type.parameters.frequency = .gigahertz(9.4)
      station.type = try station.type.looking(DetectionSettings(losses: losses))
      return station
    }
    return try TerrainCoverage.load(
      [try station("a", -75.05, revisit: 10), try station("b", -74.9, revisit: 12)], over: hills,
      targets: [target, target.boundless], k: 4 / 3, options: .init(quality: .exact))
  }

  private func probability(_ coverage: TerrainCoverage, mostCells: Int = 1_000_000, workers: Int = 1)
    -> NetworkProbability
  {
    NetworkProbability(
      of: coverage, network: [0, 1], signals: coverage.stations.map { StationSignal($0, target: target) },
      heights: heights, target: target, mostCells: mostCells, workers: workers)
  }

  @Test func `every cell holds what the looks of single radars make of it`() throws {
    let scratch = try Scratch()
    let coverage = try coverage(scratch)
    let map = probability(coverage, workers: 3)
    let frame = coverage.region.grid.frame
    var seen = [[UInt16]](repeating: [], count: 2 * heights.count)
    coverage.sweep(networks: [[0], [1]], heights: heights, target: target.boundless) { (block) throws(Never) in
      for network in 0..<2 {
        for height in heights.indices { seen[network * 2 + height] += block.networks[network].counts[height] }
      }
    }
    var (worst, known, unknown, areas) = (0.0, 0, 0, [0.0, 0.0])
    for height in heights.indices {
      for row in 0..<frame.rows {
        for column in 0..<frame.columns {
          let index = row * frame.columns + column
          let ground = Double(coverage.region.grid.cells[index])
          let altitude = height == 0 ? ground + 60 : 500
          let states = (0..<2).map { seen[$0 * 2 + height][index] }
          let (look, minute) = (map.perLook[height].cells[index], map.perMinute[height].cells[index])
          if ground.isNaN || (states.contains(NetworkBlock.unknownCount) && !states.contains(1)) {
            #expect(look.isNaN && minute.isNaN)
            unknown += 1
            continue
          }
          let place = Position(
            latitudeDegrees: frame.firstY + Double(row) * frame.stepY,
            longitudeDegrees: frame.firstX + Double(column) * frame.stepX)
          var (missedLook, missedMinute) = (1.0, 1.0)
          for radar in 0..<2 where states[radar] == 1 {
            let station = coverage.stations[radar]
            let model = try #require(station.type.lookModel(tilt: station.tilt))
            let at = try #require(coverage.geometry(from: radar, to: place, altitude: .metres(altitude)))
            let missed = model.probability(
              slantRange: at.slantRange, elevation: at.elevation, crossSection: target.crossSection
            ).missed
            missedLook *= missed
            missedMinute *= pow(missed, radar == 0 ? 6 : 5)
          }
          worst = max(worst, abs(Double(look) - (1 - missedLook)), abs(Double(minute) - (1 - missedMinute)))
          if 1 - missedLook > 0.01 { known += 1 }
          if height == 0, 1 - missedMinute >= 0.8 { areas[1] += 1 }
          if height == 0, 1 - missedLook >= 0.8 { areas[0] += 1 }
        }
      }
    }
    // Bearings between nodes are within decimetres of geodesics, whose share of the range is 1e-5: 2e-4 dB. The curve has 1e-5.
    #expect(worst < 1e-4 && known > 500 && unknown > 20, "\(worst) \(known) \(unknown)")
    // Cells of 0.01° at 12° are 1.2 km² within a hundredth; thresholds may part a cell or two.
    let cell = 1.204
    #expect(abs(map.areas[0].perLook(atLeast: 2).squareKilometres / cell - areas[0]) < 2 + areas[0] / 100)
    #expect(abs(map.areas[0].perMinute(atLeast: 2).squareKilometres / cell - areas[1]) < 2 + areas[1] / 100)
    #expect(areas[1] > areas[0] && areas[0] > 20 && map.areas[0].unknown > .zero)
  }

  @Test func `air and rain are taken off, and diffraction gives the edges of its floor`() throws {
    let scratch = try Scratch()
    let weather = Weather(surfaceVapourDensity: 20, rainRate: 25)
    let (plain, wet) = (
      try coverage(scratch), try coverage(scratch, LookLosses(gases: true, rain: true, weather: weather))
    )
    let (dry, rainy) = (probability(plain), probability(wet))
    let (station, model) = (wet.stations[0], try #require(wet.stations[0].type.lookModel()))
    let frame = wet.region.grid.frame
    let alone = NetworkProbability(
      of: wet, network: [0], signals: wet.stations.map { StationSignal($0, target: target) }, heights: heights,
      target: target)
    let antenna = try #require(wet.floors[0].antennaAltitude)
    let ray = try RayLoss(
      frequency: .gigahertz(9.4), weather: weather, antenna: antenna, earth: EffectiveEarth(k: 4.0 / 3))
    var (checked, less) = (0, 0)
    for index in alone.perLook[1].cells.indices {
      let (cell, look) = (alone.perLook[1].cells[index], rainy.perLook[1].cells[index])
      if !look.isNaN, look < dry.perLook[1].cells[index] - 0.01 { less += 1 }
      guard cell > 0 else { continue }
      let place = Position(
        latitudeDegrees: frame.firstY + Double(index / frame.columns) * frame.stepY,
        longitudeDegrees: frame.firstX + Double(index % frame.columns) * frame.stepX)
      let altitude = Length.metres(500)
      let at = try #require(wet.geometry(from: 0, to: place, altitude: altitude))
      let expected = model.probability(
        slantRange: at.slantRange, elevation: at.elevation, crossSection: target.crossSection,
        loss: ray.twoWay(slantRange: at.slantRange, elevation: at.elevation)
      ).detected
      // The table of air's 0.05 dB one way, twice, at a slope of a tenth a decibel at most.
      #expect(abs(Double(cell) - expected) < 0.02, "\(index): \(cell) \(expected)")
      checked += 1
    }
    #expect(checked > 200 && less > 200 && station.type.looks?.wave != nil)

    let soft = try coverage(scratch, LookLosses(diffraction: true))
    let edges = NetworkProbability(
      of: soft, network: [0], signals: soft.stations.map { StationSignal($0, target: target) }, heights: heights,
      target: target)
    var counts: [UInt16] = []
    soft.sweep(networks: [[0]], heights: heights, target: target) { (block) throws(Never) in
      counts += block.networks[0].counts[1]
    }
    var kinds = (covered: 0, open: 0)
    for (cell, count) in zip(edges.perLook[1].cells, counts) where !cell.isNaN && count != NetworkBlock.unknownCount {
      // Float's rounding of 0.8.
      if count == 1 { #expect(cell >= 0.8 - 1e-6) } else { #expect(cell <= 0.8 + 1e-6) }
      if count == 1 { kinds.covered += 1 } else { kinds.open += 1 }
    }
    #expect(kinds.covered > 100 && kinds.open > 100)
  }

  @Test func `a map's Pd behind an edge is that of the way there`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let soft = try coverage(scratch, LookLosses(diffraction: true))
    let map = NetworkProbability(
      of: soft, network: [0], signals: soft.stations.map { StationSignal($0, target: target) }, heights: heights,
      target: target)
    let station = soft.stations[0]
    let model = try #require(station.type.lookModel(tilt: station.tilt))
    let frame = soft.region.grid.frame
    var (all, near, part) = (0, 0, 0)
    for (index, cell) in map.perLook[1].cells.enumerated() where !cell.isNaN {
      let place = Position(
        latitudeDegrees: frame.firstY + Double(index / frame.columns) * frame.stepY,
        longitudeDegrees: frame.firstX + Double(index % frame.columns) * frame.stepX)
      let altitude = Length.metres(500)
      guard let at = soft.geometry(from: 0, to: place, altitude: altitude),
        at.slantRange > .kilometres(3), at.slantRange < .kilometres(38)
      else { continue }
      // The whole profile, by the code of flights.
      let loss = soft.loss(from: 0, to: place, altitude: altitude, at, enough: Decibels(.infinity))
      let expected = model.probability(
        slantRange: at.slantRange, elevation: at.elevation, crossSection: target.crossSection, loss: loss
      ).detected
      all += 1
      // Two decibels there and back, for one of diffraction, at a slope of a tenth a decibel at most.
      if abs(Double(cell) - expected) < 0.2 { near += 1 }
      if expected > 0.1, expected < 0.75 { part += 1 }
    }
    #expect(all > 300 && part > 20 && near * 10 >= all * 9, "\(near) of \(all), \(part) partly")
  }

  @Test func `a coarse cell holds the least of its posts, and areas stay those of posts`() throws {
    let scratch = try Scratch()
    let coverage = try coverage(scratch)
    let (fine, coarse) = (probability(coverage), probability(coverage, mostCells: 300, workers: 2))
    #expect(fine.reduction == 1 && coarse.reduction > 1)
    let (n, small) = (coarse.reduction, coarse.perLook[0].frame)
    let frame = coverage.region.grid.frame
    for height in heights.indices {
      #expect(coarse.areas[height].unknown == fine.areas[height].unknown)
      for row in 0..<small.rows {
        for column in 0..<small.columns {
          var values: [Float] = []
          for r in row * n..<min(row * n + n, frame.rows) {
            for c in column * n..<min(column * n + n, frame.columns) { values.append(fine.perLook[height][r, c]) }
          }
          let cell = coarse.perLook[height][row, column]
          if values.contains(where: \.isNaN) { #expect(cell.isNaN) } else { #expect(cell == values.min()) }
        }
      }
    }
  }

  @Test func `one certain radar makes the network certain, and a radar without looks adds nothing`() throws {
    let scratch = try Scratch()
    let coverage = try coverage(scratch)
    var signals = coverage.stations.map { StationSignal($0, target: target) }
    func map() -> NetworkProbability {
      NetworkProbability(of: coverage, network: [0, 1], signals: signals, heights: heights, target: target)
    }
    let both = map()
    signals[1] = nil
    let first = map()
    for (cell, other) in zip(both.perLook[0].cells, first.perLook[0].cells) where !cell.isNaN && !other.isNaN {
      // Float's rounding.
      #expect(other <= cell + 1e-7)
    }
    #expect(StationSignal(radar(latitude: 0, longitude: 0), target: target) == nil)
  }
}
