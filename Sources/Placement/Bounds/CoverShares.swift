/// What each class may take from each group of options, for classes that need several units.
///
/// A share stands for the options of one group that cover a class with the same strength: at most one of them is chosen,
/// so they give the class one part. Shares are numbered class after class.
struct CoverShares: Sendable {
  /// Where the shares of each class begin; one entry more than there are classes.
  private(set) var starts: [Int] = [0]
  /// Where the options of each share begin; one entry more than there are shares.
  private(set) var optionStarts: [Int] = [0]
  private(set) var options: [Int32] = []
  private(set) var strengths: [Int32] = []
  /// The class of each share.
  private(set) var classes: [Int32] = []

  var count: Int { strengths.count }

  init(_ problem: CoverProblem) {
    for kind in 0..<problem.classCount {
      var entries = Array(problem.column(kind))
      func key(_ entry: Int) -> (Int32, Int32) {
        (problem.groups[Int(problem.columnOptions[entry])], problem.columnStrengths[entry])
      }
      // Options mostly come group by group already; the sort is stable.
      if zip(entries, entries.dropFirst()).contains(where: { key($0) > key($1) }) { entries.sort { key($0) < key($1) } }
      var last: (group: Int32, strength: Int32)?
      for entry in entries {
        let option = problem.columnOptions[entry]
        let key = (group: problem.groups[Int(option)], strength: problem.columnStrengths[entry])
        if last == nil || last! != key {
          if last != nil { optionStarts.append(options.count) }
          strengths.append(key.strength)
          classes.append(Int32(kind))
          last = key
        }
        options.append(option)
      }
      if last != nil { optionStarts.append(options.count) }
      starts.append(strengths.count)
    }
  }

  /// The shares of a class.
  func shares(_ kind: Int) -> Range<Int> { starts[kind]..<starts[kind + 1] }
  /// The places of a share's options.
  func places(_ share: Int) -> Range<Int> { optionStarts[share]..<optionStarts[share + 1] }
}
