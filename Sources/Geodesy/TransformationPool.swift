internal import Foundation
internal import Synchronization

/// The way from one coordinate reference system to another, shared by any number of tasks.
///
/// Making a transformation costs milliseconds, a point of a batch well under one microsecond: whoever asks about row after
/// row has to keep it. At any time each task has one of its own; a task that ends hands its own on to the next.
package final class TransformationPool: Sendable {
  /// From this system, as PROJ understands it.
  package let source: String
  /// The target system.
  package let target: String
  private let idle = IdleTransformations()

  /// Names the systems; nothing is made before the first point is asked about.
  package init(from source: String, to target: String) {
    self.source = source
    self.target = target
  }

  /// Transforms many points; points without a result are NaN.
  /// - Parameter points: x and y of each, longitude before latitude.
  /// - Returns: As many, in the same order.
  /// - Throws: ``GeodesyError`` with code `unknownReferenceSystem` or `noTransformation`.
  package func transform(_ points: [(x: Double, y: Double)]) throws(GeodesyError) -> [(x: Double, y: Double)] {
    let held = try held()
    defer { idle.keep(held) }
    return held.way.transform(points)
  }

  /// Transforms one point.
  /// - Throws: ``GeodesyError`` when no operation exists, or it gives no result at the point.
  package func point(x: Double, y: Double) throws(GeodesyError) -> (x: Double, y: Double) {
    let held = try held()
    defer { idle.keep(held) }
    return try held.way.point(x: x, y: y)
  }

  /// What to bear in mind about a point: a ballpark operation, a missing grid, a place outside the area of use.
  /// - Throws: ``GeodesyError`` when no operation exists, or it gives no result at the point.
  package func warnings(x: Double, y: Double) throws(GeodesyError) -> [GeodesyWarning] {
    let held = try held()
    defer { idle.keep(held) }
    return try held.way.transform(x: x, y: y).warnings
  }

  /// The pool of two systems, the same one for whoever asks.
  ///
  /// For code that is asked about place after place and has nowhere to keep a pool. The last few are kept.
  package static func shared(from source: String, to target: String) -> TransformationPool {
    pools.withLock { pools in
      if let pool = pools.first(where: { $0.source == source && $0.target == target }) { return pool }
      let pool = TransformationPool(from: source, to: target)
      if pools.count >= most { pools.removeFirst() }
      pools.append(pool)
      return pool
    }
  }

  private static let pools = Mutex<[TransformationPool]>([])
  private static let most = 8

  private func held() throws(GeodesyError) -> HeldTransformation {
    if let one = idle.take() { return one }
    return try HeldTransformation(from: source, to: target)
  }
}

/// A transformation that one task at a time holds.
private final class HeldTransformation {
  var way: CoordinateTransformation

  init(from source: String, to target: String) throws(GeodesyError) {
    way = try CoordinateTransformation(from: source, to: target)
  }
}

/// Transformations that no task holds. The lock makes sure that none is handed out twice.
private final class IdleTransformations: @unchecked Sendable {
  private let lock = NSLock()
  private var held: [HeldTransformation] = []

  func take() -> HeldTransformation? { lock.withLock { held.popLast() } }

  func keep(_ one: HeldTransformation) { lock.withLock { held.append(one) } }
}
