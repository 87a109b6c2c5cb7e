import Coverage
import Testing

@Suite struct MemoTests {
  @Test func `equal values have one number, others another`() {
    let memo = Memo()
    let one = memo.number(of: [1, 2])
    #expect(memo.number(of: [1, 2]) == one)
    #expect(memo.number(of: [2, 1]) != one)
  }

  @Test func `nothing is held before it is, not even of a kind that may be nothing`() {
    let memo = Memo()
    let absent: Int?? = memo.held(.site, [1])
    #expect(absent == .none)
    memo.hold(Int?.none, .site, [1], bytes: 1)
    let nothing: Int?? = memo.held(.site, [1])
    #expect(nothing == .some(.none))
  }

  @Test func `what was not used for longest goes, and more than half of the room is never taken`() {
    let memo = Memo(limit: 10_000)
    for index in 0..<9 { memo.hold(index, .site, [index], bytes: 800) }
    #expect((0..<9).allSatisfy { memo.held(.site, [$0]) == $0 })
    // The first is used again, so that the second goes, and then some.
    let first: Int? = memo.held(.site, [0])
    memo.hold(9, .site, [9], bytes: 2000)
    #expect(first == 0 && memo.held(.site, [0]) == 0 && memo.held(.site, [1], as: Int.self) == nil)
    #expect(memo.bytes <= 10_000)
    memo.hold(10, .site, [10], bytes: 5001)
    #expect(memo.held(.site, [10], as: Int.self) == nil && memo.held(.site, [9]) == 9)
  }

  @Test func `a kind, a key and a type are asked for together`() {
    let memo: Memo? = Memo()
    var made = 0
    func value(_ kind: Memo.Kind) -> Int {
      memo.value(kind) { _ in
        [1, 2]
      } _: {
        made += 1
        return made
      }
    }
    #expect(value(.site) == 1 && value(.site) == 1 && value(.floor) == 2)
    #expect(memo?.computed == [.site: 1, .floor: 1])
    #expect(
      Memo?.none.value(.site) { _ in
        []
      } _: {
        5
      } == 5)
  }
}
