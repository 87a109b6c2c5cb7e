internal import Coverage
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain

extension PlanSchema {
  static var aircraft: JSON {
    record([
      "id": text, "name": text, "kind": oneOf(Aircraft.Kind.allCases.map(\.rawValue)), "cruise_m_s": amount,
      "departure_allowance_s": amount, "landing_allowance_s": amount, "endurance_s": optional(amount),
      "reserve_s": amount, "ceiling_amsl_m": optionalNumber, "required_runway_m": optional(amount),
    ])
  }

  static var terrain: JSON {
    record([
      "paths": list(text), "missing": oneOf(MissingTerrain.allCases.map(\.rawValue)), "tiles": count,
      "columns": count, "rows": count, "cell_x": amount, "cell_y": amount, "is_in_degrees": flag,
      "reference_system": optionalText, "vertical_datum": text,
      "vertical_datum_basis": oneOf(Terrain.VerticalDatum.Basis.allCases.map(\.rawValue)),
    ])
  }

  /// As place.json without the time that the search took; what its tables hold are their columns.
  static var placement: JSON {
    let plans = record([
      "flights_per_day": amount, "detected_per_day": amount, "tracked_per_day": amount, "met_per_day": amount,
    ])
    let table = list(type("object"))
    return record([
      "objective": text, "on_top_of": optionalText, "unit": text, "budget": amount, "currency": text, "price": text,
      "cost": amount,
      "value": optionalNumber, "value_today": optionalNumber, "bound": optionalNumber, "gap": optionalNumber,
      "status": text, "counts_assets_as_free": flag, "options": count, "is_over_terrain": flag,
      "sampling_error": optionalNumber,
      "cells": optional(count), "purchases": table,
      "measures": table, "today": plans, "with_list": plans, "prices": table, "budgets": table, "without_one": table,
      "stages": table, "plans": table,
    ])
  }

  /// As leak.json.
  static var leak: JSON {
    record([
      "heights": list(text), "speed_km_h": amount, "ceiling_m": optionalNumber, "target_rcs_m2": amount,
      "target_transponder": flag, "purchase": optionalText, "origin": oneOf(Leak.Origin.allCases.map(\.rawValue)),
      "cells": count, "step_km": amount, "smooth_earth": flag,
      "ways_over_unknown": oneOf(UnknownGround.allCases.map(\.rawValue)), "worst_strip": optionalText,
      "worst_exposure_km": optional(amount), "mean_exposure_km": optional(amount),
      "strips": list(
        record([
          "strip": text, "strip_name": text, "exposure_km": optional(amount), "exposure_min": optional(amount),
          "bound_km": optional(amount), "seen_km": optional(amount), "seen_by_two_km": optional(amount),
          "length_km": optional(amount), "unknown_percent": optional(amount), "only_over_unknown": flag,
          "first_seen_before_km": optional(amount), "warning_min": optional(amount),
          "first_seen_latitude": optional(latitude),
          "first_seen_longitude": optional(longitude), "radars": optionalText,
        ])),
      "candidates": list(
        open([
          "rank": count, "site": text, "site_name": text, "type": text, "type_name": text, "latitude": latitude,
          "longitude": longitude, "price_m": optional(amount), "strips_unseen": count, "worst_gain_km": number,
          "mean_gain_km": number,
          "mean_gain_km_per_million": optionalNumber, "strips_gained": count,
        ])),
    ])
  }

  static var asset: JSON {
    record([
      "id": text, "base": text, "aircraft": text, "count": count, "readiness_day_s": optional(amount),
      "readiness_night_s": optional(amount),
    ])
  }

  static var station: JSON {
    record([
      "id": text, "name": text, "is_existing": flag, "latitude": latitude, "longitude": longitude,
      "site_elevation_amsl_m": optionalNumber, "antenna_height_agl_m": amount,
      "antenna_height_over_smooth_ground_m": amount, "antenna_over_terrain_amsl_m": optionalNumber, "type": text,
      "type_name": text,
      "kind": oneOf(RadarType.Kind.allCases.map(\.rawValue)), "instrumented_range_m": amount,
      "minimum_range_m": amount, "detection_range_m": optional(amount), "reference_rcs_m2": optional(amount),
      "minimum_elevation_deg": optionalNumber, "maximum_elevation_deg": optionalNumber, "tilt_deg": number,
      "revisit_s": optional(amount), "blind_sectors_deg": list(list(number)),
    ])
  }

  static var stripFloor: JSON {
    record([
      "ground_amsl_m": optionalNumber, "lowest_seen_amsl_m": optionalNumber, "second_seen_amsl_m": optionalNumber,
      "station": optionalText,
    ])
  }

