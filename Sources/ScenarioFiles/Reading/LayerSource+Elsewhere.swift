import Foundation
import GeoFiles

extension LayerSource {
  /// Why a text table outside of the scenario's folder is not read as a layer; nil for one that may be, and for files inside.
  ///
  /// A scenario may come from anyone and name any file of this machine. A table that has none of a layer's columns is not
  /// one: what is wrong with its rows would quote what is nobody's business.
  func refusalElsewhere(_ path: String, layerName: String?, _ mapping: [String], _ format: LayerFormat) -> String? {
    let root = folder.resolvingSymlinksInPath().path
    guard !path.hasPrefix(root == "/" ? root : root + "/"),
      ["csv", "tsv", "txt"].contains((path as NSString).pathExtension.lowercased())
    else { return nil }
    let columns = (try? VectorLayer.read(path: path, layer: layerName))?.columns ?? []
    let spelled = columns.map(Record.normalized)
    let isLayer = spelled.contains { format.knows($0) || mapping.map(Record.normalized).contains($0) }
    return isLayer ? nil : "lies outside of the scenario’s folder and is not a table of \(format.key)"
  }
}
