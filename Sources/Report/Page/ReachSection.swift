internal import Planning
internal import Response
internal import Scenario
internal import Units

/// What assets reach, how soon, and what is lost without each base.
struct ReachSection: ReportSection {
  let id = "in-reach"
  let title = Phrase.inReach
  private let reach: Reach

  /// Nil for a plan without it.
  init?(_ input: ReportInput) {
    guard let reach = input.plan.reach else { return nil }
    self.reach = reach
  }

  func body(_ say: ReportLanguage) -> HTML {
    let flights = say(reach.question.isRouted ? .inReachRouted : .inReachStraight)
    return """
      <p>\(say(.inReachNote, flights))</p>
      \(Records.reachShare.html(shares, caption: say(.inReachSharesCaption), say))
      \(places(say))
      \(losses(say))
      """
  }

  /// Of all together and of each base.
  private var shares: [Reach.Share] {
    reach.shares.filter { if case .asset = $0.subject { false } else { true } }
  }

  private func places(_ say: ReportLanguage) -> HTML {
    reach.places.isEmpty
      ? "" : Records.reachPlace.html(reach.places, caption: say(.inReachPlacesCaption), say)
  }

  private func losses(_ say: ReportLanguage) -> HTML {
    reach.losses.isEmpty ? "" : Records.reachLoss.html(reach.losses, caption: say(.inReachLossCaption), say)
  }
}
