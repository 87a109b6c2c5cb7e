internal import Foundation
public import Units

/// How well stations that time the same reply place its sender: the error that the geometry makes of their timing errors.
///
/// The time of sending is unknown, so that four stations give a place and three give one at a known altitude. Errors are those
/// of the best linear unbiased estimate (Cramér–Rao bound for Gaussian errors), small against the distances.
/// - Accuracy: against estimates from simulated arrivals (`errors of multilateration are those of estimated places`).
/// - Source: Torrieri, "Statistical theory of passive location systems", IEEE Trans. AES-20 (1984), 183, eq. 45;
///   EUROCAE ED-117 names the figures.
public struct Multilateration: Sendable, Hashable {
  /// Places of the stations, Cartesian coordinates in metres.
  public let stations: [SIMD3<Double>]
  /// Standard error of one time of arrival, s: noise, quantisation and synchronisation together.
  public let timingError: Double
  /// Standard error of the altitude that the sender reports; nil: it reports none.
  public let altitudeError: Length?

  /// A system of stations.
  /// - Throws: ``RangeEquationError`` unless the timing error and an altitude error are above zero.
  public init(
    stations: [SIMD3<Double>], timingErrorSeconds: Double, altitudeError: Length? = nil
  ) throws(RangeEquationError) {
    var problems: [String] = []
    if !(timingErrorSeconds > 0 && timingErrorSeconds.isFinite) {
      problems.append("a timing error of \(timingErrorSeconds) s")
    }
    if let altitudeError, !(altitudeError > .zero && altitudeError.isFinite) {
      problems.append("an altitude error of \(altitudeError.metres) m")
    }
    guard problems.isEmpty else {
      throw RangeEquationError(
        .parameterOutOfRange, problems.joined(separator: ", "), remedy: "give errors above zero")
    }
    self.stations = stations
    timingError = timingErrorSeconds
    self.altitudeError = altitudeError
  }

  /// Standard errors of a place.
  public struct PositionError: Sendable, Hashable {
    /// Root of the sum of both horizontal variances (DRMS).
    public let horizontal: Length
    /// Standard error of the altitude.
    public let vertical: Length
    /// The horizontal error over that of one distance: horizontal dilution of precision.
    public let horizontalDilution: Double
  }

  /// The error with which a sender is placed.
  /// - Parameters:
  ///   - target: Place of the sender, m.
  ///   - up: Direction away from the Earth at the target.
  ///   - hearing: Positions in ``stations`` of those that hear it; nil: all do.
  /// - Returns: Nil where the place is not determined: with fewer than four stations (three with a reported altitude), or
  ///   where their directions do not part its coordinates from the time of sending.
  public func error(
    at target: SIMD3<Double>, up: SIMD3<Double>, hearing: [Int]? = nil
  ) -> PositionError? {
    let heard = hearing ?? Array(stations.indices)
    let distanceError = Speed.light.metresPerSecond * timingError
    guard heard.count + (altitudeError == nil ? 0 : 1) >= 4, up.length > 0 else { return nil }
    // Axes at the target: two level ones and up.
    let zenith = up.unit
    let aside = abs(zenith.z) < 0.9 ? SIMD3(0, 0, 1) : SIMD3<Double>(1, 0, 0)
    let east = aside.crossed(with: zenith).unit
    let north = zenith.crossed(with: east)
    // Unknowns: two level coordinates, altitude, and the time of sending as a distance.
    var normal = [Double](repeating: 0, count: 16)
    func add(_ row: SIMD4<Double>) {
      for i in 0..<4 { for j in 0..<4 { normal[4 * i + j] += row[i] * row[j] } }
    }
    for index in heard {
      let away = (target - stations[index]).unit
      add(SIMD4((away * east).sum(), (away * north).sum(), (away * zenith).sum(), 1))
    }
    if let altitudeError { add(SIMD4(0, 0, distanceError / altitudeError.metres, 0)) }
    guard let variances = Self.inverseDiagonal(normal) else { return nil }
    let level = (variances[0] + variances[1]).squareRoot()
    return PositionError(
      horizontal: .metres(level * distanceError), vertical: .metres(variances[2].squareRoot() * distanceError),
      horizontalDilution: level)
  }

  /// The diagonal of the inverse of a symmetric matrix of four rows; nil where it is singular to rounding.
  private static func inverseDiagonal(_ matrix: [Double]) -> [Double]? {
    // Cholesky: matrix = L·Lᵀ, so that the inverse's diagonal is the sum of squares of each column of L⁻¹.
    var lower = matrix
    for j in 0..<4 {
      let size = matrix[5 * j]
      for k in 0..<j { lower[5 * j] -= lower[4 * j + k] * lower[4 * j + k] }
      // What rounding leaves of a pivot that is zero is below some 1e-15 of the diagonal.
      guard lower[5 * j] > 1e-13 * size, size > 0 else { return nil }
      lower[5 * j] = lower[5 * j].squareRoot()
      for i in (j + 1)..<4 {
        for k in 0..<j { lower[4 * i + j] -= lower[4 * i + k] * lower[4 * j + k] }
        lower[4 * i + j] /= lower[5 * j]
      }
    }
    return (0..<4).map { column in
      var solution = [Double](repeating: 0, count: 4)
      for i in column..<4 {
        var value = i == column ? 1.0 : 0
        for k in column..<i { value -= lower[4 * i + k] * solution[k] }
        solution[i] = value / lower[5 * i]
      }
      return solution.reduce(0) { $0 + $1 * $1 }
    }
  }
}

extension SIMD3<Double> {
  fileprivate func crossed(with other: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }
}
