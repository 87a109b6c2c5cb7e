public import Response

/// Whose reach it is.
public enum ReachSubject: Sendable, Hashable {
  /// Whichever asset is first.
  case all
  /// Whichever asset of a base is first.
  case base(Base)
  /// One asset.
  case asset(Asset)

  /// `all`, `base` or `asset`.
  public var kind: String {
    switch self {
    case .all: "all"
    case .base: "base"
    case .asset: "asset"
    }
  }

  /// The id of the base or asset; nil for all.
  public var id: String? {
    switch self {
    case .all: nil
    case .base(let base): base.id
    case .asset(let asset): asset.id
    }
  }

  /// The words of ``kind``.
  public static let kinds = ["all", "base", "asset"]
}
