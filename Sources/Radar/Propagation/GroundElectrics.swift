/// What ground is to a radio wave.
struct GroundElectrics: Sendable, Hashable {
  /// Relative permittivity.
  let permittivity: Double
  /// Conductivity, S/m.
  let conductivity: Double

  /// Average land: 22 and 0.003 S/m.
  /// - Source: ITU-R P.452-18, § 4.2.2.1.
  static let land = GroundElectrics(permittivity: 22, conductivity: 0.003)
  /// Sea water: 80 and 5 S/m.
  /// - Source: ITU-R P.452-18, § 4.2.2.1.
  static let sea = GroundElectrics(permittivity: 80, conductivity: 5)
}
