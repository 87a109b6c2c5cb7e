import Scenario

extension LayerFile {
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
