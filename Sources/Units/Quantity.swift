/// A physical or monetary amount, held as one `Double` in the SI unit of its kind.
///
/// A quantity is built only through a named unit (`Length.kilometres(450)`) and read back through one (`.metres`), so
/// that no number without a unit crosses a public interface.
public protocol Quantity: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// Builds from the base unit. Not for callers: use a named unit.
  init(_base value: Double)
  /// The amount in the base unit. Not for callers: use a named unit.
  var _base: Double { get }
}

extension Quantity {
  /// The amount of nothing.
  public static var zero: Self { Self(_base: 0) }
  /// The sum of two quantities of one kind.
  public static func + (a: Self, b: Self) -> Self { Self(_base: a._base + b._base) }
  /// The difference of two quantities of one kind.
  public static func - (a: Self, b: Self) -> Self { Self(_base: a._base - b._base) }
  /// The same amount with the other sign.
  public static prefix func - (a: Self) -> Self { Self(_base: -a._base) }
  /// A multiple.
  public static func * (a: Self, factor: Double) -> Self { Self(_base: a._base * factor) }
  /// A multiple.
  public static func * (factor: Double, a: Self) -> Self { Self(_base: a._base * factor) }
  /// A fraction.
  public static func / (a: Self, divisor: Double) -> Self { Self(_base: a._base / divisor) }
  /// The ratio of two quantities of one kind.
  public static func / (a: Self, b: Self) -> Double { a._base / b._base }
  /// Order by amount.
  public static func < (a: Self, b: Self) -> Bool { a._base < b._base }
  /// The amount without its sign.
  public var magnitude: Self { Self(_base: abs(_base)) }
  /// Whether the amount is neither infinite nor NaN.
  public var isFinite: Bool { _base.isFinite }
}
