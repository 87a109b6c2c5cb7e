import Foundation
import GeoFiles

extension VectorLayer {
  /// The error of a read that must fail.
  static func failure(path: String, layer: String? = nil, crs: String? = nil) -> GeoFileError? {
    do throws(GeoFileError) {
      _ = try read(path: path, layer: layer, crs: crs)
      return nil
    } catch {
      return error
    }
  }

  func text(_ row: Int, _ column: String) -> String? {
    if case .text(let text) = features[row][column] { text } else { nil }
  }
}
