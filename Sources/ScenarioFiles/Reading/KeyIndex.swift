import Geodesy
import Units

/// Which field of a layer a key is, found once for every key.
final class KeyIndex {
  private let format: LayerFormat
  private var known: [String: String?] = [:]

  init(_ format: LayerFormat) { self.format = format }

  /// The name of the field that a key or column gives; nil for one that the layer does not have.
  func field(of key: String) -> String? {
    if let name = known[key] { return name }
    let name = format.fields.first { $0.matches(key) }?.name
    known[key] = .some(name)
    return name
  }
}
