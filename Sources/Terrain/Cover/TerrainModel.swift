public import Units

/// Whether a terrain's heights are those of the bare ground, or of what stands on it.
public struct TerrainModel: Sendable, Hashable {
  /// What its heights are.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The surface: tops of trees and roofs.
    case surface
    /// Between tops and ground: radar from space looks some way into trees.
    case partial
    /// The bare ground.
    case bare
    /// Not known.
    case unknown
  }

  /// What its heights are.
  public var kind: Kind
  /// The product that the files were recognised as; nil where they were not.
  public var product: String?
  /// Whether the kind is stated, not recognised.
  public var isStated: Bool
  /// The error of heights that nine of ten stay within.
  public var accuracy: Length

  /// How much of the height of what stands on the ground is added to it: nothing is counted twice.
  ///
  /// - Source: of the canopy's height, C band sees the upper 40 % on average (C. C. Carabajal and D. J. Harding, "SRTM
  ///   C-band and ICESat laser altimetry elevation comparisons as a function of tree cover and relief",
  ///   Photogrammetric Engineering & Remote Sensing 72, 2006). X band enters less: with the same share, what is added is
  ///   rather too much than too little.
  public var shareOfCover: Double {
    switch kind {
    case .surface: 0
    case .partial: 0.4
    case .bare, .unknown: 1
    }
  }
}
