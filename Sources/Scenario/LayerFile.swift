/// A layer of a scenario that stands in a file of its own.
public struct LayerFile: Sendable, Hashable {
  /// The layer's key.
  public var layer: String
  /// The file, as scenario.yaml names it.
  public var file: String

  /// A layer in a file.
  public init(layer: String, file: String) { (self.layer, self.file) = (layer, file) }

  /// The layers under the key `layers` that name a file.
  static func all(in tree: YAMLTree?) -> [LayerFile] {
    guard case .mapping(let layers, _)? = tree else { return [] }
    return layers.compactMap { layer in
      switch layer.value {
      case .scalar(let file, _): return LayerFile(layer: layer.key, file: file)
      case .mapping(let options, _):
        for option in options where option.key == "file" {
          if case .scalar(let file, _) = option.value { return LayerFile(layer: layer.key, file: file) }
        }
        return nil
      default: return nil
      }
    }
  }
}
