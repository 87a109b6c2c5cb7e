public import Planning
internal import Scenario
internal import Units

extension PlanProgress {
  /// `planning: step 12 of 40, about 28 s left`: from a quarter of the steps on, each step to come is taken to last as long as those done did on average.
  ///
  /// A search has no steps: `placing, the list: bounding, best 4.20, bound 4.50, 3 s`.
  /// - Parameter time: Since the start of the run.
  public func text(after time: Duration) -> String {
    if let search {
      return "\(work.rawValue), \(search.subject): \(search.text)"
    }
    let text = "\(work.rawValue): step \(done) of \(total)"
    // The first steps hold what is read and shared once: what they took says little of the others.
    guard done > 1, 4 * done >= total, done < total else { return text }
    let left = time.inSeconds * Double(total - done) / Double(done)
    return text + ", about \(Duration.seconds(clamping: left.rounded(.up)).text) left"
  }
}
