public import Units

/// What can be bought, what is to be covered, and what covers what.
///
/// A demand counts as covered when the strengths of the chosen options that cover it add up to its need: in millionths
/// where a need or strength is not a whole number, and coarser where a thousand options cover one demand. Covers are stored demand after demand (compressed sparse rows): 4 bytes
/// each, 8 when strengths differ.
public struct PlacementModel: Sendable {
  /// What can be bought.
  public let options: [PlacementOption]
  /// What is to be covered.
  public let demands: [PlacementDemand]
  /// The names of the resources that options use besides money.
  public let resources: [String]
  /// Where the covers of each demand begin; one entry more than there are demands.
  let starts: [Int]
  /// The options that cover, in ascending order within a demand.
  let coverOptions: [Int32]
  /// Their strengths; empty when all are 1.
  let coverStrengths: [Float]

  /// How many covers there are.
  public var coverCount: Int { coverOptions.count }

  /// Checks and stores a model.
  ///
  /// - Parameters:
  ///   - covers: In any order.
  ///   - resources: The names of what ``PlacementOption/uses`` counts.
  /// - Throws: ``PlacementError`` with everything that is wrong.
  /// - Complexity: O(covers + options + demands), and a sort within each demand.
  public init(
    options: [PlacementOption], demands: [PlacementDemand], covers: [PlacementCover], resources: [String] = []
  ) throws(PlacementError) {
    var problems = PlacementProblems()
    Self.check(options, resources: resources, &problems)
    Self.check(demands, &problems)
    for cover in covers {
      let isKnown = options.indices.contains(Int(cover.option)) && demands.indices.contains(Int(cover.demand))
      if !isKnown {
        problems.append(.unknownIndex, "a cover of demand \(cover.demand) by option \(cover.option)", "no such index")
      } else if !(cover.strength > 0 && cover.strength.isFinite) {
        problems.append(
          .badStrength, options[Int(cover.option)].id, "covers \(demands[Int(cover.demand)].id) with \(cover.strength)")
      }
    }
    try problems.throwAny()

    var starts = [Int](repeating: 0, count: demands.count + 1)
    for cover in covers { starts[Int(cover.demand) + 1] += 1 }
    for index in demands.indices { starts[index + 1] += starts[index] }
    let isUnit = covers.allSatisfy { $0.strength == 1 }
    var next = starts
    var coverOptions = [Int32](repeating: 0, count: covers.count)
    var coverStrengths = [Float](repeating: 0, count: isUnit ? 0 : covers.count)
    for cover in covers {
      let place = next[Int(cover.demand)]
      next[Int(cover.demand)] += 1
      coverOptions[place] = cover.option
      if !isUnit { coverStrengths[place] = cover.strength }
    }
    for demand in demands.indices {
      let range = starts[demand]..<starts[demand + 1]
      if isUnit {
        coverOptions[range].sort()
      } else {
        let order = range.sorted { coverOptions[$0] < coverOptions[$1] }
        let sorted = order.map { (coverOptions[$0], coverStrengths[$0]) }
        for (place, pair) in zip(range, sorted) { (coverOptions[place], coverStrengths[place]) = pair }
      }
      for place in range.dropFirst() where coverOptions[place] == coverOptions[place - 1] {
        problems.append(.duplicateCover, options[Int(coverOptions[place])].id, "covers \(demands[demand].id) twice")
      }
    }
    try problems.throwAny()
    self.options = options
    self.demands = demands
    self.resources = resources
    self.starts = starts
    self.coverOptions = coverOptions
    self.coverStrengths = coverStrengths
  }

  /// The same options under other prices or standings, and the same demands under other weights or needs; no cover is
  /// touched.
  ///
  /// - Throws: ``PlacementError`` as ``init(options:demands:covers:resources:)``, also when a count differs.
  public func with(
    options: [PlacementOption]? = nil, demands: [PlacementDemand]? = nil
  ) throws(PlacementError) -> PlacementModel {
    var problems = PlacementProblems()
    let options = options ?? self.options
    let demands = demands ?? self.demands
    if options.count != self.options.count || demands.count != self.demands.count {
      problems.append(.unknownIndex, "the model", "other options and demands must be as many as before")
    }
    Self.check(options, resources: resources, &problems)
    Self.check(demands, &problems)
    try problems.throwAny()
    return PlacementModel(
      options: options, demands: demands, resources: resources, starts: starts, coverOptions: coverOptions,
      coverStrengths: coverStrengths)
  }

  private init(
    options: [PlacementOption], demands: [PlacementDemand], resources: [String], starts: [Int], coverOptions: [Int32],
    coverStrengths: [Float]
  ) {
    self.options = options
    self.demands = demands
    self.resources = resources
    self.starts = starts
    self.coverOptions = coverOptions
    self.coverStrengths = coverStrengths
  }
}
