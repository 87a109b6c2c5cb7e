import ArgumentParser

/// The questions that a plan answers only when they are asked, alike for plan and report.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var placement: ProposedListOptions
  @OptionGroup var leak: LeakOptions

  func check(_ usage: inout Usage) {
    placement.check(&usage)
    leak.check(&usage)
  }

  /// The words of the command line that ask for them.
  var words: [String] { placement.words + leak.words }

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--budget": placement.budget != nil, "--objective": placement.objective != nil,
      "--seconds": placement.seconds != nil, "--leak": leak.height != nil, "--candidates": leak.candidates != nil,
    ]
  }
}
