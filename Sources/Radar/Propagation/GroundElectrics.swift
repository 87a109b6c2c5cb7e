/// What ground is to a radio wave.
public struct GroundElectrics: Sendable, Hashable {
  /// Relative permittivity.
  public let permittivity: Double
  /// Conductivity, S/m.
  public let conductivity: Double

  /// Ground of a permittivity and a conductivity.
  public init(permittivity: Double, conductivity: Double) {
    self.permittivity = permittivity
    self.conductivity = conductivity
  }

  /// Average land: 22 and 0.003 S/m.
  /// - Source: ITU-R P.452-18, § 4.2.2.1.
  public static let land = GroundElectrics(permittivity: 22, conductivity: 0.003)
  /// Sea water: 80 and 5 S/m.
  /// - Source: ITU-R P.452-18, § 4.2.2.1.
  public static let sea = GroundElectrics(permittivity: 80, conductivity: 5)
}
