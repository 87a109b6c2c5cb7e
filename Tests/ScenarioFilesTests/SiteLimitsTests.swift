import Radar
import Scenario
import ScenarioSupport
import Testing
import Units

private func yaml(_ fields: String) -> String {
  """
  atalaya: 1
  name: Test
  layers:
    sites:
      - { id: a, position: "1, 2", \(fields) }
  """
}

@Test func `a site has a tilt and blind sectors`() throws {
  let site = try #require(load(yaml("tilt: -1.5°, blind_sectors: \"90-120; 350°–10°\"")).sites.first)
  #expect(site.tilt == .degrees(-1.5))
  #expect(
    site.blindSectors == [
      AzimuthSector(begin: .degrees(90), end: .degrees(120)), AzimuthSector(begin: .degrees(350), end: .degrees(10)),
    ])
  let plain = try #require(load(yaml("name: A")).sites.first)
  #expect(plain.tilt == .zero && plain.blindSectors.isEmpty)
}

@Test(arguments: ["90", "90-", "a-b", "90-400", "10-10", "-5-10"])
func `a blind sector that is none is refused`(text: String) throws {
  #expect(try problems(yaml("blind_sectors: \"\(text)\"")).map(\.field) == ["blind_sectors"])
}
