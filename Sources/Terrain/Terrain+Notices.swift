internal import GeoFiles

extension Terrain {
  /// The notices that works made from the terrain must carry; none for products without such a condition.
  ///
  /// Tiles of the Copernicus DEM are recognised by their names.
  /// - Source: Licence for Copernicus WorldDEM-30 and WorldDEM-90, article 6(b) and (c).
  public var notices: [String] {
    let names = tiles.map { FilePath.name(of: $0.file.path) }
    return [(marker: "_10_", product: "30"), (marker: "_30_", product: "90")].flatMap { marker, product -> [String] in
      guard names.contains(where: { $0.hasPrefix("Copernicus_DSM_") && $0.contains(marker) }) else { return [] }
      return [
        "produced using Copernicus WorldDEM-\(product) © DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH "
          + "2014-2018 provided under COPERNICUS by the European Union and ESA; all rights reserved",
        "The organisations in charge of the Copernicus programme by law or by delegation do not incur any liability "
          + "for any use of the Copernicus WorldDEM-\(product)",
      ]
    }
  }
}
