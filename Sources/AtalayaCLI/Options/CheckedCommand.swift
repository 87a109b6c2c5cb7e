import ArgumentParser

/// A command whose options are checked together, those of its groups too.
protocol CheckedCommand: ParsableCommand {
  func check(_ usage: inout Usage)
}

extension CheckedCommand {
  func validate() throws {
    var usage = Usage()
    check(&usage)
    try usage.finish()
  }
}
