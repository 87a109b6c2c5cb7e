import Coverage
import Foundation
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private func scenario(_ yaml: String) throws(ScenarioError) -> Scenario {
  do {
    let folder = try Scratch(["scenario.yaml": "atalaya: 1\nname: Test\n" + yaml])
    defer { withExtendedLifetime(folder) {} }
    return try Scenario.load(folder: folder.path)
  } catch let error as ScenarioError { throw error } catch { fatalError("\(error)") }
}

private func problems(_ yaml: String) -> String {
  do throws(ScenarioError) {
    _ = try scenario(yaml)
    return ""
  } catch { return error.description }
}

@Suite struct AtmosphereTests {
  @Test func `without the key nothing is in doubt`() throws {
    let plain = try scenario("")
    #expect(plain.doubt == nil && plain.effectiveEarthFactor == 4.0 / 3)
  }

  @Test func `one gradient takes the place of the factor`() throws {
    let found = try scenario("atmosphere: { refractivity_gradient: -39 }\n")
    // ITU-R P.453: 157/(157 + gradient).
    #expect(found.effectiveEarthFactor == 157.0 / 118 && found.doubt == nil)
    #expect(!found.defaultedSettings.contains("effective_earth_k"))
  }

  @Test func `a band makes its worst the factor of what is seen`() throws {
    for yaml in [
      "atmosphere:\n  k_band: [1.14, 1.28, 1.50]\n", "effective_earth_k: 1.28\natmosphere:\n  k_band: [1.14, 1.5]\n",
      "effective_earth_k: 1.28\natmosphere:\n  k_band: [1.14, 1.28, 1.5]\n  percent_of_time: [99, 50, 1]\n",
    ] {
      let found = try scenario(yaml)
      let doubt = try #require(found.doubt)
      #expect([doubt.low.k, doubt.median.k, doubt.high.k] == [1.14, 1.28, 1.5])
      #expect([doubt.low.percent, doubt.median.percent, doubt.high.percent] == [99, 50, 1])
      #expect(found.effectiveEarthFactor == 1.14)
    }
    let gradients = try scenario("atmosphere:\n  refractivity_gradient: [-20, -34, -52]\n")
    #expect(gradients.doubt?.low.k == 157.0 / 137 && gradients.doubt?.high.k == 157.0 / 105)
  }

  @Test func `a spread lowers the cross-section of what is seen and raises that of the best`() throws {
    let found = try scenario("target_rcs: 2 m²\natmosphere: { rcs_spread_db: 10 }\n")
    #expect(abs(found.coverageTarget.crossSection.squareMetres - 0.2) < 1e-12)
    let doubt = try #require(found.doubt)
    #expect(abs(found.coverageTarget.crossSection.squareMetres * doubt.best.crossSection - 20) < 1e-9)
    #expect(doubt.worst.k == doubt.best.k)
  }

  @Test(arguments: [
    ("atmosphere: { k_band: [1.5, 1.28, 1.14] }\n", "in order"), ("atmosphere: { k_band: 1.2 }\n", "list"),
    ("atmosphere: { k_band: [1, 2, 3, 4] }\n", "4 numbers"), ("atmosphere: { k_band: [1, x, 3] }\n", "number"),
    ("atmosphere: { refractivity_gradient: -200 }\n", "out of range"),
    ("atmosphere: { refractivity_gradient: [-20, -30] }\n", "two"),
    ("effective_earth_k: 1.3\natmosphere: { refractivity_gradient: -39 }\n", "effective_earth_k"),
    ("effective_earth_k: 1.3\natmosphere: { k_band: [1.1, 1.28, 1.5] }\n", "median"),
    ("atmosphere: { k_band: [1.1, 1.28, 1.5], percent_of_time: [1, 50, 99] }\n", "fall"),
    ("atmosphere: { k_band: [1.1, 1.28, 1.5], percent_of_time: [99, 1] }\n", "one for each"),
    ("atmosphere: { rcs_spread_db: -3 }\n", "rcs_spread_db"), ("atmosphere: { k: 1.2 }\n", "k"),
    ("terrain: { path: a.tif, error: -3 m }\n", "error"),
  ])
  func `a band that makes no sense is refused with its key`(_ yaml: String, _ word: String) {
    #expect(problems(yaml).contains(word), "\(problems(yaml))")
  }
}
