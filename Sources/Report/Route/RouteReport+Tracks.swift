internal import Geodesy
public import Response
internal import Units

extension RouteReport {
  /// The ways as routes of GPX 1.1: every point with its altitude above mean sea level; the names say how long they take.
  public var gpx: String {
    var xml = XMLWriter()
    xml.element("gpx", #"version="1.1" creator="atalaya" xmlns="http://www.topografix.com/GPX/1/1""#) { xml in
      for way in ways {
        xml.element("rte") { xml in
          xml.leaf("name", way.name)
          for point in way.route.points {
            let place = point.position.normalized
            xml.element(
              "rtept",
              "lat=\"\(place.latitudeDegrees.fixed(7))\" lon=\"\(place.longitudeDegrees.fixed(7))\""
            ) { $0.raw("ele", point.altitude.metres.fixed(1)) }
          }
        }
      }
    }
    return xml.text
  }

  /// The ways as lines of KML at their altitudes above mean sea level.
  public var kml: String {
    var xml = XMLWriter()
    xml.element("kml", #"xmlns="http://www.opengis.net/kml/2.2""#) { xml in
      xml.element("Document") { xml in
        for way in ways {
          xml.element("Placemark") { xml in
            xml.leaf("name", way.name)
            xml.element("LineString") { xml in
              xml.raw("altitudeMode", "absolute")
              let places = zip(way.route.points.map(\.position).unwrapped(), way.route.points)
              xml.raw(
                "coordinates",
                places.map { place, point in
                  "\(place.longitudeDegrees.fixed(7)),\(place.latitudeDegrees.fixed(7)),\(point.altitude.metres.fixed(1))"
                }.joined(separator: " "))
            }
          }
        }
      }
    }
    return xml.text
  }

  private var ways: [(name: String, route: Route)] {
    func name(_ from: String, _ to: String, _ route: Route) -> String {
      "\(from) to \(to), \(route.distance.kilometres.fixed(1)) km, \(route.time.inMinutes.fixed(1)) min"
    }
    return [(name(startName, endName, route), route)]
      + (wayBack.map { [(name(endName, startName, $0.route), $0.route)] } ?? [])
  }
}
