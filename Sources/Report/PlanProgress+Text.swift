public import Planning
internal import Scenario
internal import Units

extension PlanProgress {
  /// `planning: step 12 of 40, about 30 s left`: each step to come is taken to last as long as those done did on average.
  /// - Parameters:
  ///   - time: Since the start of the run.
  ///   - work: What is done.
  public func text(after time: Duration, doing work: String = "planning") -> String {
    let text = "\(work): step \(done) of \(total)"
    guard done > 0, done < total else { return text }
    let left = time.inSeconds * Double(total - done) / Double(done)
    return text + ", about \(Duration.seconds(clamping: left.rounded(.up)).text) left"
  }
}
