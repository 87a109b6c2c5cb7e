internal import Foundation

/// What was computed before, kept in memory as long as there is room for it.
///
/// A value is kept by what it was computed from: numbers of its kind's own choice, among them those of larger values
/// (``number(of:)``). The same key always means the same bits, so that it does not matter whether something is found or
/// computed again. When more than the limit is held, what was not used for longest goes. It may be asked from several
/// threads at a time; two that miss the same value both compute it.
package final class Memo: @unchecked Sendable {
  /// What kind of value is kept; the numbers of a key have a meaning within one kind only.
  package enum Kind: UInt8, Sendable {
    case site, region, latestRegion, contradictions, bearings, floor, shadows, picture, interest, certainty,
      probability, places
    case track, looks, timeline, window, routeFloors, band, levels, routes
  }

  private struct Key: Hashable {
    var kind: Kind
    var numbers: [Int]
  }

  private struct Entry {
    var value: any Sendable
    var bytes: Int
    var used: Int
  }

  /// The most bytes that are held.
  package let limit: Int
  /// The most values that have a number at a time.
  private static let mostNumbers = 100_000
  /// What a number takes, with the value that it stands for; assumed.
  private static let numberBytes = 1000

  private let lock = NSLock()
  private var entries: [Key: Entry] = [:]
  private var numbers: [AnyHashable: (number: Int, used: Int)] = [:]
  private var held = 0
  private var clock = 0
  private var lastNumber = 0
  private var made: [Kind: Int] = [:]

  /// A memo without entries.
  /// - Parameter limit: The most bytes that it holds.
  package init(limit: Int = 1_000_000_000) { self.limit = limit }

  /// How many bytes are held, as far as they are counted: the cells of grids, and an assumption for all that is small.
  package var bytes: Int { lock.withLock { held + numbers.count * Self.numberBytes } }
  /// How many values of each kind were computed so far because they were not held.
  package var computed: [Kind: Int] { lock.withLock { made } }

  /// A number that stands for a value, the same for equal values as long as they are asked for.
  package func number(of value: some Hashable & Sendable) -> Int {
    let value = AnyHashable(value)
    return lock.withLock {
      clock += 1
      if let known = numbers[value]?.number {
        numbers[value] = (known, clock)
        return known
      }
      lastNumber += 1
      if numbers.count >= Self.mostNumbers {
        let oldest = numbers.values.map(\.used).sorted()[numbers.count / 2]
        numbers = numbers.filter { $0.value.used > oldest }
      }
      numbers[value] = (lastNumber, clock)
      return lastNumber
    }
  }

  /// What is held under a key; nil when it is not.
  package func held<Value: Sendable>(_ kind: Kind, _ numbers: [Int], as type: Value.Type = Value.self) -> Value? {
    lock.withLock {
      clock += 1
      let key = Key(kind: kind, numbers: numbers)
      // Nothing would pass for a value that is nil.
      guard let value = entries[key]?.value else { return nil }
      entries[key]?.used = clock
      return value as? Value
    }
  }

  /// Holds a value, and makes room for it; one that takes more than half of all room is not held.
  package func hold(_ value: some Sendable, _ kind: Kind, _ numbers: [Int], bytes: Int) {
    // What the entry takes besides, assumed.
    let bytes = bytes + 200 + 8 * numbers.count
    lock.withLock {
      clock += 1
      made[kind, default: 0] += 1
      guard bytes <= limit / 2 else { return }
      let key = Key(kind: kind, numbers: numbers)
      held += bytes - (entries[key]?.bytes ?? 0)
      entries[key] = Entry(value: value, bytes: bytes, used: clock)
      if held > limit { evict() }
    }
  }

  /// Lets go of what was not used for longest, down to nine tenths of the limit.
  private func evict() {
    for (key, entry) in entries.sorted(by: { $0.value.used < $1.value.used }) {
      guard held > limit / 10 * 9 else { return }
      held -= entry.bytes
      entries[key] = nil
    }
  }
}

extension Memo? {
  /// A value, computed where it is not held.
  /// - Parameters:
  ///   - numbers: Everything that the value depends on; not asked without a memo.
  ///   - bytes: What it takes.
  package func value<Value: Sendable, Failure: Error>(
    _ kind: Memo.Kind, _ numbers: (Memo) -> [Int], bytes: (Value) -> Int = { _ in 0 },
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard let self else { return try make() }
    let numbers = numbers(self)
    if let known: Value = self.held(kind, numbers) { return known }
    let value = try make()
    self.hold(value, kind, numbers, bytes: bytes(value))
    return value
  }
}
