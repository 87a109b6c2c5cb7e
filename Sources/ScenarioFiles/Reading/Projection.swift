import Geodesy
import Scenario
import Units

/// Brings `x` and `y` of one layer to latitude and longitude.
///
/// What is wrong with the layer's coordinate reference system is reported once, as are warnings of the operation.
final class Projection {
  /// Why there is no way to latitude and longitude.
  enum State {
    /// The layer names no system.
    case unnamed
    /// It names one that cannot be used, which has been reported.
    case unusable
    case ready
  }

  private(set) var state: State
  private var transformation: CoordinateTransformation?
  private let layer: RecordLayer?
  private let diagnostics: Diagnostics
  private var told: Set<GeodesyWarning> = []

  /// A layer without a system.
  init(diagnostics: Diagnostics) {
    state = .unnamed
    layer = nil
    self.diagnostics = diagnostics
  }

  /// Looks up the system of a layer; a layer whose rows have no `x` and `y` needs none.
  init(of layer: RecordLayer, diagnostics: Diagnostics) {
    self.layer = layer
    self.diagnostics = diagnostics
    state = .unnamed
    guard let crs = layer.crs, !layer.records.isEmpty else { return }
    do {
      transformation = try CoordinateTransformation(from: crs, to: ReferenceSystem.wgs84Text)
      state = .ready
    } catch {
      state = .unusable
      diagnostics.error(
        .value, at: layer.origin, field: "\(layer.format.key).crs", "“\(crs.prefix(80))” cannot be used", error.message)
    }
  }

  /// The place of a pair of coordinates.
  ///
  /// - Throws: ``FieldIssue`` when the system has no place there.
  func position(x: Double, y: Double, at origin: Origin) throws(FieldIssue) -> Position {
    let result: CoordinateTransformation.Result
    do {
      guard let found = try transformation?.transform(x: x, y: y) else {
        throw FieldIssue(.position, "cannot be transformed")
      }
      result = found
    } catch let error as GeodesyError {
      throw FieldIssue(
        .position, "“\(x.plain) \(y.plain)” is not a place in \(layer?.crs ?? "the layer’s crs")", error.message)
    } catch {
      throw FieldIssue(.position, "cannot be transformed")
    }
    for warning in result.warnings where told.insert(warning).inserted {
      diagnostics.warning(.position, at: origin, field: "crs", warning.text)
    }
    return Position(latitudeDegrees: result.y, longitudeDegrees: result.x)
  }
}
