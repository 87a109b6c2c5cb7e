/// A fast hash of content, by which results are found again: 128 bits, made to distinguish contents, not to withstand forgery.
///
/// Four lanes of 64 bits take 8 bytes each in turn. A step is one-to-one in the lane and in the word, so that a single
/// changed word always changes the result; the lanes are folded with the multiplications of MurmurHash3.
package struct ContentHash: Sendable {
  private var lanes: [UInt64] = [
    0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb, 0xff51_afd7_ed55_8ccd,
  ]
  private var count: UInt64 = 0

  /// Nothing taken yet.
  package init() {}

  /// The hash of some bytes, as 32 hexadecimal digits.
  package static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }

  /// The hash of some cells.
  package static func text<Cell: BitwiseCopyable>(of cells: [Cell]) -> String { cells.withUnsafeBytes { text(of: $0) } }

  /// The hash of a text.
  package static func text(of text: String) -> String { Self.text(of: Array(text.utf8)) }

  /// Takes bytes; where one call ends and the next begins counts as well.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    func step(_ lane: inout UInt64, _ word: UInt64) {
      let mixed = lane ^ word
      lane = (mixed << 29 | mixed >> 35) &* 0x87c3_7b91_1142_53d5
    }
    func take(_ block: UnsafeRawBufferPointer, at offset: Int) {
      step(&a, block.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      step(&b, block.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      step(&c, block.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      step(&d, block.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
    }
    let whole = bytes.count / 32 * 32
    var offset = 0
    while offset < whole {
      take(bytes, at: offset)
      offset += 32
    }
    var rest = [UInt8](repeating: 0, count: 32)
    for index in whole..<bytes.count { rest[index - whole] = bytes[index] }
    rest.withUnsafeBytes { take($0, at: 0) }
    count &+= UInt64(bytes.count)
    step(&a, count)
    lanes = [a, b, c, d]
  }

  /// What was taken so far, as 32 hexadecimal digits.
  package var text: String {
    func folded(_ order: [Int]) -> String {
      var value: UInt64 = 0x52dc_e729_3849_5ab5
      for index in order {
        value = (value ^ lanes[index]) &* 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value = value &* 0xc4ce_b9fe_1a85_ec53
        value ^= value >> 29
      }
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return folded([0, 1, 2, 3]) + folded([3, 1, 0, 2])
  }
}
