internal import Radar
internal import Scenario

/// What the page calls a place, or an aircraft, that a radar reaches by terrain, beam and range.
///
/// Without looks it is *seen*: the radar sees it or does not. Where looks count it is *covered*: one look detects it with the
/// wanted probability; *detected* and *tracked* are then distributions over all looks, and nothing is called seen.
enum SightWord: Sendable {
  /// A radar sees it.
  case seen
  /// One look detects it with the wanted probability.
  case covered
  /// The same, and diffraction gives shadows soft edges.
  case softlyCovered

  /// The word of the page that is being written.
  @TaskLocal static var current = SightWord.seen

  /// The word of a scenario.
  init(_ scenario: Scenario) {
    guard let detection = scenario.detection else {
      self = .seen
      return
    }
    self = detection.losses?.diffraction == true ? .softlyCovered : .covered
  }

  /// Runs `body` with its texts in this word.
  func writing<Value>(_ body: () throws -> Value) rethrows -> Value {
    try SightWord.$current.withValue(self, operation: body)
  }
}
