/// A layer of a scenario that stands in a file of its own.
public struct LayerFile: Sendable, Hashable {
  /// The layer's key.
  public var layer: String
  /// The file, as scenario.yaml names it.
  public var file: String

  /// A layer in a file.
  public init(layer: String, file: String) { (self.layer, self.file) = (layer, file) }
}
