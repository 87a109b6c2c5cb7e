internal import Units

extension PlacementModel {
  /// The power of two by which weights, or for the cheapest cover costs, are to be multiplied for a search, whose
  /// tolerances are for numbers of a common size; nil where they are not tiny.
  func searchExponent(for goal: PlacementGoal) -> Int? {
    let greatest: Double
    switch goal {
    case .maximumCover: greatest = demands.reduce(0) { max($0, $1.weight) }
    case .cheapestCover: greatest = options.reduce(0) { max($0, $1.cost) }
    case .fairestCover: return nil
    }
    return greatest > 0 && greatest < 1e-3 ? -Int(greatest.exponent) : nil
  }

  /// The same question with weights, or for the cheapest cover costs, times a power of two.
  func scaled(by exponent: Int, _ question: PlacementQuestion) throws(PlacementError) -> (
    PlacementModel, PlacementQuestion
  ) {
    let factor = Double(sign: .plus, exponent: exponent, significand: 1)
    guard question.goal == .cheapestCover else {
      let demands = demands.map { demand in
        var demand = demand
        demand.weight *= factor
        return demand
      }
      return (try with(demands: demands), question)
    }
    let options = options.map { option in
      var option = option
      option.cost *= factor
      return option
    }
    var question = question
    question.limits = question.limits.map { limit in
      PlacementLimit(limit.measure, most: limit.measure == .cost ? limit.most * factor : limit.most)
    }
    return (try with(options: options), question)
  }
}
