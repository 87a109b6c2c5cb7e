import Coverage
import Foundation
import Interception
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

@Suite struct PageFiguresTests {
  @Test func `a stair of budgets rises where its lists can be paid`() {
    // A budget of 2 and one of 3 find the same list for 1.5; today is worth 1.
    let points = [
      BudgetStair.Point(budget: 1, cost: 0, value: 1, bound: 2),
      BudgetStair.Point(budget: 2, cost: 1.5, value: 4, bound: 4),
      BudgetStair.Point(budget: 3, cost: 1.5, value: 4, bound: 5),
    ]
    let stair = BudgetStair.reached(points, today: 1, upTo: 3)
    #expect(stair.map(\.money) == [0, 1.5, 1.5, 3] && stair.map(\.value) == [1, 1, 4, 4])
    #expect(BudgetStair.limit(points).map(\.money) == [0, 1, 1, 2, 2, 3])
    #expect(BudgetStair.limit(points).map(\.value) == [2, 2, 4, 4, 5, 5])
  }

  @Test func `a slack is late below zero, tight below a quarter of an hour, and says how much either way`() {
    for say in ReportLanguage.allCases {
      #expect(SlackText.text(.minutes(12), say) == say(.spare, "12 min"))
      #expect(SlackText.text(.minutes(-12), say) == say(.late, "12 min"))
      #expect(SlackText.text(.zero, say) == say(.spare, "0 s"))
    }
    #expect(
      SlackText.text(.minutes(12), .en) == "12 min to spare" && SlackText.text(.minutes(-12), .en) == "12 min late")
    #expect(SlackText.signed(.minutes(35)) == "+35 min" && SlackText.signed(.minutes(-12)) == "−12 min")
    let classes = [-1.0, 0, 899, 900].map { SlackText.cssClass(.seconds($0)) }
    #expect(classes == ["late", "tight", "tight", "good"])
  }

  @Test func `a floor above the drawing is left out, up to where it crosses the edge`() {
    func parts(_ heights: [Double]) -> [[Double]] {
      RouteSection.parts(of: heights.enumerated().map { (Double($0), $1) }, upTo: 10).map { $0.map(\.x) }
    }
    #expect(parts([0, 20, 20, 0]) == [[0, 0.5], [2.5, 3]])
    #expect(parts([20, 20]) == [] && parts([5, 10]) == [[0, 1]])
    #expect(parts([20, 0, 20]) == [[0.5, 1, 1.5]])
  }

  @Test func `the slider stops at every band, in round numbers of either unit`() {
    var scenario = Scenario(name: "x", altitudeBands: [.feet(500), .feet(1000), .feet(3000)])
    for units in UnitSystem.allCases {
      scenario.units = units
      let stops = AltitudeStops.of(scenario)
      #expect(scenario.altitudeBands.allSatisfy(stops.contains) && stops == stops.sorted())
      #expect(stops[AltitudeStops.start(scenario)] == .feet(1000))
      #expect(stops.first == .zero && stops.count < 400)
    }
    #expect(AltitudeStops.of(scenario).allSatisfy { ($0.feet / 50 - ($0.feet / 50).rounded()).magnitude < 1e-9 })
  }

  @Test func `places are called by their names, by ids where names are missing or the same`() {
    func labels(_ places: [(String, String)]) -> [String] { Called.labels(of: places.map { (id: $0.0, name: $0.1) }) }
    #expect(labels([("a", "Callao, primary"), ("b", "Callao, MSSR (hill)")]) == ["Callao, primary", "Callao, MSSR"])
    #expect(labels([("a", "Yauli (hill)"), ("b", "")]) == ["Yauli", "b"])
    #expect(labels([("a", "North"), ("b", "North")]) == ["a", "b"])
    #expect(Called.short("Pointe de la Plaine Morte", "p", most: 10) == "Pointe de…")
    #expect(Called.html("On summits (assumed)", "summits").markup.contains("<small>"))
    #expect(!Called.html("Pista L01", "L01").markup.contains("<small>"))
  }

  @Test func `the list that is proposed has a name in both languages`() {
    let names = [ReportLanguage.en, .es].map { $0(.proposedList, "USD 71M") }
    #expect(names == ["The list for USD 71M", "La lista para USD 71M"])
  }
}
