import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Radar
import Scenario
import Terrain
import Units

extension LeakLook {
  /// What looks count over a smooth Earth, radar by radar.
  ///
  /// A cell is looked at in its centre; its least place counts as much where half a diagonal around the centre is in view,
  /// else nothing.
  func ratesOverSmoothEarth(
    workers: Int, progress: (@Sendable (PlanProgress) -> Void)?
  ) async -> LeakLookSights {
    let today = scenario.network(adding: nil)
    let network = SmoothEarthCoverage(stations: stations, groundElevation: today.groundElevation, earth: today.earth)
    let (grid, heights) = (area.grid, question.heights(overGroundAt: scenario.groundElevation))
    let (centres, half) = (grid.places(perSide: 1), grid.halfDiagonal)
    let rows = await withTaskGroup(of: (Int, LeakRates).self) { group in
      var waiting = stations.indices.makeIterator()
      var rows = [LeakRates](repeating: LeakRates(count: 0), count: stations.count)
      var done = 0
      func look(_ index: Int) -> LeakRates {
        var rates = LeakRates(count: heights.count * centres.count)
        let seen = StationLook(stations[index])
        let target = seen?.sought(question.target) ?? question.target
        for (number, altitude) in heights.enumerated() {
          guard let altitude else { continue }
          let height = altitude.height(overGroundAt: network.groundElevation)
          let margins = self.margins(of: index, in: network, from: altitude, centres, target: target)
          for (cell, margin) in margins.enumerated() where margin >= .zero {
            let place = network.geometry(from: index, to: centres[cell], height: height)
            let rate =
              seen.map { seen in
                count(of: seen, place) { _ in network.loss(from: index, to: centres[cell], height: height, place) }
              } ?? Self.sure
            rates.mean[number * centres.count + cell] = rate
            rates.least[number * centres.count + cell] = margin >= half ? rate : 0
          }
        }
        return rates
      }
      for _ in 0..<max(1, workers) {
        if let index = waiting.next() { group.addTask { (index, look(index)) } }
      }
      while let (index, row) = await group.next() {
        rows[index] = row
        done += 1
        progress?(PlanProgress(.radars, done: done, total: stations.count))
        if let index = waiting.next() { group.addTask { (index, look(index)) } }
      }
      return rows
    }
    return LeakLookSights(
      rows: rows, stations: stations, speed: question.speed,
      available: heights.flatMap { [Bool](repeating: $0 != nil, count: centres.count) }, ground: [], warnings: [])
  }

  /// What a look counts that all but certainly detects, as those do of a sensor that has no probabilities of its own.
  private static let sure = Float(-log(1e-12))

  /// What one look counts at a place.
  private func count(of look: StationLook, _ place: LookGeometry?, loss: (Decibels) -> Decibels) -> Float {
    guard let place else { return 0 }
    let missed = look.probability(at: place, crossSection: question.target.crossSection, loss: loss).missed
    // A look that all but certainly detects counts 27.6: more makes no difference that anyone sees.
    return Float(-log(min(max(missed, 1e-12), 1)))
  }

  /// What looks count over terrain, radar by radar: each cell by the share of its n × n places that is in view, and by the
  /// probability of a look at its centre; where diffraction counts at the middle one of the places in view.
  func rates(
    over terrain: Terrain, _ options: TerrainCoverage.Options, progress: (@Sendable (PlanProgress) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(LeakError) -> LeakLookSights {
    let centres = area.grid.places(perSide: 1).map(\.normalized)
    let spots = area.grid.places(perSide: Self.placesPerSide).map(\.normalized)
    let perCell = Self.placesPerSide * Self.placesPerSide
    @Sendable func places(_ cell: Int) -> Range<Int> { cell * perCell..<(cell + 1) * perCell }
    let question = question
    let found = try rows(
      over: terrain, target: question.target.boundless, content: lookContent, options, progress: progress,
      isCancelled: isCancelled
    ) { alone, ground in
      var rates = LeakRates(count: question.heights.count * centres.count)
      let look = StationLook(alone.stations[0])
      let target = look?.sought(question.target) ?? question.target
      let isSoft = alone.stations[0].type.looks?.wave?.losses.diffraction == true
      /// What one look counts at a place and an altitude.
      func rate(at place: Position, _ altitude: Double) -> Float {
        guard let look else { return Self.sure }
        let seen = alone.geometry(from: 0, to: place, altitude: .metres(altitude))
        return count(of: look, seen) { enough in
          seen.map { alone.loss(from: 0, to: place, altitude: .metres(altitude), $0, enough: enough) }
            ?? Decibels(.infinity)
        }
      }
      for (height, altitudes) in ground.altitudes.enumerated() {
        let margins = alone.marginsInMetres(
          seenBy: 0, at: ground.samples, altitudesMetres: altitudes, target: target)
        for cell in centres.indices {
          let own = places(cell)
          let seen = own.filter { margins[$0] >= 0 }
          guard !seen.isEmpty else { continue }
          let (middle, least): (Float, Float)
          if isSoft {
            // Behind edges what the way takes differs from place to place of a cell: the middle one of those in view counts,
            // and the one that is least above its floor.
            let sorted = seen.sorted { margins[$0] < margins[$1] }
            let (one, other) = (sorted[sorted.count / 2], sorted[0])
            middle = rate(at: spots[one], altitudes[one])
            least = one == other ? middle : min(middle, rate(at: spots[other], altitudes[other]))
          } else {
            middle = rate(at: centres[cell], seen.reduce(0) { $0 + altitudes[$1] } / Double(seen.count))
            least = middle
          }
          let open = own.count { !altitudes[$0].isNaN }
          rates.mean[height * centres.count + cell] = middle * Float(seen.count) / Float(max(open, 1))
          rates.least[height * centres.count + cell] = seen.count == open ? least : 0
        }
      }
      return rates
    }
    return LeakLookSights(
      rows: found.rows, stations: stations, speed: question.speed,
      available: found.available.flatMap { open in centres.indices.map { places($0).contains { open[$0] } } },
      ground: found.ground, warnings: found.warnings)
  }

  /// Everything that a row depends on besides radar, terrain and quality.
  private var lookContent: String { "looks 2\n" + content }
}
