internal import Coverage
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The map that answers clicks, and its drawing for paper.
struct MapSection: ReportSection {
  let id = "map"
  let title = Phrase.map
  private let plan: Plan
  private let layers: GeoLayers
  private let hasLibrary: Bool
  private let hasTerrain: Bool

  init(_ input: ReportInput) {
    plan = input.plan
    layers = input.layers
    hasLibrary = input.hasMapLibrary
    hasTerrain = input.terrain != nil
  }

  /// What the times of a click leave out, where weather or performance by altitude is stated.
  private var weatherNote: HTML {
    plan.scenario.assets.contains(where: \.isWeathered) ? " \(Phrase.mapWeatherNote.html)" : ""
  }

  /// So many demand points are shown from the start.
  private static let mostShown = 300

  /// That the times of a click are straight where responses fly routes, and by how much routes are longer in this plan.
  private var routeNote: HTML {
    guard plan.scenario.routing != nil else { return "" }
    let longer = plan.responses.compactMap { response -> Double? in
      guard response.routed?.out != nil, let straight = response.straightBlock, straight > .zero else { return nil }
      return response.block / straight - 1
    }.sorted()
    guard let most = longer.last else { return " \(Phrase.mapStraightNote.html)" }
    let middle = (longer[(longer.count - 1) / 2] + longer[longer.count / 2]) / 2
    func percent(_ share: Double) -> String { (share * 100).fixed(0) }
    let factor = HTML.inEveryLanguage {
      "\($0(.mapStraightFactor, percent(middle), percent(most), "\(longer.count)"))"
    }
    return " \(Phrase.mapStraightNote.html) \(factor)"
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    [("map", StaticMap(plan: plan, layers: layers).chart([say]))]
  }

  func body(_ say: ReportLanguage) -> HTML { StaticMap(plan: plan, layers: layers).chart([say]).figure }

  /// One map and one drawing for all languages: their names are data, and their words the script's.
  var content: HTML {
    let drawing = StaticMap(plan: plan, layers: layers).chart(ReportLanguage.allCases).svg
    let caption: HTML = "<figure><figcaption>\(Phrase.staticMapTitle.html)</figcaption>\(drawing)</figure>\n"
    guard hasLibrary else { return "<p class=\"note\">\(Phrase.noLibrary.html)</p>\n\(caption)" }
    return """
      <p class="screen">\(Phrase.mapNote.html)\(weatherNote)\(routeNote)</p>
      <div class="map-wrap screen">
      <div class="map-side">
      <div id="map-view" tabindex="0" role="application" \(HTML.labels(.mapName))></div>
      <div id="legend" role="group" \(HTML.labels(.legend))></div>
      </div>
      <form id="map-form" autocomplete="off" \(HTML.labels(.mapForm))>
      \(form)
      </form>
      </div>
      <div id="answer" class="screen" role="region" tabindex="0" aria-live="polite" \(HTML.labels(.answer))></div>
      <div class="paper">\(caption)</div>

      """
  }

