/// Something for radars to cover.
public struct SitingDemand: Sendable, Hashable {
  /// Identifier, unique in a model.
  public var id: String
  /// Value of covering it.
  public var weight: Double
  /// Group whose share counts for the fairest cover; nil for none.
  public var group: String?
  /// Number of radars it needs.
  public var need: Int
  /// Number of existing radars that cover it.
  public var today: Int
  /// The options that cover it, as ascending positions in ``SitingSurvey/options``.
  public var options: [Int32]

  /// A demand.
  public init(id: String, weight: Double, group: String? = nil, need: Int = 1, today: Int, options: [Int32]) {
    self.id = id
    self.weight = weight
    self.group = group
    self.need = need
    self.today = today
    self.options = options
  }
}
