public import Coverage
public import Radar
public import Scenario

/// One of the purchases that are compared.
public struct PurchaseOption: Sendable, Hashable {
  /// What is bought; nil for today's network.
  public var purchase: Scenario.Purchase?
  /// What it comes to.
  public var outcome: PlanOutcome
  /// What the network sees of the scenario's coverage target, band by band.
  public var coverage: CoverageSummary

  /// What it costs; nil for today's network and for a purchase with a radar that has no price.
  public var price: PriceRange? { purchase?.price }

  /// One way to spend money.
  package init(purchase: Scenario.Purchase?, outcome: PlanOutcome, coverage: CoverageSummary) {
    self.purchase = purchase
    self.outcome = outcome
    self.coverage = coverage
  }
}
