internal import Radar

/// A text of the report, by its key. What it says stands in one file for each language, whose list does not compile while a
/// phrase is missing; `{}` in it stands for a value.
enum Phrase: String, Sendable, Hashable, CaseIterable {
  // The page.
  case skip, theme, print, contents, madeBy, sources, sourcesLayers, sourcesInline, sourcesRest, sourcesTerrain,
    sourcesSmooth,
    sourcesEarth, sourcesPrograms, noScript

  // Headings.
  case summary, map, matrix, windows, required, purchases, coverage, assumptions

  // Summary.
  case networkToday, networkBought, tileSeen, tileMet, tileWarning, noWarning, mostNeverTracked, tileArea, perDay,
    between, none, noFlights,
    askSeen, askTime, askBuy, askSure, seenAreas, withTransponder, withoutTransponder, areaAt, seenBlind,
    seenBlindBroadcast, seenBlindStations, systemError, systemNeeds, systemStations, oneSensor, someSensors,
    seenUnknown, seenOutside, seenOutsidePart, seenNothing, metSentence, buyNone, buyLine, oneRadar, someRadars,
    buyBest, buyEqual, buyAllEqual, buyCheapest, buyNothingGained, unpriced, sureSmooth, sureTerrain,
    sureApproximate, sureDefaults, sureWarnings, demands, demandMet, isReached, isMissed, shareDetectedName,
    shareMetName

  // Columns and words.
  case flight, strip, base, asset, radar, type, firstSeen, by, warning, lands, leaves, bestAsset, arrives, toSpare,
    outcome, never, day, night, height, beforeLanding, onGround, inFlight, tooLate, outOfReach, notFlown

  // Matrix.
  case matrixNote, matrixCaption, keyGood, keyTight, keyLate, keyTime, keyOut, spare, late, overhead, allResponses,
    distance, ready, nearFirstLight, nearLastLight, flying, total, period, because, fuelShort, aboveCeiling, notFlownBy,
    thinAirAtStrip, thinAirAtCruise, cannotHover, cannotHoverUpTo, hoverUnknown, hoverUnknownPlace, inGroundEffect,
    outOfGroundEffect, enginesStartUpTo, noHeadingOut, noHeadingBack, cruiseUnknown, keepEnginesRunning, runwayShort,
    runwayUnknown, densityAltitude, flyingBack, cautions

  // Windows.
  case windowsNote, keySeen, keyUnseen, keyStrip, keyReady, keyFlying, keyMeet, keyOrder, ganttTitle,
    minutesFromLanding, landsAt, flightsCaption

  // Runways of bases, and hours in which assets can fly.
  case baseRunwayShort, baseRunwayShortAt, baseRunwayUnknown, baseRunwayNeedUnknown, hoverNotChecked, mapWeatherNote,
    airTemperature, fuelLeft, flyableShare, flyableHours

  // Cautions of crews.
  case runwayEstimated, runwayUnchecked

  // Meetings that do not count.
  case limitedTitle, limitedCaption, limitedBecause, limitedBegin, limitedEnd, limitedPlace, limitedByCeiling,
    limitedByBorder, limitedByArea, slowerThanFlight

  // Required detection.
  case requiredNote, requiredTitle, alongRoute, direct, seeBefore, chain, seenAt, beforeItStarts, nobody,
    firstSeenMark

  // Routes over terrain.
  case warningRoutedFlight, layerFlown, mapFlownTimes, mapStraightLine, routeNone, routeNoneBack, routeClosed,
    routeEnclosed, routeInside, routeUnknownGround,
    routeAboveCeiling,
    routeWind, routeOther, routeStraight, routeDistance, routeHighest, parameterRouteClearance,
    parameterRouteClearanceNight, parameterRestrictedAreas

