import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// A place, and what is asked there.
struct AskedPlace: CustomStringConvertible {
  var position: Position
  var altitude: Length
  var isOverSea: Bool
  /// Of a strip there; nil for no strip, or an unknown one.
  var length, elevation: Length?
  var isBelowGround = false

  var description: String {
    "\(position.latitudeDegrees) \(position.longitudeDegrees) at \(altitude.metres) m \(isOverSea ? "AMSL" : "AGL")"
  }

  var json: JSON {
    .object([
      "at": .array([
        .number(position.latitudeDegrees, decimals: 12), .number(position.normalized.longitudeDegrees, decimals: 12),
      ]),
      "altitude": .number(altitude.metres, decimals: 6), "datum": .string(isOverSea ? "amsl" : "agl"),
      "known": .object(["length_m": .metres(length), "elevation_amsl_m": .metres(elevation), "over_terrain": .null]),
    ])
  }
}
