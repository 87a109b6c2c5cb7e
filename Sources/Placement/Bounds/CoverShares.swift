/// What each class may take from each group of options, for classes that need several units.
///
/// A share stands for the options of one group that cover a class with the same strength: at most one of them is chosen,
/// so they give the class one part. Shares are numbered class after class.
struct CoverShares: Sendable {
  /// Where the shares of each class begin; one entry more than there are classes.
  private(set) var starts: [Int] = [0]
  /// Where the options of each share begin; one entry more than there are shares.
  private(set) var optionStarts: [Int] = [0]
  private(set) var options: [Int32] = []
  private(set) var strengths: [Int32] = []
  /// The class of each share.
  private(set) var classes: [Int32] = []

  var count: Int { strengths.count }

  init(_ problem: CoverProblem) {
    for kind in 0..<problem.classCount {
      var entries = Array(problem.column(kind))
      func key(_ entry: Int) -> (Int32, Int32) {
        (problem.groups[Int(problem.columnOptions[entry])], problem.columnStrengths[entry])
      }
      // Options mostly come group by group already; the sort is stable.
      if zip(entries, entries.dropFirst()).contains(where: { key($0) > key($1) }) { entries.sort { key($0) < key($1) } }
      var last: (group: Int32, strength: Int32)?
      for entry in entries {
        let option = problem.columnOptions[entry]
        let key = (group: problem.groups[Int(option)], strength: problem.columnStrengths[entry])
        if last == nil || last! != key {
          if last != nil { optionStarts.append(options.count) }
          strengths.append(key.strength)
          classes.append(Int32(kind))
          last = key
        }
        options.append(option)
      }
      if last != nil { optionStarts.append(options.count) }
      starts.append(strengths.count)
    }
  }

  /// The shares of a class.
  func shares(_ kind: Int) -> Range<Int> { starts[kind]..<starts[kind + 1] }
  /// The places of a share's options.
  func places(_ share: Int) -> Range<Int> { optionStarts[share]..<optionStarts[share + 1] }
}

/// The cheapest way to give a class what it needs from shares that are paid for, with fractions of shares.
struct ShareChoice {
  /// Share, price, and strength up to the need.
  private var offers: [(share: Int, price: Double, strength: Double)] = []
  /// The shares that were taken last, and which part of each.
  private(set) var taken: [(share: Int, part: Double)] = []

  /// - Parameters:
  ///   - need: Above zero.
  ///   - isOpen: Whether an option can still be chosen.
  /// - Returns: The price; infinite when all shares together are too little.
  mutating func price(
    of kind: Int, need: Int32, _ shares: CoverShares, _ multipliers: [Double], _ isOpen: [Bool]
  ) -> Double {
    offers.removeAll(keepingCapacity: true)
    taken.removeAll(keepingCapacity: true)
    var reach: Int64 = 0
    for share in shares.shares(kind) {
      guard shares.places(share).contains(where: { isOpen[Int(shares.options[$0])] }) else { continue }
      let strength = min(shares.strengths[share], need)
      reach += Int64(strength)
      offers.append((share, multipliers[share], Double(strength)))
    }
    guard reach >= Int64(need) else { return .infinity }
    var left = Double(need)
    var price = 0.0
    // Few shares are needed: each is sought among the rest.
    var first = 0
    while left > 0, first < offers.count {
      var best = first
      for place in first..<offers.count {
        let (a, b) = (offers[place], offers[best])
        if a.price * b.strength < b.price * a.strength { best = place }
      }
      offers.swapAt(first, best)
      let offer = offers[first]
      let part = min(1, left / offer.strength)
      price += part * offer.price
      left -= part * offer.strength
      taken.append((offer.share, part))
      first += 1
    }
    return price
  }
}
