/// Notes on single rows, of which the first ones are kept.
struct NoteList {
  private static let limit = 20
  private var kept: [String] = []
  private var count = 0

  mutating func append(_ note: String) {
    count += 1
    if kept.count < Self.limit { kept.append(note) }
  }

  /// The notes, and how many more there were.
  func lines(path: String) -> [String] {
    kept + (count > kept.count ? ["\(path): \(count - kept.count) more polygons were repaired"] : [])
  }
}
