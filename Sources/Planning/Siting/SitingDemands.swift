internal import Units

/// Adds up demands that the same radars cover.
struct SitingDemands {
  private struct Key: Hashable {
    var group: String?
    var today: Int
    var options: [Int32]
  }

  let need: Int
  private var places: [Key: Int] = [:]
  private(set) var demands: [SitingDemand] = []

  init(need: Int = 1) { self.need = need }

  /// - Parameter name: The id of the demand when it is a new one.
  mutating func add(_ weight: Double, group: String?, today: Int, options: [Int32], name: @autoclosure () -> String) {
    let key = Key(group: group, today: min(today, need), options: options)
    if let place = places[key] {
      demands[place].weight += weight
    } else {
      places[key] = demands.count
      demands.append(
        SitingDemand(id: name(), weight: weight, group: group, need: need, today: key.today, options: options))
    }
  }
}