  // Stops for fuel and hand-overs.
  case refuellingNone, handOverNone, stopKind, stopCeiling, stopHover, stopRunway, stopClosed, stopFuel, refuelledAt,
    handedOver, backHome, layerStops, mapRefuelling, mapHandOver, mapLeg, parameterRefuellingTime, parameterMostStops,
    parameterRefuellingPlaces, parameterHandOverPlaces
  // Profiles of routes, and areas and demand points on maps.
  case routeProfiles, routeProfilesNote, routeProfilesSome, routeProfileOf, routeProfileTitle, routeProfileFlight,
    routeProfileHeights, routeProfileAxis, routeProfileMinutes, routeKeyFlown, routeKeyGround, routeKeyClearance,
    routeKeyCeiling, routeKeyArea, routeKeyStraight, areaAllAltitudes, areaAltitudes, areaGround, areaNoTop,
    areaAlways, areaInactive, areaClosedToPursuit, layerNoPursuit, layerRestricted, layerDemand, mapWeight,
    mapStraightNote, mapStraightFactor

  // What assets reach.
  case inReach, inReachNote, inReachWho, inReachAll, inReachLimit, inReachArea, inReachDemand, inReachStrips,
    inReachPlace,
    inReachBestBase, inReachAsset, inReachTime, inReachUnknown, inReachNobody, inReachNextBase, inReachWithout,
    inReachAreaLost, inReachDemandLost, inReachStripsLost, inReachSharesCaption, inReachPlacesCaption,
    inReachLossCaption,
    inReachMap, inReachWithin, inReachStraight, inReachRouted, inReachOfArea,
    inReachLimits, inReachStep, inReachShown, inReachBeyond

  // Sun and Moon.
  case sky, skyNote, skyCaption, civilDawn, sunrise, sunset, civilDusk, moonLit, moonAltitude

  // Purchases.
  case purchasesNote, purchase, today, price, priceRange, budget, radars, radarsBought, seenADay, metADay,
    medianWarning, seenAtHeight, purchasesTitle, listOf, site, overBudget

  // Coverage.
  case coverageTitle, atLeast, ofRegion, amslShort, areaCaption, certaintyCaption, certaintyNote, certaintyTitle,
    certain, likely,
    doubtful, unknownArea, probabilityCaption, probabilityNote, probabilityWithout, probabilityTitle, probabilityLook,
    probabilityMinute,
    probabilityAtLeast, ringsCaption, reachCaption, medianReach,
    limitInstrumented, limitDetection, limitHorizon, limitBeam, limitBlind, ofSystem, from

  // Radar types.
  case radarTypes, radarTypesNote, radarTypesConditions, coverageChart, heightAbove, groundRangeAxis, reachRadarCaption,
    radarBasisPromise,
    radarBasisParameters, radarAssumed, assumedDetection, assumedFalseAlarm, assumedSteady, assumedSwerling,
    assumedInstrumented, budgetCaption, budgetTerm, budgetRatio, budgetRequired, assumedPulsesOfScan, assumedOnePulse,
    assumedFlatPattern, assumedCrossSection, radarNoFrequency, radarLooks, radarBistatic, radarBaseline, radarLink

  // Loss budgets of radar types.
  case budgetPeakPower, budgetPulse, budgetTransmit, budgetReceive, budgetWavelength, budgetSectionAgainst,
    budgetSection, budgetFourth, budgetSquared, budgetBoltzmann, budgetNoise, budgetLosses, budgetReference,
    budgetPattern, budgetGases, budgetRain, budgetLobing, budgetTwoWay, budgetOneWay

  // Skylines.
  case skylines, skylinesNote, skylinesTitle, compass, routes, routesNote, routesTitle, routeFloor, routeSeen,
    routeHidden, waysNote, waysTitle, wayLowest, wayUnknown

  // The map.
  case mapForm, mapName, mapNote, noLibrary, countedRadars, show, showFloor, showCount, showCertainty, altitude,
    aboveGround,
    aboveSea, mapLayers, layerCoverage, layerRings, layerRadars, layerBases, layerReach, layerStrips,
    layerSites, layerIlluminators, layerRoutes, layerDetections, layerMeetings, legendBought, legendMember,
    legendIlluminator, legendLink, legendIn, legendOut, legendUnknown,
    legendWay, upTo, layerWays, layerBorder, layerRegion, layerBasemap, legend, answer, staticMapTitle

