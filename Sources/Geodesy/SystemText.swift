/// What a coordinate system's text may not do: make PROJ open a file of the writer's choice.
///
/// A grid by its plain name is looked for among PROJ's own files; with a path it may be anything on this machine, such as a
/// pipe that never answers.
package enum SystemText {
  /// Parameters of PROJ strings, and WKT's, whose values are files.
  private static let marks = [
    "grids=", "init=", "file=", "xy_src=", "catalog=", "\"value\":", "parameterfile[",
    "parameterfile(",
  ]

  /// Whether a text names a file by a path.
  package static func namesPath(_ text: String) -> Bool {
    let text = text.lowercased()
    return marks.contains { mark in
      var rest = text[...]
      while let found = rest.firstRange(of: mark) {
        rest = rest[found.upperBound...]
        // Up to the next parameter, or the bracket that ends WKT's; the value's own name may hold blanks.
        let ends: [Character] =
          mark.hasPrefix("parameterfile") ? ["]", ")"] : mark.hasPrefix("\"") ? [",", "}"] : [" ", "]", "\""]
        let value = rest.prefix { !ends.contains($0) }
        if value.contains("/") || value.contains("\\") || value.contains("..") { return true }
      }
      return false
    }
  }
}
