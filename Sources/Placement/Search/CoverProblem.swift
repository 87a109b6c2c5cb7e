/// A question reduced to what is still open, as a minimisation of loss.
///
/// Choose options x ∈ {0, 1}, at most one per group and within the limits, to minimise
///
///     Σ price·x + Σ penalty·(1 − z),   need·z ≤ Σ strength·x   for every class of demands.
///
/// For the largest cover prices are 0 and penalties are weights; for the cheapest cover penalties are infinite. Options
/// that stand or are forced are taken into account and left out; forbidden ones are left out. Demands with the same
/// covers and need are merged into one class, which changes no value and often shrinks a grid of cells to a fraction.
struct CoverProblem: Sendable {
  /// One upper limit: Σ uses·x ≤ most.
  struct Limit: Sendable {
    var uses: [Double]
    var most: Double
    /// Whether every use is 1.
    var isCount: Bool
  }

  /// Where the classes of each option begin; one entry more than there are options.
  var rowStarts: [Int] = [0]
  var rowClasses: [Int32] = []
  var rowStrengths: [Int32] = []
  /// Where the options of each class begin.
  var columnStarts: [Int] = [0]
  var columnOptions: [Int32] = []
  var columnStrengths: [Int32] = []
  /// What each class needs, in units of strength.
  var needs: [Int32] = []
  /// What an uncovered class loses; infinite when it must be covered.
  var penalties: [Double] = []
  /// The group of demands of each class, for the fairest cover.
  var classGroups: [Int32] = []
  /// For the fairest cover the part of each group of demands that is lost in any case; the loss of a list is then that of
  /// the worst group, and penalties are parts of their groups. Empty for other goals.
  var lostShares: [Double] = []
  /// What each option adds to the loss.
  var prices: [Double] = []
  /// The group of each option; −1 for none.
  var groups: [Int32] = []
  /// The options of each group, each option without a group in one of its own.
  var members: [[Int32]] = []
  var limits: [Limit] = []
  /// The index in the model of each option.
  var sources: [Int] = []

  var optionCount: Int { prices.count }
  var classCount: Int { needs.count }

  /// Whether the loss is that of the worst group.
  var isFairest: Bool { !lostShares.isEmpty }

  func row(_ option: Int) -> Range<Int> { rowStarts[option]..<rowStarts[option + 1] }
  func column(_ kind: Int) -> Range<Int> { columnStarts[kind]..<columnStarts[kind + 1] }

  /// Whether all needs and strengths are 1.
  var isSimple = true

  /// The same with some options only: the others keep their numbers and cover nothing.
  func restricted(to isIn: [Bool]) -> CoverProblem {
    var part = self
    (part.rowStarts, part.rowClasses, part.rowStrengths) = ([0], [], [])
    for option in 0..<optionCount {
      if isIn[option] {
        part.rowClasses += rowClasses[row(option)]
        part.rowStrengths += rowStrengths[row(option)]
      }
      part.rowStarts.append(part.rowClasses.count)
    }
    (part.columnStarts, part.columnOptions, part.columnStrengths) = ([0], [], [])
    for kind in 0..<classCount {
      for entry in column(kind) where isIn[Int(columnOptions[entry])] {
        part.columnOptions.append(columnOptions[entry])
        part.columnStrengths.append(columnStrengths[entry])
      }
      part.columnStarts.append(part.columnOptions.count)
    }
    return part
  }

  /// The sum of strengths that a list lays on each class.
  func levels(of list: [Int32]) -> [Int32] {
    var levels = [Int32](repeating: 0, count: classCount)
    for option in list {
      for entry in row(Int(option)) { levels[Int(rowClasses[entry])] += rowStrengths[entry] }
    }
    return levels
  }

  /// For the fairest cover the part that each group of demands loses at some levels; empty for other goals.
  func groupLosses(at levels: [Int32]) -> [Double] {
    var losses = lostShares
    guard isFairest else { return losses }
    for kind in levels.indices where levels[kind] < needs[kind] { losses[Int(classGroups[kind])] += penalties[kind] }
    return losses
  }

  /// Whether the limits allow an option in addition to what is used.
  func fits(_ option: Int, used: [Double]) -> Bool {
    for (index, limit) in limits.enumerated() where used[index] + limit.uses[option] > limit.most { return false }
    return true
  }
}