  // What the map’s script says.
  case mapSeenArea, mapSeenNoArea, mapCount1, mapCount2, mapCount3, mapUnknownGround, mapGroundUnknown,
    mapCoverageUnknown, mapSiteUnknown, mapFirstSeen, mapGround, mapSmoothGround, mapFloor, mapFloorBy, mapNoFloor,
    mapNoFloorAtAll, mapSeenAt, mapTarget, mapRouteSeen, mapByBand, mapSees, mapWhy, mapHorizon, mapBeam,
    mapBelowGround, mapHidden, mapHiddenAlways,
    mapHiddenThenAbove, mapHiddenThenRange,
    mapInstrumented, mapDetection, mapCone, mapSector, mapTransponder, mapBroadcast, mapStations, mapIlluminators,
    mapMember, mapSilent, mapBeamAlways, mapMinimum, mapMinimumAlways,
    mapProbability, mapALook, mapAMinute, mapAbove, mapAboveAlways, mapWeak, mapWeakAlways, mapWeakAbove, mapShadow,
    mapFarther, mapHorizonAlways, mapFirst, mapDay,
    mapNight,
    mapAfterOrder, mapArrival, mapNobody, mapFuel, mapCeiling, mapNearestTime, mapNearestNever, mapNearest,
    mapReachPopup, mapSite,
    mapApproximate, mapDetected, mapWay, mapWaySeen, mapWayFirst, mapWayUnseen, mapInbound, mapOutbound,
    mapPosition, mapAgl, mapAmsl, mapNoUnpacking, mapZoomIn, mapZoomOut, mapWest

  // What to buy.
  case placement, placementNote, placementValue, placementOnTop, placementValueOnTop, placementSampled,
    placementProven, placementBound, placementTitle, placementReached, placementBand, placementAxis,
    placementWithout, knee, flightsADay, minutesADay, flightADay, casesUnit, caseUnit, proposedList,
    thenProposedList, order, gain, gainPerMillion, costSoFar, measures, without, valueHead, objectiveInterceptions,
    objectiveDetection, objectiveTrack, objectiveSecond, objectiveWorst, objectiveArea

  // The least-observed routes.
  case leak, leakNote, leakBorder, leakTerrainEdge, leakBeyond, leakUnseen, leakAllUnseen, leakWorst, leakNoWay,
    leakMean, leakTitle, leakExposure, leakBoundKey, leakFirstKey, exposure, bound, seenOnWay, wayLength,
    firstSeenBefore, seenBy, overUnknown, onlyOverUnknown, leakBehindUnknown, noWay, aboveGroundAt,
    leakLooksNote, leakAllDetected, leakUndetected, leakLeastDetection, leakClosesLooksNote, leakChanceTitle,
    leakChanceKey, leakChanceBoundKey, leakTrackKey, leastDetection, detectedOnWay, trackedOnWay, coveredOnWay,
    mapWayLooks, glossaryGlimpseLooks, sureCertain, countedAs, onlyRejected, onlyInView, mapCertain, mapLikely,
    mapDoubtful, mapNotCertain, mapCertaintyUnknown, mapCertaintyArea,
    mapCertaintyOther,
    aboveSeaAt, leakCloses, leakClosesNote, stripsUnseen, worstStripMore, meanMore, stripsMore

  // What is seen of flights and what becomes of them.
  case neverSeen, neverTracked, untracked, busy, busyWith, onlyGlimpsed, trackedPerDay, trackedADay,
    shareTrackedName, keyGlimpse, keyUntracked, revisit, afterLanding, outcomeTracked, glossary, glossaryCovered,
    glossaryCoveredMeaning, glossaryInView, glossaryInViewMeaning

  // What looks come to.
  case looksCaption, looksNote, detectedBefore, trackedBefore, detectedBetween, trackedBetween, trackHeld, timesLost,
    lostBetween, reacquiredBetween,
    timeInView, rejectedShare, rejectedParts, keyRejected, keyNotch, keyBlindSpeed, limitLooks, glossaryDetectedLooks,
    glossaryTrackedLooks,
    parameterLookProbability, parameterFalseAlarm, parameterFluctuation, parameterTrackRule, parameterConfidence,
    parameterGases, parameterRain, parameterDiffraction, parameterVapour, parameterRainRate, parameterRainHeight,
    limitGases, limitRain, limitDiffraction

