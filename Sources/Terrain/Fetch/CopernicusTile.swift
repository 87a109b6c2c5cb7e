internal import Foundation
public import GeoFiles
public import Geodesy
public import Units

/// One square degree of the Copernicus DEM, as the public archive on Amazon's S3 names and cuts it.
///
/// A surface model (it includes roofs and treetops), heights above EGM2008, Float32. Posts lie on whole degrees at the western
/// and northern edges; rows and columns shared with the neighbours at the other edges are omitted.
/// - Source: the archive's readme, copernicus-dem-30m.s3.amazonaws.com/readme.html.
public struct CopernicusTile: Sendable, Hashable, Comparable {
  /// The resolution.
  public enum Product: String, Sendable, Hashable, CaseIterable {
    /// 1″, about 30 m.
    case glo30 = "glo-30"
    /// 3″, about 90 m.
    case glo90 = "glo-90"

    /// Address of the public archive.
    public var archive: String {
      switch self {
      case .glo30: "https://copernicus-dem-30m.s3.amazonaws.com"
      case .glo90: "https://copernicus-dem-90m.s3.amazonaws.com"
      }
    }
    /// Posts per degree of latitude.
    public var rows: Int { self == .glo30 ? 3600 : 1200 }
    /// The archive's number for it, in tenths of a second of arc.
    var resolution: Int { self == .glo30 ? 10 : 30 }
  }

  /// The resolution.
  public let product: Product
  /// Latitude of its southern edge, degrees, −90 to 89.
  public let south: Int
  /// Longitude of its western edge, degrees, −180 to 179.
  public let west: Int

  /// The tile north and east of a corner; longitudes beyond ±180° are wrapped.
  public init(_ product: Product, south: Int, west: Int) {
    self.product = product
    self.south = south
    self.west = ((west + 180) % 360 + 360) % 360 - 180
  }

  /// Its name in the archive: `Copernicus_DSM_COG_10_S13_00_W077_00_DEM`.
  public var name: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return "Copernicus_DSM_COG_\(product.resolution)_\(south < 0 ? "S" : "N")\(padded(south, 2))_00_"
      + "\(west < 0 ? "W" : "E")\(padded(west, 3))_00_DEM"
  }

  /// Its path in the archive.
  public var path: String { "\(name)/\(name).tif" }

  /// Posts from west to east: fewer towards the poles, where degrees are narrow.
  public var columns: Int {
    let divisor: (Int, Int) =
      switch south < 0 ? -south - 1 : south {
      case ..<50: (1, 1)
      case ..<60: (2, 3)
      case ..<70: (1, 2)
      case ..<80: (1, 3)
      case ..<85: (1, 5)
      default: (1, 10)
      }
    return product.rows * divisor.0 / divisor.1
  }

  /// Whether GLO-30 may withhold it although it has land: Armenia, Azerbaijan and their surroundings.
  public var mayBeWithheld: Bool { product == .glo30 && (38...41).contains(south) && (43...50).contains(west) }

  /// The reason why a file is not this tile; nil when it is.
  /// - Parameter file: A raster; only its header is read.
  public func mismatch(_ file: RasterFile) -> String? {
    let frame = file.frame
    guard frame.columns == columns, frame.rows == product.rows else {
      return "has \(frame.columns) × \(frame.rows) posts instead of \(columns) × \(product.rows)"
    }
    // Within a post: rasters of points and of areas differ by half of one.
    guard file.isGeographic, abs(frame.firstX - Double(west)) <= frame.stepX,
      abs(frame.firstY - Double(south + 1)) <= -frame.stepY, abs(frame.stepX * Double(columns) - 1) < 1e-6,
      abs(frame.stepY * Double(product.rows) + 1) < 1e-6
    else { return "does not lie where its name says" }
    return nil
  }

  /// From north to south, then from west to east.
  public static func < (a: CopernicusTile, b: CopernicusTile) -> Bool {
    (-a.south, a.west) < (-b.south, b.west)
  }
}

extension CopernicusTile {
  /// The tiles of a rectangle, in order.
  /// - Parameters:
  ///   - southWest: One corner.
  ///   - northEast: The other; west of the first one when the antimeridian lies between.
  public static func covering(_ product: Product, from southWest: Position, to northEast: Position) -> [CopernicusTile]
  {
    let west = Int(southWest.longitudeDegrees.rounded(.down))
    var east = northEast.longitudeDegrees
    if east < southWest.longitudeDegrees { east += 360 }
    let (south, north) = (Int(southWest.latitudeDegrees.rounded(.down)), northEast.latitudeDegrees)
    // A rectangle that ends on a whole degree needs no tile beyond it.
    let columns = west...max(west, Int(east.rounded(.up)) - 1)
    let rows = max(-90, south)...min(89, max(south, Int(north.rounded(.up)) - 1))
    return Set(rows.flatMap { row in columns.map { CopernicusTile(product, south: row, west: $0) } }).sorted()
  }

  /// The tiles that circles touch, in order.
  public static func covering(
    _ product: Product, circles: [(centre: Position, radius: Length)]
  ) -> [CopernicusTile] {
    var tiles: Set<CopernicusTile> = []
    for (centre, radius) in circles {
      // A degree of latitude is 110.5 km or more; the margin is for a rim between two posts.
      let reach = radius.kilometres / 110.5 + 0.01
      let (low, high) = (max(-90, centre.latitudeDegrees - reach), min(90, centre.latitudeDegrees + reach))
      let narrowest = cos(max(abs(low), abs(high)) * .pi / 180)
      let width = narrowest * 180 > reach ? reach / narrowest : 180
      let columns =
        Int(
          (centre.longitudeDegrees - width).rounded(.down))...Int(
          (centre.longitudeDegrees + width).rounded(.down))
      for south in Int(low.rounded(.down))...min(89, Int(high.rounded(.down))) {
        for west in columns {
          let nearest = Position(
            latitudeDegrees: min(max(centre.latitudeDegrees, Double(south)), Double(south + 1)),
            longitudeDegrees: min(max(centre.longitudeDegrees, Double(west)), Double(west + 1)))
          // A meridian's nearest point lies a little towards the pole of the centre's parallel: 2 % nearer at most.
          if Ellipsoid.wgs84.distance(from: centre, to: nearest).kilometres <= radius.kilometres * 1.02 + 0.2 {
            tiles.insert(CopernicusTile(product, south: south, west: west))
          }
        }
      }
    }
    return tiles.sorted()
  }
}
