internal import CPROJ
public import Units

/// An operation between two coordinate reference systems, as PROJ chooses it point by point.
///
/// Coordinates are x then y: easting and northing, or longitude and latitude in degrees, whatever order the authority
/// lists the axes in. A value belongs to one task at a time; creating one costs milliseconds, a point well under one
/// microsecond in a batch. The network is never used: grids are this machine's or missing, and a missing one is reported.
public struct CoordinateTransformation: ~Copyable {
  /// A transformed point with the operation that made it.
  public struct Result: Sendable, Hashable {
    /// Easting or longitude.
    public let x: Double
    /// Northing or latitude.
    public let y: Double
    /// The operation's name in PROJ's database.
    public let operation: String
    /// The accuracy the authority states for it; nil when it states none.
    public let accuracy: Length?
    /// Limits of the result: a ballpark operation, a missing grid, a place outside an area of use.
    public let warnings: [GeodesyWarning]
  }

  /// The source system.
  public let source: ReferenceSystem
  /// The target system.
  public let target: ReferenceSystem

  private var context: ProjContext
  private let handle: OpaquePointer
  /// What describes points; made when the first one is asked about, for it costs more than the operation.
  private var explanation: Explanation?

  private struct Explanation {
    /// From the source to WGS 84, to say where on the Earth a point lies.
    var locator: OpaquePointer?
    /// Operations that would be better if their grids were here.
    var lacking: [Lacking]
  }

  private struct Lacking {
    var name: String
    var accuracy: Double
    var grids: [String]
    var area: ReferenceSystem.AreaOfUse?
  }

  /// Prepares the operations from one system to another.
  /// - Throws: ``GeodesyError`` with code `unknownReferenceSystem` or `noTransformation`.
  public init(from source: String, to target: String) throws(GeodesyError) {
    let from = try ReferenceSystem(source)
    let to = try ReferenceSystem(target)
    var context = ProjContext()
    guard let handle = CoordinateTransformation.operation(&context, source, target) else {
      throw GeodesyError(
        .noTransformation, "\(source) to \(target)", "PROJ has no operation between them (\(context.takeMessages()))")
    }
    _ = context.takeMessages()
    self.source = from
    self.target = to
    self.handle = handle
    self.context = context
  }

  // The context goes after this, with the other properties.
  deinit {
    proj_destroy(handle)
    proj_destroy(explanation?.locator)
  }

  /// Transforms one point.
  /// - Throws: ``GeodesyError`` with code `transformationFailed` when the operation gives no result at the point.
  public mutating func point(x: Double, y: Double) throws(GeodesyError) -> (x: Double, y: Double) {
    guard let (toX, toY) = apply(handle, x, y) else {
      let reason = context.takeMessages()
      throw GeodesyError(
        .transformationFailed, "\(x) \(y)",
        "no place in \(source.name) that \(target.name) can show\(reason.isEmpty ? "" : " (\(reason))")",
        remedy: "check order, zone and units"
      )
    }
    return (toX, toY)
  }

  /// Transforms one point and says how.
  /// - Throws: ``GeodesyError`` with code `transformationFailed` when the operation gives no result at the point.
  public mutating func transform(x: Double, y: Double) throws(GeodesyError) -> Result {
    let (toX, toY) = try point(x: x, y: y)
    let (locator, lacking) = explain()
    let place = locator.flatMap { apply($0, x, y) }.map { Position(latitudeDegrees: $0.1, longitudeDegrees: $0.0) }
    var warnings: [GeodesyWarning] = []
    for system in [source, target] {
      if let place, let area = system.areaOfUse, !area.contains(place) {
        warnings.append(
          GeodesyWarning(
            .outsideAreaOfUse, at: FaultPlace(subject: system.name),
            "\(place.decimal(decimals: 4)) lies outside the area of use of \(system.name) (\(area.name)): expect errors"
          ))
      }
    }
    // The last point decided on the operation; ask for it again, for the locator may have come between.
    _ = apply(handle, x, y)
    let used = proj_trans_get_last_used_operation(handle)
    defer { proj_destroy(used) }
    let operation = used ?? handle
    let stated = proj_coordoperation_get_accuracy(context.handle, operation)
    let accuracy: Double? = stated >= 0 ? stated : nil
    if proj_coordoperation_has_ballpark_transformation(context.handle, operation) != 0 {
      warnings.append(
        GeodesyWarning(
          .datumLeftOut, at: FaultPlace(subject: "\(source.name) to \(target.name)"),
          "ballpark operation from \(source.name) to \(target.name): the change of datum is left out; errors of hundreds of metres are possible"
        ))
    }
    let better = lacking.first { candidate in
      candidate.accuracy < accuracy ?? .infinity && (place.flatMap { candidate.area?.contains($0) } ?? true)
    }
    if let better {
      warnings.append(
        GeodesyWarning(
          .gridMissing, at: FaultPlace(subject: better.name),
          "a better operation exists, “\(better.name)” (\(better.accuracy) m), but its grid \(better.grids.joined(separator: ", ")) is not on this machine; `projsync --file NAME` fetches one"
        ))
    }
    return Result(
      x: toX, y: toY, operation: name(of: operation),
      accuracy: accuracy.map { .metres($0) }, warnings: warnings)
  }

