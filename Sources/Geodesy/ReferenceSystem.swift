internal import CPROJ
internal import Synchronization

/// A coordinate reference system that PROJ knows, by whatever text names it.
public struct ReferenceSystem: Sendable, Hashable {
  /// The area for which a system is made, in degrees; `west` exceeds `east` across the antimeridian.
  public struct AreaOfUse: Sendable, Hashable {
    /// Western edge, degrees east.
    public let west: Double
    /// Southern edge, degrees north.
    public let south: Double
    /// Eastern edge, degrees east.
    public let east: Double
    /// Northern edge, degrees north.
    public let north: Double
    /// What the area is called.
    public let name: String

    /// Whether a place lies in the area, edges included.
    public func contains(_ position: Position) -> Bool {
      let place = position.normalized
      guard place.latitudeDegrees >= south, place.latitudeDegrees <= north else { return false }
      let longitude = place.longitudeDegrees
      return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }
  }

  /// The text that named it: `EPSG:24878`, WKT, a PROJ string or a name.
  public let text: String
  /// Its name in PROJ's database.
  public let name: String
  /// Whether its coordinates are latitude and longitude rather than easting and northing; of a compound system (with
  /// heights) those of its horizontal part.
  public var isGeographic: Bool { degreesPerUnit != nil }
  /// How many degrees one unit of latitude and longitude is: 1, or 0.9 for grads; nil for easting and northing.
  public let degreesPerUnit: Double?
  /// The area for which it is made; nil when none is stated.
  public let areaOfUse: AreaOfUse?

  /// WGS 84 latitude and longitude, the system of ``Position``.
  public static let wgs84Text = "EPSG:4326"

  /// Looks a system up that was lately asked for, as the same few terrains are place after place: PROJ takes milliseconds.
  /// - Throws: As ``init(_:)``.
  package static func shared(_ text: String) throws(GeodesyError) -> ReferenceSystem {
    if let system = lately.withLock({ systems in systems.first { $0.text == text } }) { return system }
    let system = try ReferenceSystem(text)
    lately.withLock { systems in
      if systems.count >= 8 { systems.removeFirst() }
      systems.append(system)
    }
    return system
  }

  private static let lately = Mutex<[ReferenceSystem]>([])

  /// Looks a system up.
  /// - Parameter text: `EPSG:` and a code, any other authority's, WKT, a PROJ string, or a name such as `WGS 84`.
  /// - Throws: ``GeodesyError`` with code `unknownReferenceSystem` for a text that names none, or names something else,
  ///   such as an ellipsoid or a vertical system only.
  public init(_ text: String) throws(GeodesyError) {
    var context = ProjContext()
    let handle = ReferenceSystem.create(&context, text)
    defer { proj_destroy(handle) }
    guard let handle else {
      let reason = context.takeMessages()
      throw GeodesyError(
        .unknownReferenceSystem, text,
        "PROJ knows no such coordinate reference system\(reason.isEmpty ? "" : " (\(reason))")",
        remedy: "write EPSG:code, for instance EPSG:32718"
      )
    }
    switch proj_get_type(handle) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS, PJ_TYPE_BOUND_CRS,
      PJ_TYPE_COMPOUND_CRS:
      degreesPerUnit = ReferenceSystem.degreesPerUnit(&context, handle)
    default:
      throw GeodesyError(
        .unknownReferenceSystem, text,
        "this names something else than a horizontal reference system",
        remedy: "write EPSG:code, for instance EPSG:32718")
    }
    self.text = text
    name = proj_get_name(handle).map { String(cString: $0) } ?? text
    areaOfUse = ReferenceSystem.area(&context, handle)
  }

  /// The PROJ object of a text, or nil; the caller destroys it.
  static func create(_ context: inout ProjContext, _ text: String) -> OpaquePointer? {
    guard !SystemText.namesPath(text) else {
      context.note(SystemText.refusal)
      return nil
    }
    let isProjString = text.contains("+proj=") && !text.contains("+type=crs")
    guard let handle = proj_create(context.handle, isProjString ? text + " +type=crs" : text) else { return nil }
    guard proj_is_crs(handle) != 0 else {
      proj_destroy(handle)
      return nil
    }
    // However it is written, PROJ's own description of it names each file in one way.
    if let description = proj_as_projjson(context.handle, handle, nil),
      SystemText.namesPath(String(cString: description))
    {
      proj_destroy(handle)
      context.note(SystemText.refusal)
      return nil
    }
    return handle
  }

  /// The unit of the horizontal axes in degrees; nil when they are lengths.
  private static func degreesPerUnit(_ context: inout ProjContext, _ handle: OpaquePointer) -> Double? {
    let part =
      switch proj_get_type(handle) {
      case PJ_TYPE_COMPOUND_CRS: proj_crs_get_sub_crs(context.handle, handle, 0)
      case PJ_TYPE_BOUND_CRS: proj_get_source_crs(context.handle, handle)
      default: OpaquePointer?.none
      }
    if let part {
      defer { proj_destroy(part) }
      return degreesPerUnit(&context, part)
    }
    guard let system = proj_crs_get_coordinate_system(context.handle, handle) else { return nil }
    defer { proj_destroy(system) }
    guard proj_cs_get_type(context.handle, system) == PJ_CS_TYPE_ELLIPSOIDAL else { return nil }
    var radians = 0.0
    guard proj_cs_get_axis_info(context.handle, system, 0, nil, nil, nil, &radians, nil, nil, nil) != 0, radians > 0
    else { return 1 }
    // To the last digit for degrees, whose factor is a rounded π/180.
    let degrees = radians * 180 / .pi
    return abs(degrees - 1) < 1e-9 ? 1 : degrees
  }

  /// The area of use of a PROJ object: a system or an operation.
  static func area(_ context: inout ProjContext, _ handle: OpaquePointer) -> AreaOfUse? {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    var name: UnsafePointer<CChar>?
    guard proj_get_area_of_use(context.handle, handle, &west, &south, &east, &north, &name) != 0, west > -1000 else {
      return nil
    }
    return AreaOfUse(
      west: west, south: south, east: east, north: north, name: name.map { String(cString: $0) } ?? "")
  }
}