  // The glossary.
  case glossaryDetected, glossaryDetectedMeaning, glossaryGlimpse, glossaryGlimpseMeaning, glossaryTracked,
    glossaryTrackedMeaning, glossaryWarning, glossaryWarningMeaning, glossaryMet, glossaryMetMeaning, glossaryBusy,
    glossaryBusyMeaning, glossaryInFlight, glossaryInFlightMeaning

  // The comparison of two plans.
  case comparison, changes, before, after, change, figure, plan, folder, scenario, cost, costUnknown, costNone,
    costSame, radarsAdded, radarsRemoved, measuresAdded, measuresRemoved, readinessChanged, doubtScenarios,
    doubtTargets, doubtTools, outcomeFlights, outcomeDetected,
    outcomeOrdered, outcomeMet, outcomeMetInFlight, outcomeWarningShortest, outcomeWarningMedian,
    outcomeWarningLongest, comparedCoverage, comparedCoverageTitle, comparedFlights, flightsChanged, comparedTimes,
    timesChanged, requiredChanged, comparedWarnings, parametersChanged, unitSwerling, unitLooks, unitAboveGround,
    unitAboveSea, trackRule, warningsAdded, warningsRemoved, notDemanded,
    demandSide,
    notExpected, nothingChanges

  // Parameters, limits, warnings.
  case parameters, parameter, value, unit, source, isDefault, isStated, isComputed, isConstant, radarCatalogue, kind,
    primary,
    secondary, adsb, multilateration, passive, instrumentedRange, detectionRange, minimumRange, antenna, siteElevation,
    status, localTime, existing,
    bought, forCrossSection, aircraftAndAssets, aircraft, count, cruise, endurance, reserve, ceiling, readyByDay,
    readyByNight, startAndClimb, landing, unknown, terrainUnknownAtSite, droppedRadars, warnings, limits, versions,
    reproduce, noSeeds, versionLine, fields, limitSmooth, limitSight, limitCover, coverArea, coverAreas, coverElsewhere,
    coverButSea, heightsFromBare, heightsFromUnknown, heightsFromPartial, heightsFromSurface, scopeCover,
    scopeDiffraction, scopeBehindEdges, scopeNotFor, twoOf, effectDiffraction, effectClutter, effectVegetation,
    effectScattering,
    surveyedAt, limitNoTerrain,
    limitStraight, limitWind, limitLow,
    limitHigh,
    limitDetectionIsSharp, limitNoRadar, warningSmoothEarth, warningLowSites, warningHighSites, warningSight,
    warningTerrain, warningStraightFlight, warningWindyFlight, warningBlindRadar, warningBelowTerrain,
    warningUnknownTerrain, originalText, yes, no

  // The names of parameters.
  case parameterGroundElevation, parameterEffectiveEarthK, parameterEarthMeanRadius, parameterTargetRcs,
    parameterTargetTransponder, parameterAltitudeBands, parameterAltitudesAmsl, parameterDaylightBegin,
    parameterDaylightEnd, parameterAlertConfirmation, parameterAlertDecision, parameterAlertTrackMemory,
    parameterOnSceneTime, parameterUnits, parameterCoverHeight, parameterCoverClearing, parameterAssignment,
    parameterDate,
    parameterUtcOffset, parameterWind, parameterAir, parameterQnh
  case unitsMetric, unitsAviation, modelSurface, modelPartial, modelBare, parameterOfType, columnTransponderPower,
    columnFrequency, columnReceiveGain, columnSensitivity, columnLosses, columnStationsNeeded, columnTimingError,
    parameterCoverAreas, parameterCoverRaster, parameterCoverShare, parameterTerrainModel, parameterTerrainError,
    parameterErrorCorrelation, parameterBand, parameterPercentOfTime, parameterSpread, parameterCountedK,
    parameterCountedSection
}

/// Next to the phrases, so that a new kind of radar has its word where phrases are added.
extension RadarType.Kind {
  var phrase: Phrase {
    switch self {
    case .primary: .primary
    case .secondary: .secondary
    case .adsb: .adsb
    case .multilateration: .multilateration
    case .passive: .passive
    }
  }
}
