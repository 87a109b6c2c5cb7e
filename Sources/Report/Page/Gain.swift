internal import Units

/// What a purchase adds.
enum Gain {
  static func text(_ gain: Double) -> String {
    let rounded = (gain * 1e6).rounded() / 1e6
    return rounded == 0 ? "±0" : (rounded > 0 ? "+" : "−") + abs(rounded).count
  }
}
