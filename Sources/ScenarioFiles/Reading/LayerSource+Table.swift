import GeoFiles
import Scenario
import Units

extension LayerSource {
  /// Reads a file's layer; nil after a report when the file as a whole is of no use.
  func table(_ name: String, path: String, layerName: String?, _ layer: RecordLayer) -> VectorLayer? {
    do {
      let table = try overlay.table(path: path, layer: layerName, crs: layer.crs)
      for warning in table.warnings {
        // The place says the file already.
        let head = path + ": "
        let text = warning.text.hasPrefix(head) ? String(warning.text.dropFirst(head.count)) : warning.text
        diagnostics.warning(.position, at: Origin(file: name), text)
      }
      for problem in table.problems { report(problem, name) }
      return table
    } catch {
      let isSetting = [.badCoordinateSystem, .noCoordinateSystem, .noSuchLayer, .ambiguousLayer].contains(error.code)
      if isSetting {
        // The members of an archive are named as the archive is named here.
        let remedy = (error.remedy ?? "").replacing(path + "/", with: name + "/")
        let key =
          switch error.code {
          case .noSuchLayer: "layer"
          case .ambiguousLayer: remedy.contains(name + "/") ? "file" : "layer"
          default: "crs"
          }
        diagnostics.error(
          .value, at: layer.origin, field: "\(layer.format.key).\(key)", "\(name): \(error.problem)", remedy)
      } else {
        report(error, name)
      }
      return nil
    }
  }

  private func report(_ error: GeoFileError, _ name: String) {
    let code: ScenarioProblem.Code =
      switch error.code {
      case .badGeometry, .badCoordinate: .position
      case .badRow, .badText, .corrupt, .notVector: .syntax
      default: .file
      }
    diagnostics.error(
      code, at: Origin(file: name, error.place.row), field: error.place.field, error.problem, error.remedy ?? "")
  }
}

extension Origin {
  /// A row of a file.
  init(file: String, _ row: RowNumber?) {
    self.init(file: file)
    switch row {
    case .line(let number): line = number
    case .row(let number): self.row = number
    case nil: break
    }
  }
}
