/// The smooth surface that fits a path's ground best, at its two ends.
///
/// - Source: ITU-R P.452-18, Annex 1, Attachment 2, § 5.1.6.2 and 5.1.6.3 (the delta-Bullington model's).
struct SmoothPath {
  /// Height of the surface at the first antenna, m above mean sea level, not above the ground.
  let first: Double
  /// The same at the second antenna.
  let second: Double

  /// Fits a surface to a profile between antennas at these heights above mean sea level, m.
  init(_ profile: PathProfile, from hts: Double, to hrs: Double) {
    let d = profile.kilometres
    let h = profile.groundMetres
    let total = profile.length
    var (v1, v2) = (0.0, 0.0)
    for i in 1..<d.count {
      let step = d[i] - d[i - 1]
      v1 += step * (h[i] + h[i - 1])  // eq. 161
      v2 += step * (h[i] * (2 * d[i] + d[i - 1]) + h[i - 1] * (d[i] + 2 * d[i - 1]))  // eq. 162
    }
    var first = (2 * v1 * total - v2) / (total * total)  // eq. 163
    var second = (v2 - v1 * total) / (total * total)  // eq. 164

    // Obstacles above the straight line between the antennas pull the surface down.
    var (highest, steepFirst, steepSecond) = (-Double.infinity, -Double.infinity, -Double.infinity)
    for i in 1..<(d.count - 1) {
      let over = h[i] - (hts * (total - d[i]) + hrs * d[i]) / total  // eq. 165d
      highest = max(highest, over)  // eq. 165a
      steepFirst = max(steepFirst, over / d[i])  // eq. 165b
      steepSecond = max(steepSecond, over / (total - d[i]))  // eq. 165c
    }
    if highest > 0 {
      let share = steepFirst / (steepFirst + steepSecond)  // eq. 166e
      first -= highest * share  // eq. 166c
      second -= highest * (1 - share)  // eq. 166d
    }
    self.first = min(first, h[0])  // eq. 167
    self.second = min(second, h[h.count - 1])
  }
}
