/// Finds what someone may have meant.
package enum NearestName {
  /// `did you mean “x”?` with the nearest of some names, or a list of a few of them, or nothing.
  package static func hint(
    for text: String, among names: some Collection<String>, listing listed: [String]? = nil
  ) -> String {
    if let near = nearest(to: text, among: names) { return "did you mean “\(near)”?" }
    guard !names.isEmpty else { return "" }
    let sorted = listed ?? names.sorted()
    return "known: " + sorted.prefix(12).joined(separator: ", ") + (sorted.count > 12 ? ", …" : "")
  }

  /// The name with the smallest edit distance, if that is small for its length; ties go to the first in order.
  package static func nearest(to text: String, among names: some Collection<String>) -> String? {
    let wanted = Array(text.lowercased().prefix(60))
    let limit = max(1, min(4, wanted.count * 2 / 5))
    var best: (distance: Int, name: String)?
    for name in names.sorted() {
      let candidate = Array(name.lowercased().prefix(60))
      guard abs(candidate.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, name) }
    }
    return best?.name
  }

  /// Levenshtein's distance, a swap of neighbours counted as one edit (optimal string alignment).
  package static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
