internal import Units

/// A slack for people: what is left, or how late.
enum SlackText {
  static func text(_ slack: Duration, _ say: ReportLanguage) -> String {
    slack < .zero ? say(.late, (.zero - slack).text) : say(.spare, slack.text)
  }

  /// `+35 min`, `−12 min`.
  static func signed(_ slack: Duration) -> String { (slack < .zero ? "" : "+") + slack.text }

  /// Below this a plan has no room for a late start: one cell of the matrix is marked.
  static let tight = Duration.minutes(15)

  static func cssClass(_ slack: Duration) -> String {
    slack < .zero ? "late" : slack < tight ? "tight" : "good"
  }
}
