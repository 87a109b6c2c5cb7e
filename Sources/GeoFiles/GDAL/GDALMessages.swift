internal import CGDAL
internal import Foundation

/// What GDAL said during one call of ours.
final class GDALMessages {
  /// Messages of errors, in order.
  private(set) var failures: [String] = []
  /// Messages of warnings, in order, each once.
  private(set) var warnings: [String] = []

  func record(_ level: CPLErr, _ message: String) {
    // Some drivers end their messages with line feeds.
    let text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    // A broken file can raise a message per row: the first ones tell what is wrong.
    if level == CE_Failure || level == CE_Fatal {
      if failures.count < 20, !failures.contains(text) { failures.append(text) }
    } else if level == CE_Warning {
      if warnings.count < 20, !warnings.contains(text) { warnings.append(text) }
    }
  }

  /// Leaves out the errors so far.
  func forget() { failures = [] }

  /// GDAL's first error, or `otherwise` when it gave none.
  func failure(otherwise: String) -> String { failures.first.map { "GDAL says: \($0)" } ?? otherwise }
}
