import ArgumentParser

/// Silence, alike for every command.
struct QuietOption: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print results and errors only: no progress, no notes, no warnings.")
  var quiet = false
}