  /// Transforms many points; points without a result are NaN.
  /// - Parameter points: x and y of each.
  /// - Returns: As many, in the same order.
  public mutating func transform(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    points.map { point in apply(handle, point.x, point.y).map { ($0.0, $0.1) } ?? (.nan, .nan) }
  }

  private mutating func explain() -> (locator: OpaquePointer?, lacking: [Lacking]) {
    let made =
      explanation
      ?? Explanation(
        locator: CoordinateTransformation.operation(&context, source.text, ReferenceSystem.wgs84Text),
        lacking: CoordinateTransformation.lacking(&context, source.text, target.text))
    _ = context.takeMessages()
    explanation = made
    return (made.locator, made.lacking)
  }

  /// The operation's name without the changes of axis order, which are this interface's own.
  private func name(of operation: OpaquePointer) -> String {
    let name = proj_get_name(operation).map { String(cString: $0) } ?? ""
    let steps = name.split(separator: " + ").filter { !$0.hasPrefix("axis order change") }
    return steps.isEmpty ? "\(source.name) to \(target.name)" : steps.joined(separator: " + ")
  }

  private mutating func apply(_ operation: OpaquePointer, _ x: Double, _ y: Double) -> (Double, Double)? {
    var coordinate = PJ_COORD()
    coordinate.v.0 = x
    coordinate.v.1 = y
    proj_errno_reset(operation)
    let result = proj_trans(operation, PJ_FWD, coordinate)
    return result.v.0.isFinite && result.v.1.isFinite ? (result.v.0, result.v.1) : nil
  }

  private static func operation(_ context: inout ProjContext, _ source: String, _ target: String) -> OpaquePointer? {
    let from = ReferenceSystem.create(&context, source)
    let to = ReferenceSystem.create(&context, target)
    defer {
      proj_destroy(from)
      proj_destroy(to)
    }
    guard let from, let to else { return nil }
    let raw = proj_create_crs_to_crs_from_pj(context.handle, from, to, nil, nil)
    defer { proj_destroy(raw) }
    guard let raw else { return nil }
    return proj_normalize_for_visualization(context.handle, raw)
  }

  /// Operations that need grids which are not here, best first.
  private static func lacking(_ context: inout ProjContext, _ source: String, _ target: String) -> [Lacking] {
    let from = ReferenceSystem.create(&context, source)
    let to = ReferenceSystem.create(&context, target)
    let factory = proj_create_operation_factory_context(context.handle, nil)
    defer {
      proj_operation_factory_context_destroy(factory)
      proj_destroy(from)
      proj_destroy(to)
    }
    guard let from, let to, let factory else { return [] }
    proj_operation_factory_context_set_spatial_criterion(
      context.handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    proj_operation_factory_context_set_grid_availability_use(
      context.handle, factory, PROJ_GRID_AVAILABILITY_IGNORED)
    let list = proj_create_operations(context.handle, from, to, factory)
    defer { proj_list_destroy(list) }
    guard let list else { return [] }
    var found: [Lacking] = []
    for index in 0..<proj_list_get_count(list) {
      let operation = proj_list_get(context.handle, list, index)
      defer { proj_destroy(operation) }
      guard let operation else { continue }
      let accuracy = proj_coordoperation_get_accuracy(context.handle, operation)
      let grids = missingGrids(&context, operation)
      guard accuracy >= 0, !grids.isEmpty else { continue }
      found.append(
        Lacking(
          name: proj_get_name(operation).map { String(cString: $0) } ?? "", accuracy: accuracy, grids: grids,
          area: ReferenceSystem.area(&context, operation)))
    }
    return found.sorted { $0.accuracy < $1.accuracy }
  }

  private static func missingGrids(_ context: inout ProjContext, _ operation: OpaquePointer) -> [String] {
    var missing: [String] = []
    for grid in 0..<proj_coordoperation_get_grid_used_count(context.handle, operation) {
      var name: UnsafePointer<CChar>?
      var isAvailable: Int32 = 0
      let ok = proj_coordoperation_get_grid_used(
        context.handle, operation, grid, &name, nil, nil, nil, nil, nil, &isAvailable)
      if ok != 0, isAvailable == 0, let name { missing.append(String(cString: name)) }
    }
    return missing
  }
}
