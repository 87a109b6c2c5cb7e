"use strict";
// Answers from the plan's tables and grids. Whatever depends on radars, beams, horizons or aircraft stands in them; here
// are look-ups alone.
const lookup = (() => {
  /// The last row whose value does not exceed another; -1 for none. Values ascend.
  function last(values, value) {
    let low = -1, high = values.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle; else high = middle;
    }
    return low;
  }

  /// The word of a row of a table of runs.
  const word = (runs, row) => runs[last(runs.map((run) => run[0]), row)][1];

  /// The table for an azimuth; undefined where a radar is blind. An edge of a blind sector belongs to it.
  function table(sight, azimuth) {
    const span = sight.azimuths_deg.find(([begin, width]) => {
      const turn = geodesy.turned(azimuth - begin);
      return width === 360 || (turn > 0 && turn < width);
    });
    return span && { of: sight.tables[span[2]], limits: sight.limits[span[2]] };
  }

  /// From where to where a radar sees at a height over the smooth ground, and what ends it; null where it sees nothing.
  /// Between two rows it sees what it sees at both.
  function ring(rings, heights, height) {
    const next = last(heights, height) + 1, near = [next - 1, next].find((row) => Math.abs(heights[row] - height) < 1e-3);
    const rows = near !== undefined ? [near] : [next - 1, next];
    if (rows.some((row) => !(rings.outer_m[row] > 0))) return null;
    const inner = Math.max(...rows.map((row) => rings.inner_m[row])), outer = Math.min(...rows.map((row) => rings.outer_m[row]));
    return outer > inner ? { inner, outer, limit: word(rings.limits, rows[0]) } : null;
  }

  /// What a radar sees at a height over the smooth ground: closed lines, and how far each part reaches. None over terrain.
  function areas(map, station, height) {
    if (map.is_over_terrain) return [];
    const sight = map.sights[station.sight];
    return sight.azimuths_deg.flatMap((span) => {
      const at = ring(sight.tables[span[2]], map.heights_m, height);
      return at ? [{ lines: geodesy.area(station.at, span, at.inner, at.outer, 180), outer: at.outer }] : [];
    });
  }

  /// The lowest height over the smooth ground at which a radar sees at a distance; null where it does at none.
  function lowest(rings, heights, distance) {
    const { inner_m: inner, outer_m: outer } = rings;
    for (let row = 0; row < heights.length; row++) {
      if (!(outer[row] > 0) || outer[row] < distance || inner[row] > distance) continue;
      // Reached between this row and the one before, where the chord is the safe side of the curve.
      if (row > 0 && outer[row - 1] > 0 && outer[row - 1] < distance && inner[row - 1] <= distance) {
        return heights[row - 1] + (heights[row] - heights[row - 1]) * (distance - outer[row - 1]) / (outer[row] - outer[row - 1]);
      }
      return heights[row];
    }
    return null;
  }

  /// A column of a table of limits at a distance, between its rows; null where a row has none.
  function between(limits, values, distance) {
    const row = last(limits.distance_m, distance), next = Math.min(row + 1, limits.distance_m.length - 1);
    const width = limits.distance_m[next] - limits.distance_m[row], share = width > 0 ? (distance - limits.distance_m[row]) / width : 0;
    return values[row] === null || values[next] === null ? null : values[row] + (values[next] - values[row]) * share;
  }

  /// The highest altitude above the sea that a radar's own limits allow; null for none.
  const highest = (limits, distance) => between(limits, limits.highest_amsl_m, distance);

  /// Which of a radar's own limits hides what is at an altitude above the sea; null for none.
  function limit(limits, distance, altitude) {
    const row = last(limits.distance_m, distance), low = between(limits, limits.lowest_amsl_m, distance), high = highest(limits, distance);
    if (low === null || altitude < low) return word(limits.below, row);
    return altitude > high ? word(limits.above, row) : null;
  }

  /// How long an asset takes from the order to a place, in seconds, and what stands in the way.
  function response(asset, period, distance, place) {
    const lands = asset.lands_anywhere || (asset.runway_m !== null && place.length !== null && place.length >= asset.runway_m);
    const way = lands ? "landing" : "overhead", rows = asset[period] && asset[period][way], farthest = asset.farthest_m[way];
    let total = null;
    if (rows) {
      const row = Math.min(last(rows.map(([metres]) => metres), distance), rows.length - 2), [[d0, s0], [d1, s1]] = rows.slice(row, row + 2);
      total = s0 + (s1 - s0) * (distance - d0) / (d1 - d0);
    }
    const obstacles = [];
    if (!rows) obstacles.push("notFlown");
    if (asset.ceiling_amsl_m !== null && place.elevation !== null && place.elevation > asset.ceiling_amsl_m) obstacles.push("ceiling");
    if (farthest !== null && distance > farthest) obstacles.push("endurance");
    return { lands, total, obstacles };
  }

  /// A radar over the smooth ground: whether it sees a place at a height, why not, and the lowest height that it sees there.
  function overSmooth(sight, ground, heights, height, distance, azimuth) {
    if (sight.never) return { sees: false, reason: [sight.never], floor: null };
    const rings = table(sight, azimuth);
    if (!rings) return { sees: false, reason: ["sector", geodesy.turned(azimuth)], floor: null };
    const floor = lowest(rings.of, heights, distance), at = ring(rings.of, heights, height);
    if (at && distance >= at.inner && distance <= at.outer) return { sees: true, reason: null, floor };
    if (distance > sight.range_m) return { sees: false, reason: [sight.range_limit, sight.range_m], floor };
    if (at && distance > at.outer && at.limit === sight.range_limit) return { sees: false, reason: [at.limit, at.outer], floor };
    // Rings are whole metres on the safe side: close to an inner edge the cause is that of a place a little nearer.
    const own = limit(rings.limits, at && distance < at.inner ? distance * 0.98 : distance, ground + height);
    const outer = at && distance > at.outer && at.limit === "beam" ? "belowBeam" : own;
    if (outer === "aboveBeam" && floor !== null && floor <= height) {
      return { sees: false, reason: [outer, Math.max(highest(rings.limits, distance) - ground, 0)], floor };
    }
    if (outer === "range") return { sees: false, reason: [sight.range_limit, sight.range_m], floor };
    if (outer) return { sees: false, reason: floor !== null && floor > height ? [outer, floor] : [outer + "Always"], floor };
    return { sees: false, reason: floor !== null && floor > height ? ["horizon", floor] : ["farther"], floor };
  }

  /// The same over terrain.
  /// - floor, top: What the grids hold: the lowest and the greatest height above ground at which it sees. Null where it sees
  ///   none, undefined where that is unknown; of the top, null for no limit.
  /// - known: Up to which height above ground floors are known.
  function overTerrain(sight, floor, top, elevation, height, known, distance, azimuth) {
    const none = (...reason) => ({ sees: false, reason, floor: null, isOpen: false });
    if (sight.is_site_unknown) return none("siteUnknown");
    if (sight.never) return none(sight.never);
    const at = table(sight, azimuth);
    if (!at) return none("sector", geodesy.turned(azimuth));
    if (distance > sight.range_m) return none(sight.range_limit, sight.range_m);
    if (floor === undefined) return { sees: false, reason: ["unknownGround"], floor, isOpen: true };
    if (floor !== null && floor <= height && (top === null || height <= top)) return { sees: true, reason: null, floor, isOpen: false };
    if (floor !== null && floor <= height) return { sees: false, reason: ["aboveBeam", top], floor, isOpen: false };
    // Lower than its floor, or seen at no height: by its own limits, else by the ground.
    const isKnown = at.limits && elevation !== undefined, own = isKnown ? limit(at.limits, distance, elevation + height) : null;
    if (floor === null && own === null) {
      // The ground hides it as far up as the beam goes, or as floors are known.
      const end = isKnown ? highest(at.limits, distance) : null;
      return end !== null && end - elevation < known ? none("hiddenBeam", Math.max(end - elevation, 0)) : none("hiddenAlways", known);
    }
    if (floor === null) return none(...(own === "range" ? [sight.range_limit, sight.range_m] : [own + "Always"]));
    return { sees: false, reason: [own === "belowBeam" || own === "minimumRange" ? own : "hidden", floor], floor, isOpen: false };
  }

  /// Everything that is known about a place, for a network and an altitude.
  /// - page: What the page holds: { plan, map }, and its grids over terrain.
  /// - state: { option, altitude, datum }
  /// - known: The strip at the place, as plan.json has it; undefined for none.
  function facts({ plan, map }, terrain, state, at, known) {
    const { stations } = state.option, isOverSea = state.datum === "amsl";
    const cell = map.is_over_terrain ? cellAt(map, terrain, state, at, known) : null;
    const ground = cell ? cell.elevation : map.ground_m;
    const height = isOverSea ? Math.max(state.altitude - (ground ?? 0), 0) : state.altitude;
    // What is flown below the ground is neither seen nor hidden.
    const isBelow = isOverSea && ground !== undefined && state.altitude < ground;
    const radars = stations.map((station, index) => {
      const { distance, azimuth } = geodesy.inverse(station.at, at), sight = map.sights[station.sight];
      const found = cell
        ? overTerrain(sight, cell.floors[index], cell.tops[index], cell.elevation, height, terrain.highest, distance, azimuth)
        : overSmooth(sight, map.ground_m, map.heights_m, height, distance, azimuth);
      return { station, distance, ...found, ...(isBelow && { sees: false, reason: ["belowGround", ground] }) };
    });
    const lowest = radars.filter((entry) => typeof entry.floor === "number").sort((p, q) => p.floor - q.floor)[0] || null;
    const place = {
      length: known ? known.length_m : null,
      elevation: known ? known.elevation_amsl_m : (cell && cell.elevation) ?? null,
    };
    const bases = new Map(plan.bases.map((base) => [base.id, { base, distance: geodesy.inverse([base.latitude, base.longitude], at).distance }]));
    const responses = {};
    for (const period of ["day", "night"]) {
      responses[period] = plan.assets.map((asset, index) => {
        const { base, distance } = bases.get(asset.base);
        return { asset, base, distance, ...response(map.assets[index], period, distance, place) };
      }).sort((p, q) => (p.obstacles.length > 0) - (q.obstacles.length > 0) || (p.total === null) - (q.total === null) || p.total - q.total);
    }
    const nearest = [...bases.values()].sort((p, q) => p.distance - q.distance)[0];
    if (nearest) {
      for (const period of ["day", "night"]) nearest[period] = responses[period].find((entry) => entry.base === nearest.base && entry.obstacles.length === 0) || null;
    }
    return { at, height, cell, radars, lowest, isOpen: radars.some((entry) => entry.isOpen), responses, nearest };
  }

  /// What the grids hold at a place; of a place outside them no more is known than of a void.
  function cellAt(map, terrain, state, at, known) {
    const count = state.option.stations.length;
    const cell = terrain.isReady && terrain.at(at[0], at[1], state.option.id)
      || { elevation: undefined, floors: Array(count).fill(undefined), tops: Array(count).fill(null) };
    // Of a strip plan.json knows more than the cell: what holds over the strip itself.
    const over = known && known.over_terrain && state.option === map.options[map.chosen] ? known.over_terrain : null;
    if (!over || over.ground_amsl_m === null) return cell;
    const height = (altitude) => altitude === null ? null : Math.max(Math.ceil(altitude - over.ground_amsl_m), 0);
    const first = height(over.lowest_seen_amsl_m), second = height(over.second_seen_amsl_m);
    const floors = cell.floors.map((floor, index) => {
      if (first !== null && state.option.stations[index].id === over.station) return first;
      if (floor === undefined) return floor;
      return second === null || floor === null ? null : Math.max(floor, second);
    });
    return { ...cell, elevation: over.ground_amsl_m, floors };
  }

  return { ring, areas, facts };
})();
