"use strict";
// The plan's own formulae: geodesics on WGS 84, the effective Earth, what a radar sees, how long an asset takes.
const earth = (() => {
  const a = 6378137, f = 1 / 298.257223563, b = a * (1 - f);
  const rad = Math.PI / 180;

  /// Geodesic distance in metres and azimuth in degrees (Vincenty 1975, inverse; 0.5 mm). Nearly antipodal places, for
  /// which it does not converge, give the great circle of the mean radius.
  function inverse(p, q) {
    const L = (q[1] - p[1]) * rad;
    const u1 = Math.atan((1 - f) * Math.tan(p[0] * rad)), u2 = Math.atan((1 - f) * Math.tan(q[0] * rad));
    const s1 = Math.sin(u1), c1 = Math.cos(u1), s2 = Math.sin(u2), c2 = Math.cos(u2);
    let lambda = L;
    for (let step = 0; step < 200; step++) {
      const sl = Math.sin(lambda), cl = Math.cos(lambda);
      const ss = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
      if (ss === 0) return { distance: 0, azimuth: 0 };
      const cs = s1 * s2 + c1 * c2 * cl, sigma = Math.atan2(ss, cs);
      const sa = c1 * c2 * sl / ss, ca2 = 1 - sa * sa;
      const c2m = ca2 > 0 ? cs - 2 * s1 * s2 / ca2 : 0;
      const C = f / 16 * ca2 * (4 + f * (4 - 3 * ca2));
      const last = lambda;
      lambda = L + (1 - C) * f * sa * (sigma + C * ss * (c2m + C * cs * (2 * c2m * c2m - 1)));
      if (Math.abs(lambda - last) < 1e-13) {
        const k = ca2 * (a * a - b * b) / (b * b);
        const A = 1 + k / 16384 * (4096 + k * (k * (320 - 175 * k) - 768));
        const B = k / 1024 * (256 + k * (k * (74 - 47 * k) - 128));
        const ds = B * ss * (c2m + B / 4 * (cs * (2 * c2m * c2m - 1) - B / 6 * c2m * (4 * ss * ss - 3) * (4 * c2m * c2m - 3)));
        return { distance: b * A * (sigma - ds), azimuth: Math.atan2(c2 * sl, c1 * s2 - s1 * c2 * cl) / rad };
      }
    }
    const h = Math.sin((q[0] - p[0]) * rad / 2) ** 2 + Math.cos(p[0] * rad) * Math.cos(q[0] * rad) * Math.sin(L / 2) ** 2;
    return { distance: 2 * 6371008.8 * Math.asin(Math.sqrt(Math.min(h, 1))), azimuth: 0 };
  }

  /// The place at a distance (m) and azimuth (degrees) from another (Vincenty 1975, direct); longitude runs on past 180.
  function direct(p, azimuth, distance) {
    const alpha = azimuth * rad, sa1 = Math.sin(alpha), ca1 = Math.cos(alpha);
    const t1 = (1 - f) * Math.tan(p[0] * rad), c1 = 1 / Math.sqrt(1 + t1 * t1), s1 = t1 * c1;
    const sigma1 = Math.atan2(t1, ca1), sa = c1 * sa1, ca2 = 1 - sa * sa;
    const k = ca2 * (a * a - b * b) / (b * b);
    const A = 1 + k / 16384 * (4096 + k * (k * (320 - 175 * k) - 768));
    const B = k / 1024 * (256 + k * (k * (74 - 47 * k) - 128));
    let sigma = distance / (b * A), c2m = 0, ss = 0, cs = 0;
    for (let step = 0; step < 50; step++) {
      c2m = Math.cos(2 * sigma1 + sigma); ss = Math.sin(sigma); cs = Math.cos(sigma);
      const ds = B * ss * (c2m + B / 4 * (cs * (2 * c2m * c2m - 1) - B / 6 * c2m * (4 * ss * ss - 3) * (4 * c2m * c2m - 3)));
      const next = distance / (b * A) + ds, done = Math.abs(next - sigma) < 1e-13;
      sigma = next;
      if (done) break;
    }
    c2m = Math.cos(2 * sigma1 + sigma); ss = Math.sin(sigma); cs = Math.cos(sigma);
    const x = s1 * ss - c1 * cs * ca1;
    const latitude = Math.atan2(s1 * cs + c1 * ss * ca1, (1 - f) * Math.hypot(sa, x));
    const lambda = Math.atan2(ss * sa1, c1 * cs - s1 * ss * ca1);
    const C = f / 16 * ca2 * (4 + f * (4 - 3 * ca2));
    const L = lambda - (1 - C) * f * sa * (sigma + C * ss * (c2m + C * cs * (2 * c2m * c2m - 1)));
    return [latitude / rad, p[1] + L / rad];
  }

  function circle(centre, radius, count) {
    const points = [];
    for (let i = 0; i < count; i++) points.push(direct(centre, 360 * i / count, radius));
    return points;
  }

  const horizon = (R, h) => h > 0 ? R * Math.atan2(Math.sqrt(h * (2 * R + h)), R) : 0;

  function groundDistance(R, slant, from, to) {
    const difference = to - from;
    if (slant < Math.abs(difference)) return null;
    const half = Math.sqrt((slant - difference) * (slant + difference) / (4 * (R + from) * (R + to)));
    return 2 * R * Math.asin(Math.min(half, 1));
  }

  function groundSpan(R, elevation, from, to) {
    const r1 = R + from, r2 = R + to, e = elevation * rad;
    const cosine = r1 * Math.cos(e) / r2;
    if (cosine > 1) return null;
    const local = Math.acos(Math.max(cosine, -1)), farthest = local - e;
    if (farthest < 0) return null;
    return { nearest: R * (r2 >= r1 ? 0 : Math.max(0, -local - e)), farthest: R * farthest };
  }

  function detectionRange(station, rcs) {
    if (station.detection_m === null || station.reference_rcs_m2 === null || !(station.reference_rcs_m2 > 0)) return station.instrumented_m;
    if (station.is_secondary) return station.detection_m;
    return rcs > 0 ? station.detection_m * Math.pow(rcs / station.reference_rcs_m2, 0.25) : 0;
  }

  /// Whether an azimuth lies in one of a station's blind sectors, ends included.
  function isBlind(station, azimuth) {
    return station.blind_sectors_deg.some(([begin, width]) => (((azimuth - begin) % 360) + 360) % 360 <= width);
  }

  /// The azimuths that a station's blind sectors leave, as [begin, width] in degrees.
  function visible(station) {
    const sectors = station.blind_sectors_deg;
    if (sectors.length === 0) return [[0, 360]];
    const start = sectors[0][0], spans = [];
    const blind = sectors.map(([begin, width]) => [(((begin - start) % 360) + 360) % 360, width]).sort((p, q) => p[0] - q[0]);
    let end = Math.max(0, Math.max(...blind.map(([begin, width]) => begin + width)) - 360);
    for (const [begin, width] of blind) {
      if (begin > end) spans.push([start + end, begin - end]);
      end = Math.max(end, begin + width);
    }
    if (end < 360) spans.push([start + end, 360 - end]);
    return spans;
  }

  /// The edges of what a station sees between two distances, each a closed line; holes as lines of their own.
  function edges(station, inner, outer, count) {
    const spans = visible(station);
    if (spans.length === 1 && spans[0][1] === 360) return (inner > 0 ? [outer, inner] : [outer]).map((radius) => circle(station.at, radius, count));
    return spans.map(([begin, width]) => {
      const steps = Math.max(1, Math.ceil(width / 360 * count));
      const arc = (radius) => Array.from({ length: steps + 1 }, (_, i) => direct(station.at, begin + width * i / steps, radius));
      return arc(outer).concat(inner > 0 ? arc(inner).reverse() : [station.at]);
    });
  }

  /// From where to where a station sees a target at a height above the smooth ground, in metres, and what ends it.
  function reach(R, station, height, target) {
    const blind = { inner: 0, outer: 0, limit: "blind" };
    if (station.is_secondary && !target.hasTransponder || visible(station).length === 0) return blind;
    const h = Math.max(height, 0), antenna = station.antenna_m;
    let outer = horizon(R, antenna) + horizon(R, h), limit = "horizon";
    for (const [slant, reason] of [[detectionRange(station, target.rcs), "detection"], [station.instrumented_m, "instrumented"]]) {
      const ground = groundDistance(R, slant, antenna, h);
      if (ground === null) return blind;
      if (ground <= outer) { outer = ground; limit = reason; }
    }
    let inner = 0;
    if (station.minimum_m > 0) inner = groundDistance(R, station.minimum_m, antenna, h) || 0;
    if (station.lowest_deg !== null) {
      const span = groundSpan(R, station.lowest_deg, antenna, h);
      if (!span) return blind;
      if (span.farthest < outer) { outer = span.farthest; limit = "beam"; }
      inner = Math.max(inner, span.nearest);
    }
    if (station.highest_deg !== null) {
      const above = groundSpan(R, station.highest_deg, antenna, h);
      if (above) inner = Math.max(inner, above.farthest);
    }
    return outer > inner ? { inner, outer, limit } : blind;
  }

  /// The lowest height up to `highest` from which on a station sees a target at a ground distance; null when none.
  function lowestHeight(R, station, distance, target, highest) {
    const sees = (h) => { const r = reach(R, station, h, target); return r.limit !== "blind" && r.outer >= distance; };
    if (sees(0)) return 0;
    let low = 0, high = null;
    for (let h = 10; h <= highest * 1.5; h *= 1.5) { const at = Math.min(h, highest); if (sees(at)) { high = at; break; } low = at; }
    if (high === null) return null;
    while (high - low > 0.5) { const middle = (low + high) / 2; if (sees(middle)) high = middle; else low = middle; }
    return high;
  }

  /// How long an asset takes from the order to a place, in seconds, and what stands in the way.
  function response(asset, aircraft, base, place, period, onScene) {
    const lands = aircraft.kind === "helicopter"
      || (aircraft.required_runway_m !== null && place.length !== null && place.length >= aircraft.required_runway_m);
    const distance = inverse([base.latitude, base.longitude], place.at).distance;
    const cruise = distance / aircraft.cruise_m_s, landing = lands ? aircraft.landing_allowance_s : 0;
    const readiness = period === "day" ? asset.readiness_day_s : asset.readiness_night_s;
    const block = aircraft.departure_allowance_s + cruise + landing;
    let obstacle = readiness === null ? "notFlown" : null;
    if (aircraft.ceiling_amsl_m !== null && place.elevation !== null && place.elevation > aircraft.ceiling_amsl_m) obstacle = obstacle || "outOfReach";
    if (aircraft.endurance_s !== null) {
      const back = (lands ? aircraft.departure_allowance_s : 0) + cruise + aircraft.landing_allowance_s;
      if (block + onScene + back > aircraft.endurance_s - aircraft.reserve_s) obstacle = obstacle || "outOfReach";
    }
    return { asset, base, distance, lands, obstacle, total: readiness === null ? null : readiness + block };
  }

  return { inverse, direct, circle, isBlind, edges, reach, detectionRange, lowestHeight, response };
})();
