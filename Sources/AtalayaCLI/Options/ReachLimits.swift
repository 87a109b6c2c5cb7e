import Atalaya

/// Times with commas between: `15,30,60` in minutes, or with units, `15 min, 1 h`.
struct ReachLimits: OptionReadable {
  var limits: [Duration]

  static func read(_ text: String) throws -> ReachLimits {
    var limits: [Duration] = []
    var faults: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.trimmingSpaces
      do {
        let limit = Double(word.replacing("\u{2212}", with: "-")).map { Duration.minutes($0) }
        let time = try limit ?? Duration.parse(word)
        if time <= .zero || time > ReachSettings.longestLimit {
          faults.append("“\(word)” is not a time from 1 s to 48 h")
        } else if limits.contains(time) {
          faults.append("“\(word)” is stated twice")
        } else {
          limits.append(time)
        }
      } catch { faults.append("\(error)") }
    }
    if limits.count > ReachSettings.mostLimits { faults.append("states more than \(ReachSettings.mostLimits) limits") }
    guard faults.isEmpty else {
      throw OptionProblem(faults.joined(separator: "; ") + "; write minutes, as in 15,30,60")
    }
    return ReachLimits(limits: limits.sorted())
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
