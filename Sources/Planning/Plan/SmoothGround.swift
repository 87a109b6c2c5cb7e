package import Coverage
package import Scenario
package import Units

/// How sites stand over the smooth Earth of a scenario without terrain.
package enum SmoothGround {
  /// A site this much higher than the smooth ground is worth a warning: about as much as a mast.
  private static let notable = Length.metres(20)

  /// What is to be borne in mind of ``above(_:in:)``.
  static let warning =
    "sites above the smooth ground count as towers of the difference with nothing in the way, and see too far unless they "
    + "are summits"

  /// The stations below the smooth ground, which count as standing on it.
  package static func below(_ stations: [RadarStation], in scenario: Scenario) -> [RadarStation] {
    stations.filter { ($0.groundElevation ?? scenario.groundElevation) < scenario.groundElevation }
  }

  /// The stations well above the smooth ground, each with the height of the tower that it counts as.
  package static func above(
    _ stations: [RadarStation], in scenario: Scenario
  ) -> [(station: RadarStation, height: Length)] {
    stations.compactMap { station in
      let height = (station.groundElevation ?? scenario.groundElevation) - scenario.groundElevation
      return height > notable ? (station, height) : nil
    }
  }
}
