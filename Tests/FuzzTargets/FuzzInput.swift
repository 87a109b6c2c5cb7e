/// Several files in one input: each but the first begins after a line `=== name ===`.
public struct FuzzInput: Sendable {
  /// The files by name, in order; a name that occurs again replaces the file.
  public private(set) var files: [(name: String, bytes: ArraySlice<UInt8>)] = []

  private static let mark = Array("\n=== ".utf8)
  private static let end = Array(" ===\n".utf8)

  /// Takes an input apart.
  /// - Parameters:
  ///   - bytes: The input.
  ///   - name: The name of its first file.
  public init(_ bytes: [UInt8], first name: String) {
    var (name, start, index) = (name, 0, 0)
    while index < bytes.count {
      guard bytes[index...].starts(with: Self.mark), let next = Self.name(in: bytes[(index + Self.mark.count)...])
      else {
        index += 1
        continue
      }
      add(name, bytes[start..<index])
      name = next
      index += Self.mark.count + next.utf8.count + Self.end.count
      start = index
    }
    add(name, bytes[start...])
  }

  /// An input of some files.
  public static func packed(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    files.enumerated().flatMap { index, file in
      (index == 0 ? [] : mark + Array(file.name.utf8) + end) + file.bytes
    }
  }

  private mutating func add(_ name: String, _ bytes: ArraySlice<UInt8>) {
    files.removeAll { $0.name == name }
    files.append((name, bytes))
  }

  /// A plain name of at most 40 letters, so that no input chooses its place.
  private static func name(in bytes: ArraySlice<UInt8>) -> String? {
    let name = bytes.prefix(40).prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard let first = name.first, first != UInt8(ascii: "."), bytes[name.endIndex...].starts(with: end) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}
