public import Response
internal import Units

/// The minutes that a subject takes to every cell in a period.
public struct ReachField: Sendable {
  /// Whose.
  public let subject: ReachSubject
  /// By day or by night.
  public let period: Period
  /// Minutes from the order, row by row from the north; NaN where it is out of reach and where the ground is unknown.
  public let minutes: [Float]

  /// The first of several: whichever takes least.
  static func first(_ fields: [[Float]], count: Int) -> [Float] {
    var least = [Float](repeating: .nan, count: count)
    for field in fields {
      for index in field.indices where !(least[index] <= field[index]) && !field[index].isNaN {
        least[index] = field[index]
      }
    }
    return least
  }
}
