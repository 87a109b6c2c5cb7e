internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
public import Planning
internal import Radar
internal import Scenario
internal import Units

/// plan.json, version 2.
///
/// One object; every key is always there and in this order, with null where there is nothing to say. Numbers carry their
/// unit in the key: `_m` metres, `_s` seconds, `_km2` square kilometres, `_m2` square metres, `_m_s` metres per second.
/// `*_local` is the same time as the `*_s` next to it, as a clock shows it; `*_s` times count from midnight of the day of
/// departure, local time, and may be negative or pass 86 400. Positions are degrees on WGS 84. Lists keep the order of the
/// scenario. The text depends on the scenario and the tool's version only: a second run writes the same bytes.
///
/// | key | what it holds |
/// | --- | --- |
/// | `format`, `version` | `atalaya-plan`, 1 |
/// | `tool`, `scenario` | what made the plan, from what |
/// | `terrain` | where elevations come from, their grid and datum; null when the scenario names none |
/// | `parameters` | every setting of the scenario with its unit, and whether it is a default |
/// | `requirements` | what the scenario asks for and whether the plan gives it |
/// | `outcome`, `purchases` | the plan in figures; the same for today's radars and for each purchase |
/// | `placement` | what to buy within a budget, with its proven bound, as `place.json`; null when that was not asked |
/// | `leak` | the inbound route to each strip that is seen least, as `leak.json`; null when that was not asked |
/// | `aircraft`, `bases`, `assets`, `strips` | who flies, from where, to where |
/// | `network`, `coverage` | the radars, how far each sees and the areas seen by at least 1, 2, 3 of them: over terrain where `model` says so, where the outer radius is that of the farthest place seen and the inner one is null |
/// | `responses` | every asset to every strip by day and by night |
/// | `flights` | marks, sightings, glimpses (`glimpses`: shorter than the radar's revisit, counted nowhere), tracks, windows and every asset's part in them; over terrain what is seen along the way, about every kilometre |
/// | `required_detection` | how far out flights to each strip must be seen |
/// | `warnings` | limits of the models and doubts about the scenario |
enum PlanDocument {
  /// The version of the format; grows when a key changes its meaning or goes away.
  static let version = 2

  static func json(of plan: Plan) -> JSON {
    // Closures stand apart: the compiler takes 11 s for all of them in one literal.
    let placement: JSON = plan.placement.map { SitingReport($0).jsonValue(seconds: nil) } ?? .null
    let leak: JSON = plan.leak.map { LeakReport($0).jsonValue } ?? .null
    let strips: [JSON] = plan.scenario.strips.enumerated().map { strip($1, plan.terrain?.strips[$0], plan) }
    let flights: [JSON] = plan.flights.indices.map { flight($0, of: plan) }
    return .object([
      "format": .string("atalaya-plan"),
      "version": .integer(version),
      "tool": .object([
        "name": .string("atalaya"), "version": .string(AtalayaVersion.current), "proj": .string(PROJRelease.version),
        "gdal": .string(GDALRelease.version),
      ]),
      "scenario": .object([
        "name": .string(plan.scenario.name), "description": .string(plan.scenario.description),
      ]),
      "terrain": terrain(plan.scenario),
      "parameters": parameters(plan.scenario),
      "requirements": requirements(plan),
      "outcome": outcome(plan.outcome),
      "purchases": .array(plan.options.map(option)),
      "placement": placement,
      "leak": leak,
      "aircraft": .array(plan.scenario.aircraft.map(aircraft)),
      "bases": .array(plan.scenario.bases.map(base)),
      "assets": .array(plan.scenario.assets.map(asset)),
      "strips": .array(strips),
      "network": network(plan),
      "coverage": coverage(plan.coverage, of: plan.network.stations, plan.terrain),
      "responses": .array(plan.responses.map(response)),
      "flights": .array(flights),
      "required_detection": .array(plan.requiredDetections.map(required)),
      "warnings": .array(plan.warnings.map(JSON.string)),
    ])
  }

  static func outcome(_ outcome: PlanOutcome) -> JSON {
    let verdicts = Window.Verdict.allCases.map { verdict in
      JSON.Member(key: verdict.key, value: .number(outcome.perDayByVerdict[verdict] ?? 0, decimals: 6))
    }
    return .object([
      "flights_per_day": .number(outcome.flightsPerDay, decimals: 6),
      "detected_before_landing_per_day": .number(outcome.detectedPerDay, decimals: 6),
      "tracked_before_landing_per_day": .number(outcome.trackedPerDay, decimals: 6),
      "ordered_before_takeoff_per_day": .number(outcome.orderedPerDay, decimals: 6),
      "met_at_strip_per_day": .number(outcome.metPerDay, decimals: 6),
      "met_in_flight_only_per_day": .number(outcome.metInFlightPerDay, decimals: 6),
      "share_detected": .optional(outcome.shareDetected, decimals: 6),
      "share_tracked": .optional(outcome.shareTracked, decimals: 6),
      "share_met": .optional(outcome.shareMet, decimals: 6),
      "warning_shortest_s": .seconds(outcome.warning?.lowerBound),
      "warning_median_s": .seconds(outcome.medianWarning),
      "warning_longest_s": .seconds(outcome.warning?.upperBound),
      "per_day_by_verdict": .object(verdicts),
    ])
  }

  private static func option(_ option: PurchaseOption) -> JSON {
    .object([
      "id": .optional(option.purchase?.id),
      "name": .optional(option.purchase?.name),
      "currency": .optional(option.price?.base.currency ?? option.purchase?.budget?.currency),
      "price_low": .optional(option.price?.low.amount, decimals: 2),
      "price_base": .optional(option.price?.base.amount, decimals: 2),
      "price_high": .optional(option.price?.high.amount, decimals: 2),
      "budget": .optional(option.purchase?.budget?.amount, decimals: 2),
      "radars": .array(
        (option.purchase?.items ?? []).map { .object(["site": .string($0.site.id), "type": .string($0.type.id)]) }),
      "measures": .array((option.purchase?.measures ?? []).map { .string($0.id) }),
      "outcome": outcome(option.outcome),
      "area_seen": .array(
        option.coverage.bands.map { band in
          .object([
            "height_agl_m": .metres(band.height),
            "area_km2": .optional(band.areaSeenByAtLeast.first?.squareKilometres, decimals: 3),
          ])
        }),
    ])
  }
}

extension Plan {
  /// The plan as the text of plan.json: versioned, in a stable order, the same bytes for the same scenario.
  public var json: String { PlanDocument.json(of: self).text }
}

/// The version of the tool.
public enum AtalayaVersion {
  /// As `atalaya --version` prints it.
  public static let current = "0.1.0"
}

extension JSON {
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  static func optional(_ number: Double?, decimals: Int) -> JSON {
    number.map { .number($0, decimals: decimals) } ?? .null
  }
  /// Seconds to the millisecond.
  static func seconds(_ duration: Duration?) -> JSON { optional(duration?.inSeconds, decimals: 3) }
  /// A time as a clock shows it.
  static func clock(_ duration: Duration?) -> JSON { optional(duration?.clockSecondsText) }
  /// Metres to the millimetre.
  static func metres(_ length: Length?) -> JSON { optional(length?.metres, decimals: 3) }
  /// Degrees to a centimetre on the ground.
  static func degrees(_ degrees: Double?) -> JSON { optional(degrees, decimals: 7) }
}
