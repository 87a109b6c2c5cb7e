internal import Coverage
internal import GeoFiles
internal import Units

/// How QGIS draws a raster of floors: it reads the file of the raster's name with the ending `.qml` next to it.
///
/// From the lowest floor, dark, to that which nineteen in twenty posts do not exceed, light: far from every radar floors
/// are so high that they would leave the rest in one colour.
struct RasterStyle {
  /// Values with what they mean and their colours, ascending; of floors altitudes above mean sea level in metres, none where
  /// there is no floor at all.
  let stops: [(value: Double, label: String, colour: Colour)]

  /// Probabilities of detection, from a tenth up in the colours of the coverage's floor: the surest as what is seen lowest.
  static let probability = RasterStyle(
    stops: [(0, "0", Palette.colour("bare"))]
      + (0..<Palette.floorClasses).map { index in
        let value = [0.1, 0.3, 0.5, 0.7, 0.9, 1][index]
        return (value, value.powerText, Palette.floor(Palette.floorClasses - 1 - index))
      })

  init(stops: [(value: Double, label: String, colour: Colour)]) { self.stops = stops }

  init(of floor: Grid<Float>) {
    var known = floor.cells.filter(\.isFinite)
    guard let lowest = known.min() else {
      stops = []
      return
    }
    let low = Double(lowest)
    let high = max(Double(Self.value(ofRank: (known.count - 1) * 19 / 20, in: &known)), low + 1)
    let last = 5
    stops = (0...last).map {
      let metres = (low + (high - low) * Double($0) / Double(last)).rounded(toPlaces: 1)
      return (metres, "\(metres.fixed(0)) m", Palette.floor($0))
    }
  }

  /// The value that would stand at a place if the values were sorted; reorders them.
  /// - Complexity: O(n) on average.
  /// - Source: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (7), 1961.
  static func value(ofRank rank: Int, in values: inout [Float]) -> Float {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let pivot = values[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        break
      }
    }
    return values[rank]
  }

  /// The style as QGIS 3 saves it.
  var qml: String {
    let items = stops.map { stop in
      "<item value=\"\(LayerStyle.number(stop.value))\" label=\"\(stop.label)\" color=\"\(stop.colour.hex)\" alpha=\"255\"/>"
    }.joined()
    let (low, high) = (LayerStyle.number(stops.first?.value ?? 0), LayerStyle.number(stops.last?.value ?? 0))
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology\"><pipe>"
      + "<rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"0.7\" alphaBand=\"-1\" "
      + "classificationMin=\"\(low)\" classificationMax=\"\(high)\"><rastershader>"
      + "<colorrampshader colorRampType=\"INTERPOLATED\" classificationMode=\"1\" clip=\"0\" "
      + "minimumValue=\"\(low)\" maximumValue=\"\(high)\">\(items)</colorrampshader>"
      + "</rastershader></rasterrenderer></pipe></qgis>\n"
  }
}
