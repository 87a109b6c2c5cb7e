import Atalaya

/// Azimuths in which a radar sees nothing: `90-120; 350-10`.
struct BlindSectors: OptionReadable {
  var sectors: [AzimuthSector]

  static func read(_ text: String) throws -> BlindSectors {
    BlindSectors(sectors: try AzimuthSector.parse(list: text))
  }
}
