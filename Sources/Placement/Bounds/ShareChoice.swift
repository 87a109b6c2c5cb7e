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
