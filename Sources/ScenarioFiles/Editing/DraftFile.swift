import Foundation
import Synchronization

/// The content of one file of a draft.
///
/// Every content has a number of its own, by which what was read of it is found again.
struct DraftFile: Sendable {
  /// The name of the file, without folders.
  let name: String
  /// Its bytes.
  let bytes: [UInt8]
  /// A number that no other content of this process has.
  let number: Int

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private static let last = Atomic<Int>(0)
}

/// Line breaks and the byte-order mark of a text, which an edit keeps.
struct TextStyle: Sendable {
  /// Whether the text begins with a byte-order mark.
  var hasMark: Bool
  /// What ends its lines: that of the first line.
  var lineBreak: String

  init(_ bytes: [UInt8]) {
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let feed = bytes.firstIndex(of: 0x0A) {
      lineBreak = feed > 0 && bytes[feed - 1] == 0x0D ? "\r\n" : "\n"
    } else {
      lineBreak = bytes.contains(0x0D) ? "\r" : "\n"
    }
  }

  /// The byte-order mark, if there is one.
  var mark: [UInt8] { hasMark ? [0xEF, 0xBB, 0xBF] : [] }
}
