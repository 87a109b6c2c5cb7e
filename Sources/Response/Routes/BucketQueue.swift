/// Nodes by time, in buckets of equal width: those of one bucket come in no order.
///
/// Times never lie before the bucket that is being emptied. What lies further ahead than the buckets reach waits aside until
/// they come round.
struct BucketQueue {
  private var heads: [Int32]
  private var nodes: [Int32] = []
  private var nexts: [Int32] = []
  private var free: Int32 = -1
  private var late: [(time: Double, node: Int32)] = []
  private var current = 0
  private var count = 0
  private let scale: Double

  /// - Parameter width: Seconds of a bucket.
  init(width: Double) {
    scale = 1 / width
    heads = [Int32](repeating: -1, count: 8192)
  }

  /// The bucket of a time.
  @inline(__always)
  func bucket(_ time: Double) -> Int { Int(min(time * scale, 1e15)) }

  mutating func push(_ node: Int32, at time: Double) {
    let wanted = bucket(time)
    let bucket = wanted < current ? current : wanted
    guard bucket - current < heads.count else {
      late.append((time, node))
      return
    }
    insert(node, bucket)
  }

  private mutating func insert(_ node: Int32, _ bucket: Int) {
    let slot = bucket & (heads.count - 1)
    count += 1
    if free >= 0 {
      let entry = Int(free)
      free = nexts[entry]
      nodes[entry] = node
      nexts[entry] = heads[slot]
      heads[slot] = Int32(truncatingIfNeeded: entry)
    } else {
      nodes.append(node)
      nexts.append(heads[slot])
      heads[slot] = Int32(truncatingIfNeeded: nodes.count - 1)
    }
  }

  /// The next node and its bucket; nil when none is left.
  mutating func pop() -> (node: Int32, bucket: Int)? {
    while true {
      if count == 0 {
        guard let earliest = late.min(by: { $0.time < $1.time }) else { return nil }
        current = max(current, bucket(earliest.time))
        bringLate()
      }
      let slot = current & (heads.count - 1)
      let entry = heads[slot]
      if entry >= 0 {
        heads[slot] = nexts[Int(entry)]
        nexts[Int(entry)] = free
        free = entry
        count -= 1
        return (nodes[Int(entry)], current)
      }
      current += 1
      if current & (heads.count - 1) == 0, !late.isEmpty { bringLate() }
    }
  }

  private mutating func bringLate() {
    let waiting = late
    late.removeAll(keepingCapacity: true)
    for entry in waiting { push(entry.node, at: entry.time) }
  }
}
