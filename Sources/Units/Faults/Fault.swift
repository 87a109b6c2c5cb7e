/// One thing that is wrong. Each module names its own by the codes that it has: `GeoFileError` is `Fault<GeoFileFault>`.
public struct Fault<Kind: FaultCode>: AtalayaError {
  /// The kinds of fault of the module.
  public typealias Code = Kind

  /// The kind of fault.
  public var code: Kind
  /// Where it happened.
  public var place: FaultPlace
  /// What is wrong.
  public var problem: String
  /// What to do; nil when the problem says it.
  public var remedy: String?
  /// The error that caused it, with its type; nil when nothing did.
  public var underlying: (any FaultCause)?

  /// A fault.
  public init(
    _ code: Kind, at place: FaultPlace = FaultPlace(), _ problem: String, remedy: String? = nil,
    underlying: (any FaultCause)? = nil
  ) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
    self.underlying = underlying
  }

  /// A fault that another error caused and that says what that one says.
  /// - Parameter place: Where, in the terms of this module; what the cause says of its place follows it.
  public init(_ code: Kind, at place: FaultPlace = FaultPlace(), because cause: some AtalayaError) {
    self.init(code, at: place, cause.description, underlying: cause)
  }

  /// The same fault at another place.
  public func at(_ place: FaultPlace) -> Fault {
    var fault = self
    fault.place = place
    return fault
  }

  /// One line: where, what is wrong, what would be right.
  public var description: String {
    let place = Kind.text(of: place)
    return place.isEmpty ? message : "\(place): \(message)"
  }

  /// The one line.
  public var lines: [String] { [description] }
}

extension Fault: Hashable {
  /// Whether two faults are alike in everything, also in their causes.
  public static func == (a: Fault, b: Fault) -> Bool {
    a.code == b.code && a.place == b.place && a.problem == b.problem && a.remedy == b.remedy
      && a.underlying.map { AnyHashable($0) } == b.underlying.map { AnyHashable($0) }
  }

  /// Hashes what usually distinguishes faults.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(place)
    hasher.combine(problem)
  }
}
