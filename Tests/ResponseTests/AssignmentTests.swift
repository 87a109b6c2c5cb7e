import Response
import TestSupport
import Testing
import Units

/// The smallest total lateness by trying every aircraft for every flight, and for what one aircraft serves every order.
private func bruteForce(_ calls: [Call], _ counts: [Int]) -> Duration {
  let aircraft = counts.indices.flatMap { asset in (0..<counts[asset]).map { _ in asset } }
  func inAnyOrder(_ open: [Int], _ asset: Int, _ free: Duration) -> Duration? {
    var least: Duration?
    for (place, call) in open.enumerated() {
      guard let option = calls[call].options[asset] else { return nil }
      let sent = max(calls[call].order, free)
      var rest = open
      rest.remove(at: place)
      guard let later = inAnyOrder(rest, asset, sent + option.occupied) else { return nil }
      let whole = max(sent + option.delay - option.deadline, .zero) + later
      least = least.map { min($0, whole) } ?? whole
    }
    return open.isEmpty ? .zero : least
  }
  let servable = calls.indices.filter { call in aircraft.contains { calls[call].options[$0] != nil } }
  let subsets = (0..<(1 << calls.count)).map { set in servable.filter { set & (1 << $0) != 0 } }
  let costs = aircraft.map { asset in subsets.map { inAnyOrder($0, asset, .seconds(-1e12)) } }
  func shared(_ left: Int, _ number: Int) -> Duration? {
    if number == aircraft.count { return left == 0 ? .zero : nil }
    var least: Duration?
    for taken in 0...left where taken & ~left == 0 {
      guard let own = costs[number][taken], let others = shared(left & ~taken, number + 1) else { continue }
      least = least.map { min($0, own + others) } ?? own + others
    }
    return least
  }
  return shared(servable.reduce(0) { $0 | (1 << $1) }, 0) ?? .zero
}

private func random(_ random: inout SplitMix) -> (calls: [Call], counts: [Int]) {
  // Whole minutes, so that sums are exact and ties happen.
  func minutes(_ range: ClosedRange<Double>) -> Duration { .minutes(random.next(in: range).rounded()) }
  let assets = Int(random.next(in: 1...4.99))
  let calls = (0..<Int(random.next(in: 1...5.99))).map { _ in
    let order = minutes(0...60)
    let options = (0..<assets).map { _ -> Call.Option? in
      guard random.next(in: 0...1) > 0.15 else { return nil }
      let delay = minutes(5...40)
      return Call.Option(delay: delay, deadline: order + minutes(5...45), occupied: delay + minutes(10...60))
    }
    return Call(order: order, options: options)
  }
  return (calls, (0..<assets).map { _ in random.next(in: 0...1) > 0.8 ? 2 : 1 })
}

/// What any assignment must be: each aircraft at one place at a time, nobody sent before the order, sums right.
private func check(_ assignment: Assignment, _ calls: [Call], _ counts: [Int]) {
  for (index, service) in assignment.services.enumerated() {
    let canBe = calls[index].options.indices.contains { calls[index].options[$0] != nil && counts[$0] > 0 }
    #expect((service != nil) == canBe)
    guard let service, let option = calls[index].options[service.asset] else { continue }
    #expect(service.call == index && service.sent >= calls[index].order && service.aircraft < counts[service.asset])
    #expect(service.arrival == service.sent + option.delay && service.free == service.sent + option.occupied)
    #expect(service.lateness == max(service.arrival - option.deadline, .zero))
  }
  let all = assignment.services.compactMap { $0 }
  for a in all {
    for b in all where a.call < b.call && a.asset == b.asset && a.aircraft == b.aircraft {
      #expect(a.free <= b.sent || b.free <= a.sent, "\(a) \(b)")
    }
  }
}

