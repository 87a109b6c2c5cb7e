/// What the report says otherwise where looks count: covered instead of seen (``SightWord``). Nil for all other phrases.
func englishOfLooks(_ phrase: Phrase) -> String? {
  switch phrase {
  // Coverage.
  case .tileArea: "covered at {} above ground"
  case .askSeen: "What is covered?"
  case .seenAtHeight: "Covered at {}, km²"
  case .coverageTitle: "Area covered by at least 1, 2 and 3 radars, by height above ground, km²"
  case .areaCaption: "Area covered, km²"
  case .ringsCaption: "How far each radar covers, km, and what limits it"
  case .reachCaption:
    "How far each radar covers over the terrain, km: the farthest place, and the distance that half of the azimuths do not exceed"
  case .certaintyCaption: "How certain it is that a place is covered, km²: each place counts once"
  case .certaintyNote:
    "What this page calls covered is certain: it is covered under the worst of k {} (exceeded for {} % of the time), terrain that is off by {} and cross-sections that are off by {} dB. Likely is what is covered at the median, doubtful what is covered under the best only."
  case .certaintyTitle: "How certain it is that a place is covered at {} above ground"
  case .sureCertain:
    "At {}: {} certain, {} more likely, {} more doubtful. What this page calls covered is the certain part."
  case .objectiveArea: "area covered"

  // Flights and their routes.
  case .keySeen: "covered by a radar"
  case .keyUnseen: "in flight, not covered"
  case .keyGlimpse: "covered for less than one revisit; its looks count like all others"
  case .routes: "What is covered along the route of each flight"
  case .routesNote:
    "The route to the strip and back. The network covers the aircraft above the dashed line: one look detects it there with the wanted probability. The aircraft’s line is strong blue where a radar covers it and orange where none does; looks may detect it there too, with a lower probability. Where the dashed line is missing, no radar covers anything below the upper edge. Heights above mean sea level, in {}."
  case .routeFloor: "covered by a radar from here up"
  case .routeSeen: "aircraft, covered"
  case .routeHidden: "aircraft, not covered"
  case .objectiveTrack: "minutes a day of flights covered"
  case .objectiveSecond: "minutes a day of flights covered by two radars"
  case .objectiveWorst: "share covered of the least-observed flight"
  case .objectiveDetection: "cases, each strip by day and by night, whose flights are detected as far out as needed"

  // How far out flights must be detected.
  case .required: "How far out each flight must be detected"
  case .requiredNote:
    "How far before the strip, along the route, the aircraft must first be detected so that the asset that needs the least warning is at the strip before the aircraft leaves. The mark shows where this network’s track begins: as long before it is confirmed as confirmation takes."
  case .seenAt: "Track begins at"
  case .firstSeenMark: "this network’s track begins here"

  // The least-observed routes.
  case .seenBy: "Detected by"
  case .firstSeenBefore: "Detected before"
  case .stripsUnseen: "Strips still reached undetected"
  case .mapWaySeen: "covered on {} of {}"
  case .mapWayFirst: "detected {} before the strip, by {}"
  case .mapWayUnseen: "not detected with the wanted probability on this route"

  // The map.
  case .mapNote: "Click anywhere to see what is covered there and who arrives first."
  case .showFloor: "lowest height covered"
  case .legendUnknown: "Terrain unknown: not counted as covered"
  case .mapRouteSeen: "{}, part covered by a radar"
  case .mapFirstSeen: "detected on the least-observed route"
  case .mapSeenArea: "At {} this network covers {} km² with one radar or more, {} km² with two or more."
  case .mapCoverageUnknown:
    "it is unknown whether a radar covers the target here, because the ground is unknown here or in between"
  case .mapFloor: "Lowest height covered: {} above ground, {} above sea level"
  case .mapNoFloor: "Not covered below {} above ground"
  case .mapNoFloorAtAll: "No radar of this network covers the target here at any height"
  case .mapSeenAt: "Covered at {} by {} of {} radars"
  case .mapSees: "Covers it"
  case .mapHorizon: "below its horizon: covered from {} up"
  case .mapHorizonAlways: "below its horizon, and not covered higher up"
  case .mapBeam: "below its beam: covered from {} up"
  case .mapBeamAlways: "below its beam, and not covered higher up"
  case .mapHidden: "hidden by terrain: covered from {} up"
  case .mapDetection: "one look detects with less than the wanted probability: covered out to {}"
  case .mapMinimum: "nearer than its minimum range: covered from {} up"
  case .mapAbove: "above its beam: covered up to {}"
  case .mapCertain: "Certain at {}: a radar covers it even with k {} and the rest of the bands at their worst."
  case .mapLikely:
    "Likely at {}: a radar covers it at the median (k {}), but not under all of the bands (k {} to {})."
  case .mapDoubtful:
    "Doubtful at {}: a radar covers it under a part of the bands only, as at their best (k {}), and not at the median (k {})."
  case .mapNotCertain: "Not covered at {}: not even with the bands at their best (k {})."
  case .mapCertaintyUnknown: "Unknown at {}: no radar is known to cover it, and unknown ground leaves it open."
  default: nil
  }
}
