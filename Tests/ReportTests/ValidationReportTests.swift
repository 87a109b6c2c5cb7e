import Coverage
import Geodesy
import Report
import Scenario
import Testing
import Units

@Suite struct ValidationReportTests {
  @Test func `what few scenarios have is counted where there is some, and left out elsewhere`() {
    var scenario = Scenario(name: "Test")
    func report() -> ValidationReport { ValidationReport("x", scenario, errors: [], warnings: []) }
    #expect(report().text.contains("0 regions, 0 measures\n"))
    #expect(!report().json.contains("illuminators"))
    scenario.illuminators = ["a", "b"].map {
      Illuminator(
        id: $0, name: $0, position: Position(latitudeDegrees: 0, longitudeDegrees: 10),
        antenna: .aboveGround(.metres(60)), eirp: .kilowatts(10), frequency: .megahertz(98))
    }
    scenario.border = [
      [Position(latitudeDegrees: 0, longitudeDegrees: 10), Position(latitudeDegrees: 1, longitudeDegrees: 10)]
    ]
    #expect(report().text.contains("0 measures, 2 illuminators, 1 line of the border\n"))
    #expect(report().json.contains("\"illuminators\""))
  }
}
