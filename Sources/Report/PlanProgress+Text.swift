public import Scenario
internal import Units

extension PlanProgress {
  /// `planning: step 12 of 40, about 30 s left`: each step to come is taken to last as long as those done did on average.
  /// - Parameter time: Since the start of the run.
  public func text(after time: Duration) -> String {
    let text = "planning: step \(done) of \(total)"
    guard done > 0, done < total else { return text }
    let left = time.inSeconds * Double(total - done) / Double(done)
    return text + ", about \(Duration.seconds(left.rounded(.up)).text) left"
  }
}
