internal import Geodesy
internal import Units

/// The part of KML 2.2 (OGC 07-147r2) that a plan needs: styles, folders and placemarks.
struct KMLDocument {
  /// How heights are meant.
  enum AltitudeMode: String {
    /// Draped on the ground; heights are not written.
    case clampToGround
    /// Above ground.
    case relativeToGround
    /// Above mean sea level.
    case absolute
  }

  /// A line with a height at every place.
  struct Line {
    var positions: [Position]
    /// Metres; parallel to ``positions``; empty on the ground.
    var heights: [Double] = []
    var mode: AltitudeMode = .clampToGround
  }

  enum Shape {
    case point(Position)
    case lines([Line])
    /// For each polygon its outer ring and its holes.
    case polygons([[[Position]]])
  }

  /// One thing on the map.
  struct Placemark {
    var name: String
    /// Rows of the table in its balloon.
    var figures: [(label: String, value: String)] = []
    /// Id of a style.
    var style: String
    var shape: Shape
  }

  /// A folder of the side bar.
  struct Folder {
    var name: String
    var note = ""
    var isVisible = true
    var isOpen = false
    /// Whether only one of its folders is shown at a time.
    var isChoice = false
    var placemarks: [Placemark] = []
    var folders: [Folder] = []
  }

  var name: String
  var note: String
  var styles: [KMLStyle]
  var folders: [Folder]
  /// What the opening view looks at: a place and a distance in metres.
  var view: (centre: Position, range: Double)?

  /// The whole file.
  var text: String {
    var writer = XMLWriter()
    writer.element("kml", "xmlns=\"http://www.opengis.net/kml/2.2\"") { writer in
      writer.element("Document") { writer in
        writer.leaf("name", name)
        writer.leaf("open", "1")
        if !note.isEmpty { writer.leaf("description", note) }
        if let view {
          writer.element("LookAt") { writer in
            writer.leaf("longitude", KMLText.decimal(view.centre.longitudeDegrees, 5))
            writer.leaf("latitude", KMLText.decimal(view.centre.latitudeDegrees, 5))
            writer.leaf("altitude", "0")
            writer.leaf("heading", "0")
            writer.leaf("tilt", "0")
            writer.leaf("range", KMLText.decimal(view.range, 0))
          }
        }
        for style in styles { style.write(to: &writer) }
        for folder in folders { Self.write(folder, isVisible: true, to: &writer) }
      }
    }
    return writer.text
  }

  private static func write(_ folder: Folder, isVisible: Bool, to writer: inout XMLWriter) {
    let isVisible = isVisible && folder.isVisible
    writer.element("Folder") { writer in
      writer.leaf("name", folder.name)
      if !isVisible { writer.leaf("visibility", "0") }
      writer.leaf("open", folder.isOpen ? "1" : "0")
      if !folder.note.isEmpty { writer.leaf("description", folder.note) }
      if folder.isChoice { writer.leaf("styleUrl", "#\(KMLStyle.choice)") }
      for inner in folder.folders { write(inner, isVisible: isVisible, to: &writer) }
      for placemark in folder.placemarks { write(placemark, isVisible: isVisible, to: &writer) }
    }
  }

  private static func write(_ placemark: Placemark, isVisible: Bool, to writer: inout XMLWriter) {
    writer.element("Placemark") { writer in
      writer.leaf("name", placemark.name)
      // Google Earth heeds the visibility of the things themselves, not of their folder.
      if !isVisible { writer.leaf("visibility", "0") }
      if !placemark.figures.isEmpty { writer.raw("description", KMLText.table(placemark.figures)) }
      writer.leaf("styleUrl", "#\(placemark.style)")
      write(placemark.shape, to: &writer)
    }
  }

  private static func write(_ shape: Shape, to writer: inout XMLWriter) {
    switch shape {
    case .point(let position):
      writer.element("Point") { writer in
        writer.leaf("coordinates", KMLText.coordinates(position.longitudeDegrees, position.latitudeDegrees, nil))
      }
    case .lines(let lines):
      parts(lines, of: &writer) { line, writer in
        writer.element("LineString") { writer in
          if line.mode == .clampToGround { writer.leaf("tessellate", "1") }
          writer.leaf("altitudeMode", line.mode.rawValue)
          writer.leaf("coordinates", coordinates(line.positions, line.heights))
        }
      }
    case .polygons(let polygons):
      parts(polygons, of: &writer) { rings, writer in
        writer.element("Polygon") { writer in
          writer.leaf("tessellate", "1")
          for (index, ring) in rings.enumerated() {
            writer.element(index == 0 ? "outerBoundaryIs" : "innerBoundaryIs") { writer in
              writer.element("LinearRing") { writer in writer.leaf("coordinates", coordinates(ring, [])) }
            }
          }
        }
      }
    }
  }

  private static func parts<Part>(
    _ parts: [Part], of writer: inout XMLWriter, _ write: (Part, inout XMLWriter) -> Void
  ) {
    guard parts.count != 1 else { return write(parts[0], &writer) }
    writer.element("MultiGeometry") { writer in for part in parts { write(part, &writer) } }
  }

  private static func coordinates(_ positions: [Position], _ heights: [Double]) -> String {
    positions.enumerated().map { index, position in
      KMLText.coordinates(
        position.longitudeDegrees, position.latitudeDegrees, index < heights.count ? heights[index] : nil)
    }.joined(separator: " ")
  }
}
