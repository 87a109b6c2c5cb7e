public import Planning
internal import Scenario
internal import Units

extension PlanProgress {
  /// `planning: step 12 of 40, about 30 s left`: each step to come is taken to last as long as those done did on average.
  ///
  /// A search has no steps: `placing, the list: bounding, best 4.20, bound 4.50, 3 s`.
  /// - Parameter time: Since the start of the run.
  public func text(after time: Duration) -> String {
    if let search {
      func value(_ number: Double?) -> String { number.map { $0.fixed(2) } ?? "none yet" }
      return "\(work.rawValue), \(search.subject): \(search.phase), best \(value(search.best)), "
        + "bound \(value(search.bound)), \(search.seconds.fixed(0)) s"
    }
    let text = "\(work.rawValue): step \(done) of \(total)"
    guard done > 0, done < total else { return text }
    let left = time.inSeconds * Double(total - done) / Double(done)
    return text + ", about \(Duration.seconds(clamping: left.rounded(.up)).text) left"
  }
}
