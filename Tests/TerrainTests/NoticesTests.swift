import GeoFiles
import Terrain
import TestSupport
import Testing

/// The words are those of the licence's article 6; which tiles they go with follows from the names of the archive.
@Test(arguments: [
  (CopernicusTile(.glo30, south: 10, west: 20).name, "WorldDEM-30"),
  (CopernicusTile(.glo90, south: 10, west: 20).name, "WorldDEM-90"), ("N10E020", nil),
])
func `terrain carries the notice that its licence demands, and no other`(_ name: String, _ product: String?) throws {
  let scratch = try Scratch()
  let frame = GridFrame(columns: 2, rows: 2, firstX: 20, firstY: 11, stepX: 0.5, stepY: -0.5, crs: "EPSG:4326")
  let path = scratch.path("\(name).tif")
  try RasterWriter.write(Grid<Float>(frame: frame, cells: [1, 2, 3, 4]), to: path)
  let notices = try Terrain.open([path]).notices
  #expect(notices.count == (product == nil ? 0 : 2))
  if let product {
    #expect(notices[0].hasPrefix("produced using Copernicus \(product) © DLR e.V. 2010-2014 and © Airbus"))
    #expect(notices.allSatisfy { $0.contains(product) })
  }
}
