/// Finds what someone may have meant, and says what there is: the one place for names and ids that nothing has.
package enum NearestName {
  /// Beyond so many names a list ends in an ellipsis.
  private static let listed = 12

  /// What there is, and the nearest of it first: `did you mean “Lima”? known: Cusco, Lima`.
  package static func choices(for text: String, among names: some Collection<String>) -> String {
    guard !names.isEmpty else { return "there are none" }
    return [nearest(to: text, among: names).map { question([$0]) }, known(Set(names).sorted())].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The nearest of some names, or a list of a few of them, or nothing: for names that the format gives and its reference
  /// lists.
  package static func hint(
    for text: String, among names: some Collection<String>, listing listed: [String]? = nil
  ) -> String {
    if let near = nearest(to: text, among: names) { return question([near]) }
    return names.isEmpty ? "" : known(listed ?? names.sorted())
  }

  /// `did you mean “a” or “b”?`.
  package static func question(_ names: [String]) -> String {
    "did you mean \(names.map { "“\($0)”" }.joined(separator: " or "))?"
  }

  private static func known(_ names: [String]) -> String {
    "known: " + names.prefix(listed).joined(separator: ", ") + (names.count > listed ? ", …" : "")
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