  /// The layers; those that the plan has nothing for are left out.
  private var switches: [(key: String, phrase: Phrase, isOn: Bool, isThere: Bool)] {
    let (scenario, flights) = (plan.scenario, plan.flights)
    let hasRadars = !plan.network.stations.isEmpty || plan.options.contains { !($0.purchase?.items ?? []).isEmpty }
    return [
      ("coverage", .layerCoverage, true, true), ("rings", .layerRings, false, hasRadars && plan.terrain == nil),
      ("radars", .layerRadars, true, hasRadars), ("bases", .layerBases, true, !scenario.bases.isEmpty),
      ("inreach", .inReachMap, false, plan.reach != nil),
      ("reach", .layerReach, false, !scenario.assets.isEmpty), ("strips", .layerStrips, true, !scenario.strips.isEmpty),
      ("illuminators", .layerIlluminators, true, !scenario.illuminators.isEmpty),
      ("sites", .layerSites, false, !layers.freeSites.isEmpty), ("routes", .layerRoutes, true, !flights.isEmpty),
      ("detections", .layerDetections, true, flights.contains { $0.timeline.firstDetection != nil }),
      ("meetings", .layerMeetings, false, flights.contains { !($0.bestWindow?.intercepts ?? []).isEmpty }),
      ("flown", .layerFlown, false, plan.responses.contains { $0.routed?.out != nil || $0.mission != nil }),
      ("stops", .layerStops, true, scenario.refuelling != nil || !scenario.handOverPlaces.isEmpty),
      ("ways", .layerWays, true, plan.leak != nil), ("border", .layerBorder, true, !scenario.border.isEmpty),
      ("nopursuit", .layerNoPursuit, true, !scenario.pursuitAreas.isEmpty),
      ("restricted", .layerRestricted, true, scenario.routing?.areas.isEmpty == false),
      ("demand", .layerDemand, scenario.demandPoints.count <= Self.mostShown, !scenario.demandPoints.isEmpty),
      ("region", .layerRegion, true, scenario.region?.polygons.isEmpty == false),
      ("basemap", .layerBasemap, false, true),
    ]
  }

  /// The choice of what is certain; nothing where nothing is in doubt.
  private var certaintyChoice: HTML {
    CertaintyRow.all(plan).isEmpty
      ? ""
      : "\n<label><input type=\"radio\" name=\"mode\" value=\"certainty\"> \(Phrase.showCertainty.html)</label>"
  }

  /// The controls in the form next to the map.
  var form: HTML {
    let networks = plan.options.enumerated().map { index, option -> HTML in
      guard let purchase = option.purchase else {
        return "<option value=\"\(index)\" \(HTML.texts { $0(.today) })></option>"
      }
      guard purchase.name != plan.placement?.name else {
        return "<option value=\"\(index)\" \(HTML.texts { plan.name(of: purchase, $0) })></option>"
      }
      return "<option value=\"\(index)\">\(Called.text(purchase.name, purchase.id))</option>"
    }
    let boxes = switches.filter(\.isThere).map { key, phrase, isOn, _ -> HTML in
      "<label><input type=\"checkbox\" name=\"layer\" value=\"\(key)\"\(isOn ? " checked" : "")> \(phrase.html)</label>\n"
    }
    let stops = AltitudeStops.of(plan.scenario)
    let bands = stops.indices.filter { plan.scenario.altitudeBands.contains(stops[$0]) }
      .map { "<option value=\"\($0)\"></option>" as HTML }
    return """
      <label for="network">\(Phrase.countedRadars.html)</label> <select id="network">\(networks)</select>
      <fieldset><legend>\(Phrase.show.html)</legend>
      <label><input type="radio" name="mode" value="floor" checked> \(Phrase.showFloor.html)</label>
      <label><input type="radio" name="mode" value="count"> \(Phrase.showCount.html)</label>\(certaintyChoice)</fieldset>
      <label for="altitude">\(Phrase.altitude.html) <output id="altitude-text" for="altitude"></output></label>
      <input type="range" id="altitude" min="0" max="\(stops.count - 1)" step="1" \
      value="\(AltitudeStops.start(plan.scenario))" list="bands">
      <datalist id="bands">\(bands)</datalist>
      <fieldset><legend class="sr">\(Phrase.altitude.html)</legend>
      <label><input type="radio" name="datum" value="agl" checked> \(Phrase.aboveGround.html)</label>
      <label><input type="radio" name="datum" value="amsl"> \(Phrase.aboveSea.html)</label></fieldset>
      <p id="area-text" class="small"></p>
      <fieldset class="layers"><legend>\(Phrase.mapLayers.html)</legend>
      \(boxes)</fieldset>
      \(plan.reach.map { ReachGrids($0).controls } ?? "")
      """
  }
}