@Test func `the best assignment is as good as trying all, in 500 cases of up to five flights and four assets`() {
  var generator = SplitMix(seed: 20)
  var better = 0
  for number in 0..<500 {
    let (calls, counts) = random(&generator)
    let best = Assignment(of: calls, counts: counts, by: .best)
    let firstCome = Assignment(of: calls, counts: counts, by: .firstCome)
    check(best, calls, counts)
    check(firstCome, calls, counts)
    #expect(best.totalLateness == bruteForce(calls, counts), "case \(number)")
    #expect(best.isProvenBest && best.totalLateness <= firstCome.totalLateness)
    if best.totalLateness < firstCome.totalLateness { better += 1 }
  }
  // Otherwise the cases would show nothing.
  #expect(better > 50)
}

@Test func `one aircraft serves three flights in the order of the least total lateness`() {
  // One aircraft, three flights: a late first one puts off two that would each be in time.
  func option(_ deadline: Double) -> Call.Option {
    Call.Option(delay: .minutes(10), deadline: .minutes(deadline), occupied: .minutes(20))
  }
  let calls = [
    Call(order: .zero, options: [option(12)]), Call(order: .minutes(1), options: [option(25)]),
    Call(order: .minutes(2), options: [option(29)]),
  ]
  let least = Assignment(of: calls, counts: [1], by: .best)
  // In the order given 0, 5 and 21 minutes: no order has less than 26, and two are late in it.
  #expect(least.totalLateness == .minutes(26) && least.inTime == 1)
}

@Test func `the first flight leaves the near helicopter to one that needs it`() {
  // Each is in time with the near helicopter, after 10 minutes; only the first flight is with the far one, after 25.
  func option(_ delay: Double, _ deadline: Double) -> Call.Option {
    Call.Option(delay: .minutes(delay), deadline: .minutes(deadline), occupied: .hours(2))
  }
  let calls = [
    Call(order: .zero, options: [option(10, 30), option(25, 30)]),
    Call(order: .minutes(1), options: [option(10, 12), option(25, 12)]),
  ]
  let firstCome = Assignment(of: calls, counts: [1, 1], by: .firstCome)
  #expect(firstCome.services.map { $0?.asset } == [0, 1])
  // The second arrives 26 minutes after midnight and should at 12.
  #expect(firstCome.totalLateness == .minutes(14) && firstCome.inTime == 1)
  let best = Assignment(of: calls, counts: [1, 1], by: .best)
  #expect(best.services.map { $0?.asset } == [1, 0] && best.totalLateness == .zero && best.inTime == 2)
  // Two near helicopters are enough for both as they come.
  #expect(Assignment(of: calls, counts: [2, 1], by: .firstCome).totalLateness == .zero)
}

@Test func `an aircraft is sent again after mission, refuelling and turn-round`() {
  let option = Call.Option(delay: .minutes(15), deadline: .minutes(20), occupied: .minutes(50))
  let later = Call.Option(delay: .minutes(15), deadline: .minutes(45), occupied: .minutes(50))
  let calls = [Call(order: .zero, options: [option]), Call(order: .minutes(10), options: [later])]
  let services = Assignment(of: calls, counts: [1], by: .firstCome).services
  #expect(services[1]?.sent == .minutes(50) && services[1]?.lateness == .minutes(20))
}

@Test func `nobody and nothing make an empty assignment`() {
  let option = Call.Option(delay: .zero, deadline: .zero, occupied: .zero)
  #expect(Assignment(of: [], counts: [1], by: .best).services.isEmpty)
  #expect(Assignment(of: [Call(order: .zero, options: [option])], counts: [0], by: .best).services == [nil])
  #expect(Assignment(of: [Call(order: .zero, options: [nil])], counts: [1], by: .best).services == [nil])
  #expect(Assignment(of: [Call(order: .zero, options: [])], counts: [1], by: .firstCome).services == [nil])
}

@Test func `a search that stops early says so and is no worse than first come`() {
  var generator = SplitMix(seed: 3)
  var stopped = 0
  for _ in 0..<50 {
    let (calls, counts) = random(&generator)
    let short = Assignment(of: calls, counts: counts, by: .best, effort: 2)
    check(short, calls, counts)
    #expect(short.totalLateness <= Assignment(of: calls, counts: counts, by: .firstCome).totalLateness)
    if !short.isProvenBest { stopped += 1 }
  }
  #expect(stopped > 0)
}