  static var coverage: JSON {
    let areas = list(record(["radars": count, "area_km2": amount]))
    let region = optional(record(["area_seen_by_at_least": areas, "unknown_area_km2": optional(amount)]))
    return record([
      "model": oneOf(["smooth_earth", "terrain"]), "post_spacing_m": optional(amount), "reduction": optional(count),
      "rcs_m2": amount, "has_transponder": flag, "region_area_km2": optional(amount),
      "bands": list(
        record([
          "height_agl_m": number,
          "area_seen_by_at_least": areas, "unknown_area_km2": optional(amount), "region": region,
          "rings": list(
            record([
              "station": text, "inner_radius_m": optional(amount), "outer_radius_m": amount,
              "median_radius_m": optional(amount), "limit": oneOf(RadarSight.limits), "area_km2": amount,
            ])),
        ])),
      "altitudes": list(
        record([
          "altitude_amsl_m": number, "area_seen_by_at_least": areas, "unknown_area_km2": optional(amount),
          "region": region,
        ])),
    ])
  }

  static var period: JSON { oneOf(Period.allCases.map(\.rawValue)) }

  static var response: JSON {
    record([
      "strip": text, "base": text, "asset": text, "period": period, "distance_m": amount,
      "readiness_s": optional(amount), "departure_s": amount, "cruise_s": amount, "landing_s": amount,
      "block_s": amount, "total_s": optional(amount),
      "arrival": oneOf(ResponseTime.Arrival.allCases.map(\.rawValue)), "reachable": flag,
      "obstacles": list(record(["reason": oneOf(["endurance", "ceiling", "not_flown"]), "text": text])),
    ])
  }

  static var required: JSON {
    record([
      "strip": text, "flight": text, "period": period, "asset": optionalText, "chain_s": optional(amount),
      "lead_time_s": optionalNumber, "along_route_m": optional(amount), "direct_m": optional(amount),
      "is_before_origin": flag, "seen_along_route_m": optionalNumber, "is_met": optional(flag),
      "point_latitude": optional(latitude), "point_longitude": optional(longitude),
      "over_terrain": optional(
        record([
          "aircraft_amsl_m": optionalNumber, "ground_amsl_m": optionalNumber, "lowest_seen_amsl_m": optionalNumber,
          "second_seen_amsl_m": optionalNumber, "is_seen": flag,
        ])),
    ])
  }

  static var flight: JSON {
    let span = record(["begin_s": number, "begin_local": text, "end_s": number, "end_local": text])
    let sighting = record([
      "begin_s": number, "begin_local": text, "end_s": number, "end_local": text, "stations": list(text),
    ])
    return record([
      "id": text, "name": text, "aircraft": text, "strip": text, "per_day": amount, "rcs_m2": amount,
      "has_transponder": flag, "speed_m_s": amount, "departure_s": number, "departure_local": text,
      "landing_s": number, "landing_local": text, "takeoff_s": number, "takeoff_local": text, "exit_s": number,
      "exit_local": text, "first_detection_s": optionalNumber, "first_detection_local": optionalText,
      "first_detection_latitude": optional(latitude), "first_detection_longitude": optional(longitude),
      "warning_s": optionalNumber, "confirmed_s": optionalNumber, "confirmed_local": optionalText,
      "ordered_s": optionalNumber, "ordered_local": optionalText,
      "sightings": list(sighting), "glimpses": list(sighting), "tracks": list(span),
      "route_floors": optional(list(routeFloor)),
      "inbound_window": optional(span), "ground_window": optional(span), "outbound_window": optional(span),
      "verdict": verdict, "best_asset": optionalText, "assets": list(window),
    ])
  }

  private static var routeFloor: JSON {
    record([
      "is_inbound": flag, "along_m": amount, "time_s": number, "latitude": latitude, "longitude": longitude,
      "ground_amsl_m": optionalNumber, "aircraft_amsl_m": optionalNumber, "lowest_seen_amsl_m": optionalNumber,
      "second_seen_amsl_m": optionalNumber, "station": optionalText, "seen_by": list(text),
      "glimpsed_by": list(text),
    ])
  }

  private static var window: JSON {
    record([
      "asset": text, "base": text, "period": optional(period), "verdict": verdict, "airborne_s": optionalNumber,
      "airborne_local": optionalText, "arrival_s": optionalNumber, "arrival_local": optionalText,
      "slack_s": optionalNumber, "response_s": optional(amount), "mission_end_s": optionalNumber,
      "mission_end_local": optionalText, "busy_with": optionalText, "busy_until_s": optionalNumber,
      "busy_until_local": optionalText, "intercepts": list(intercept), "untracked_intercepts": list(intercept),
    ])
  }

  private static var intercept: JSON {
    record([
      "begin_s": number, "begin_local": text, "end_s": number, "end_local": text, "begin_latitude": latitude,
      "begin_longitude": longitude, "end_latitude": latitude, "end_longitude": longitude, "is_inbound": flag,
      "is_tracked_at_begin": flag,
    ])
  }
}
