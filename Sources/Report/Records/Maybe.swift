internal import Geodesy
internal import Units

/// A value of an output, or its optional: where a record's value may be missing, its schema allows null.
protocol Maybe<Present> {
  /// The value that is there.
  associatedtype Present
  /// The value; nil where it is missing.
  var maybe: Present? { get }
  /// Whether it may be missing.
  static var isOptional: Bool { get }
}

extension Maybe where Present == Self {
  var maybe: Self? { self }
  static var isOptional: Bool { false }
}

extension Optional: Maybe {
  var maybe: Wrapped? { self }
  static var isOptional: Bool { true }
}

extension String: Maybe {}
extension Array: Maybe where Element == String {}
extension Bool: Maybe {}
extension Int: Maybe {}
extension Double: Maybe {}
extension Length: Maybe {}
extension Area: Maybe {}
extension Angle: Maybe {}
extension Speed: Maybe {}
extension Money: Maybe {}
extension Duration: Maybe {}
extension Position: Maybe {}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The words of every case, as files write them.
  static var words: [String] { allCases.map(\.rawValue) }
}
