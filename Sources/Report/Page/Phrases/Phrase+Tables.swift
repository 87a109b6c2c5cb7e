extension Phrase {
  /// What the map’s script says, by the key that it uses.
  static let script: KeyValuePairs<String, Phrase> = [
    "seenArea": .mapSeenArea,
    "seenNoArea": .mapSeenNoArea,
    "count1": .mapCount1,
    "count2": .mapCount2,
    "count3": .mapCount3,
    "upTo": .upTo,
    "unknownGround": .mapUnknownGround,
    "groundUnknown": .mapGroundUnknown,
    "coverageUnknown": .mapCoverageUnknown,
    "siteUnknown": .mapSiteUnknown,
    "unknownLegend": .legendUnknown,
    "areaAllAltitudes": .areaAllAltitudes, "areaAltitudes": .areaAltitudes, "areaGround": .areaGround,
    "areaNoTop": .areaNoTop, "areaAlways": .areaAlways, "closedToPursuit": .areaClosedToPursuit,
    "weight": .mapWeight,
    "firstSeen": .mapFirstSeen, "flownTimes": .mapFlownTimes, "straightLine": .mapStraightLine,
    "refuelling": .mapRefuelling, "hand_over": .mapHandOver, "leg": .mapLeg,
    "ground": .mapGround,
    "smoothGround": .mapSmoothGround,
    "floor": .mapFloor,
    "floorBy": .mapFloorBy,
    "noFloor": .mapNoFloor,
    "noFloorAtAll": .mapNoFloorAtAll,
    "unknown": .unknown,
    "detectionProbability": .mapProbability,
    "probabilityWithout": .probabilityWithout,
    "altitude": .altitude,
    "aLook": .mapALook,
    "aMinute": .mapAMinute,
    "seenAt": .mapSeenAt,
    "target": .mapTarget,
    "withTransponder": .withTransponder,
    "withoutTransponder": .withoutTransponder,
    "radar": .radar,
    "distance": .distance,
    "sees": .mapSees,
    "why": .mapWhy,
    "yes": .yes,
    "no": .no,
    "horizon": .mapHorizon,
    "belowGround": .mapBelowGround,
    "hidden": .mapHidden,
    "hiddenAlways": .mapHiddenAlways,
    "hiddenThenAbove": .mapHiddenThenAbove,
    "hiddenThenRange": .mapHiddenThenRange,
    "instrumented": .mapInstrumented,
    "detection": .mapDetection,
    "sector": .mapSector,
    "transponder": .mapTransponder,
    "broadcast": .mapBroadcast,
    "stations": .mapStations,
    "illuminators": .mapIlluminators,
    "member": .mapMember,
    "silent": .mapSilent,
    "belowBeam": .mapBeam,
    "belowBeamAlways": .mapBeamAlways,
    "minimumRange": .mapMinimum,
    "minimumRangeAlways": .mapMinimumAlways,
    "probability": .mapWeak,
    "probabilityAlways": .mapWeakAlways,
    "probabilityAbove": .mapWeakAbove,
    "aboveBeam": .mapAbove,
    "aboveBeamAlways": .mapAboveAlways,
    "farther": .mapFarther,
    "horizonAlways": .mapHorizonAlways,
    "cone": .mapCone,
    "first": .mapFirst,
    "asset": .asset,
    "base": .base,
    "day": .mapDay,
    "night": .mapNight,
    "afterOrder": .mapAfterOrder,
    "arrival": .mapArrival,
    "nobody": .mapNobody,
    "notFlown": .notFlown,
    "endurance": .mapFuel,
    "ceiling": .mapCeiling,
    "nearestTime": .mapNearestTime,
    "nearestNever": .mapNearestNever,
    "nearest": .mapNearest,
    "reachPopup": .mapReachPopup,
    "reachedWithin": .inReachWithin,
    "reachUnknown": .inReachBeyond,
    "reachShare": .inReachOfArea,
    "seenByRadar": .mapRouteSeen,
    "byBand": .mapByBand,
    "systemMember": .legendMember,
    "link": .legendLink,
    "bought": .bought,
    "existing": .existing,
    "site": .mapSite,
    "approximate": .mapApproximate,
    "detected": .mapDetected,
    "way": .mapWay,
    "waySeen": .mapWaySeen,
    "wayLooks": .mapWayLooks,
    "certain": .certain,
    "likely": .likely,
    "doubtful": .doubtful,
    "certainAt": .mapCertain,
    "likelyAt": .mapLikely,
    "doubtfulAt": .mapDoubtful,
    "notCertainAt": .mapNotCertain,
    "certaintyUnknownAt": .mapCertaintyUnknown,
    "certaintyArea": .mapCertaintyArea,
    "certaintyOther": .mapCertaintyOther,
    "wayFirst": .mapWayFirst,
    "wayUnseen": .mapWayUnseen,
    "inbound": .mapInbound,
    "outbound": .mapOutbound,
    "verdict": .outcome,
    "position": .mapPosition,
    "agl": .mapAgl,
    "amsl": .mapAmsl,
    "noUnpacking": .mapNoUnpacking,
    "zoomIn": .mapZoomIn,
    "zoomOut": .mapZoomOut,
    "before_landing": .beforeLanding,
    "on_ground": .onGround,
    "in_flight": .inFlight,
    "busy": .busy,
    "untracked": .untracked,
    "too_late": .tooLate,
    "out_of_reach": .outOfReach,
    "not_flown": .notFlown,
    "never_tracked": .neverTracked,
    "never_seen": .neverSeen,
    "west": .mapWest,
  ]

  /// What a parameter of plan.json is called, and its key.
  static func parameter(_ key: String, _ say: ReportLanguage) -> HTML {
    guard let name = parameterName(key, say) else { return "<code>\(key)</code>" }
    return "\(name) <code>\(key)</code>"
  }

  /// What a parameter is called; nil for a key that has no name.
  static func parameterName(_ key: String, _ say: ReportLanguage) -> String? {
    if let phrase = parameterNames[key] { return say(phrase) }
    // What a type of the catalogue leaves open; its id may hold points.
    let parts = key.split(separator: ".")
    guard parts.count > 2, parts[0] == "radar_types", let column = columnNames[String(parts[parts.count - 1])] else {
      return nil
    }
    return say(.parameterOfType, say(column), parts[1..<(parts.count - 1)].joined(separator: ".").isolated)
  }

  /// A unit of plan.json's parameters.
  static func unit(_ unit: String?, _ say: ReportLanguage) -> String {
    guard let unit else { return "" }
    return unitNames[unit].map { say($0) } ?? unitSymbols[unit] ?? unit
  }

  /// The units of parameters whose symbols differ from their keys.
  private static let unitSymbols = ["m2": "m²", "g/m3": "g/m³"]

  /// The words that are values of parameters, by key.
  static let parameterValues: [String: [String: Phrase]] = [
    "units": ["metric": .unitsMetric, "aviation": .unitsAviation],
    "terrain.model": [
      "surface": .modelSurface, "partial": .modelPartial, "bare": .modelBare, "unknown": .unknown,
    ],
  ]

  /// The columns of the catalogue for which sensors assume something.
  private static let columnNames: [String: Phrase] = [
    "transponder_power": .columnTransponderPower, "frequency": .columnFrequency, "receive_gain": .columnReceiveGain,
    "sensitivity": .columnSensitivity, "losses": .columnLosses, "detection_range": .detectionRange,
    "stations_needed": .columnStationsNeeded, "timing_error": .columnTimingError,
  ]

  /// The units of parameters that are words.
  private static let unitNames: [String: Phrase] = [
    "local time": .localTime, "Swerling case": .unitSwerling, "looks": .unitLooks, "m AGL": .unitAboveGround,
    "m AMSL": .unitAboveSea,
  ]

  /// The names of parameters, by their keys in plan.json.
  static let parameterNames: [String: Phrase] = [
    "ground_elevation": .parameterGroundElevation,
    "effective_earth_k": .parameterEffectiveEarthK,
    "earth_mean_radius": .parameterEarthMeanRadius,
    "target_rcs": .parameterTargetRcs,
    "target_transponder": .parameterTargetTransponder,
    "altitude_bands": .parameterAltitudeBands,
    "altitudes_amsl": .parameterAltitudesAmsl,
    "daylight.begin": .parameterDaylightBegin,
    "daylight.end": .parameterDaylightEnd,
    "alert.confirmation": .parameterAlertConfirmation,
    "alert.decision": .parameterAlertDecision,
    "alert.track_memory": .parameterAlertTrackMemory,
    "detection.probability": .parameterLookProbability,
    "detection.false_alarm_probability": .parameterFalseAlarm,
    "detection.fluctuation": .parameterFluctuation,
    "detection.track": .parameterTrackRule,
    "detection.confidence": .parameterConfidence,
    "detection.gases": .parameterGases,
    "detection.rain": .parameterRain,
    "detection.diffraction": .parameterDiffraction,
    "atmosphere.vapour_density": .parameterVapour,
    "atmosphere.rain_rate": .parameterRainRate,
    "atmosphere.rain_height": .parameterRainHeight,
    "on_scene_time": .parameterOnSceneTime,
    "units": .parameterUnits,
    "ground_cover.height": .parameterCoverHeight,
    "ground_cover.clearing": .parameterCoverClearing,
    "assignment": .parameterAssignment,
    "reach.limits": .inReachLimits,
    "routing.clearance": .parameterRouteClearance,
    "routing.clearance_by_night": .parameterRouteClearanceNight,
    "routing.restricted_areas": .parameterRestrictedAreas,
    "refuelling.time": .parameterRefuellingTime, "refuelling.most_stops": .parameterMostStops,
    "refuelling_places": .parameterRefuellingPlaces, "hand_over_places": .parameterHandOverPlaces,
    "reach.step": .inReachStep,
    "date": .parameterDate,
    "utc_offset": .parameterUtcOffset,
    "weather.wind": .parameterWind,
    "weather.air": .parameterAir,
    "weather.qnh_hpa": .parameterQnh,
    "ground_cover.areas": .parameterCoverAreas,
    "ground_cover.raster": .parameterCoverRaster,
    "ground_cover.share_added": .parameterCoverShare,
    "terrain.model": .parameterTerrainModel,
    "terrain.error": .parameterTerrainError,
    "terrain.error_correlation": .parameterErrorCorrelation,
    "atmosphere.k_band": .parameterBand,
    "atmosphere.percent_of_time": .parameterPercentOfTime,
    "atmosphere.rcs_spread_db": .parameterSpread,
    "counted.effective_earth_k": .parameterCountedK,
    "counted.target_rcs": .parameterCountedSection,
  ]

  /// The words that the glossary explains, with what they mean.
  static let glossaryTerms: [(term: Phrase, meaning: Phrase)] = [
    (.glossaryDetected, .glossaryDetectedMeaning),
    (.glossaryGlimpse, .glossaryGlimpseMeaning),
    (.glossaryTracked, .glossaryTrackedMeaning),
    (.glossaryWarning, .glossaryWarningMeaning),
    (.glossaryMet, .glossaryMetMeaning),
    (.glossaryBusy, .glossaryBusyMeaning),
    (.glossaryInFlight, .glossaryInFlightMeaning),
  ]

  /// What takes the place of some phrases where shadows have soft edges.
  static let ofSoftEdges: [Phrase: Phrase] = [.mapHidden: .mapShadow]

  /// What it explains besides where looks count.
  static let glossaryOfLooks: [(term: Phrase, meaning: Phrase)] = [
    (.glossaryCovered, .glossaryCoveredMeaning), (.glossaryInView, .glossaryInViewMeaning),
  ]

  /// What a demand of scenario.yaml is of, by its key.
  static func demand(_ key: String) -> Phrase {
    switch key {
    case "share_detected": .shareDetectedName
    case "share_tracked": .shareTrackedName
    default: .shareMetName
    }
  }
}
