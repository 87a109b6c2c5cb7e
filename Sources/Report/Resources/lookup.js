"use strict";
// Answers from the plan's tables and grids. Whatever depends on radars, beams, horizons or aircraft stands in them; here
// are only look-ups.
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
    return span && { of: sight.tables[span[2]] };
  }

  /// The edges of what a radar sees at a height over the smooth ground, with what sets each: within the inner one and beyond the
  /// outer one it sees nothing. Between two rows it sees what it sees at both.
  function edges(rings, heights, height) {
    const next = last(heights, height) + 1, near = [next - 1, next].find((row) => Math.abs(heights[row] - height) < 1e-3);
    const rows = near !== undefined ? [near] : [next - 1, next];
    const { inner_m: inner, outer_m: outer } = rings;
    const widest = rows.reduce((one, other) => (inner[other] > inner[one] ? other : one));
    const nearest = rows.reduce((one, other) => (outer[other] < outer[one] ? other : one));
    return {
      inner: inner[widest], innerLimit: word(rings.inner_limits, widest),
      outer: outer[nearest], outerLimit: word(rings.outer_limits, nearest), isEmpty: outer[nearest] <= inner[widest],
    };
  }

  /// What a radar sees at a height over the smooth ground: closed lines, and how far each part reaches. None over terrain.
  function areas(map, station, height) {
    if (map.is_over_terrain) return [];
    const sight = map.sights[station.sight];
    return sight.azimuths_deg.flatMap((span) => {
      const at = edges(sight.tables[span[2]], map.heights_m, height);
      return at.isEmpty ? [] : [{ lines: geodesy.area(station.at, span, at.inner, at.outer, 180), outer: at.outer }];
    });
  }

  /// The lowest height over the smooth ground at which a radar sees at a distance; null where it does at none. Never too low.
  function lowest(rings, heights, distance) {
    const { inner_m: inner, outer_m: outer } = rings;
    const row = heights.findIndex((_, index) => inner[index] <= distance && distance <= outer[index] && inner[index] < outer[index]);
    if (row <= 0) return row < 0 ? null : heights[0];
    const before = row - 1, step = (one) => heights[one + 1] - heights[one];
    // The outer edge grows, a concave curve: between two rows the chord lies on the safe side of it.
    if (inner[before] < outer[before] && outer[before] < distance && inner[before] <= distance) {
      return heights[before] + step(before) * (distance - outer[before]) / (outer[row] - outer[before]);
    }
    // The edge of the minimum range shrinks, concave as well: outside two rows their chord lies on the safe side. Edges are
    // rounded up by a metre at most, which the chords allow for.
    const isMinimum = (index) => index >= 0 && index < heights.length && word(rings.inner_limits, index) === "minimumRange";
    const bounds = [heights[row]];
    if (outer[before] >= distance && isMinimum(before)) {
      const fall = (one) => inner[one] - inner[one + 1];
      if (isMinimum(before - 1) && fall(before - 1) > 1) bounds.push(heights[before] + (inner[before] - distance) * step(before - 1) / (fall(before - 1) - 1));
      if (isMinimum(row) && isMinimum(row + 1)) bounds.push(heights[row] - (distance - inner[row]) * step(row) / (fall(row) + 1));
    }
    return Math.min(...bounds);
  }

  /// Between which altitudes above the sea the limits of a radar itself let it see at a distance, and what ends them there; null
  /// altitudes where they let it see at none.
  function limits(table, distance) {
    const row = last(table.distance_m, distance), next = Math.min(row + 1, table.distance_m.length - 1);
    const width = table.distance_m[next] - table.distance_m[row], share = width > 0 ? (distance - table.distance_m[row]) / width : 0;
    const at = (values) => values[row] === null || values[next] === null ? null : values[row] + (values[next] - values[row]) * share;
    return { low: at(table.lowest_amsl_m), high: at(table.highest_amsl_m), below: word(table.below, row), above: word(table.above, row) };
  }

  /// Which of the limits hides what is at an altitude; null for none.
  const limit = ({ low, high, below, above }, altitude) => (low === null || altitude < low ? below : altitude > high ? above : null);

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

  /// Why a radar does not see a place over the smooth ground: its range, else what sets the edge on whose side the place lies.
  function whyNot(sight, rings, heights, height, distance, floor) {
    const { inner, innerLimit, outer, outerLimit } = edges(rings, heights, height);
    if (distance > sight.range_m) return [sight.range_limit, sight.range_m];
    const isRange = outerLimit === "detection" || outerLimit === "instrumented";
    if (distance > outer && isRange) return [outerLimit, outer > 0 ? outer : sight.range_m];
    const cause = distance < inner ? innerLimit : outerLimit === "beam" ? "belowBeam" : outerLimit;
    if (cause === "aboveBeam") return ["cone", inner];
    if (floor !== null && floor > height) return [cause, floor];
    const top = heights.length - 1, isFarther = word(rings.outer_limits, top) === "horizon" && distance > rings.outer_m[top];
    return [cause === "horizon" && isFarther ? "farther" : cause + "Always"];
  }

  /// A radar over the smooth ground: whether it sees a place at a height, why not, and the lowest height that it sees there.
  function overSmooth(sight, heights, height, distance, azimuth) {
    if (sight.never) return { sees: false, reason: [sight.never], floor: null };
    const rings = table(sight, azimuth);
    if (!rings) return { sees: false, reason: ["sector", geodesy.turned(azimuth)], floor: null };
    const floor = lowest(rings.of, heights, distance), at = edges(rings.of, heights, height);
    const sees = !at.isEmpty && distance >= at.inner && distance <= at.outer;
    return { sees, reason: sees ? null : whyNot(sight, rings.of, heights, height, distance, floor), floor };
  }

  /// The same over terrain.
  /// - floor, top: What the grids hold: the lowest and the greatest height above ground at which it sees. Null where it sees
  ///   none, undefined where that is unknown; of the top, null for no limit.
  /// - highest: Up to which height above ground floors are known.
  function overTerrain(sight, floor, top, elevation, height, highest, distance, azimuth) {
    const none = (...reason) => ({ sees: false, reason, floor: null, isOpen: false });
    if (sight.is_site_unknown) return none("siteUnknown");
    if (sight.never) return none(sight.never);
    if (sight.partners) {
      // Sees together with others: the grids hold it, and no table of its own limits says more.
      const isOpen = floor === undefined, sees = !isOpen && floor !== null && floor <= height && (top === null || height <= top);
      return { sees, reason: sees ? null : isOpen ? ["unknownGround"] : [sight.partners], floor, isOpen };
    }
    const found = table(sight, azimuth);
    if (!found) return none("sector", geodesy.turned(azimuth));
    // Where the range depends on the elevation, and on gases and rain, no one figure is true of it.
    const tooFar = () => (sight.range_varies && (sight.range_limit === "detection" || distance <= sight.range_m) ? none("probabilityAlways") : none(sight.range_limit, sight.range_m));
    if (distance > sight.range_m) return tooFar();
    if (floor === undefined) return { sees: false, reason: ["unknownGround"], floor, isOpen: true };
    if (floor !== null && floor <= height && (top === null || height <= top)) return { sees: true, reason: null, floor, isOpen: false };
    const span = found.of && elevation !== undefined ? limits(found.of, distance) : null;
    if (floor !== null && floor <= height) {
      return { sees: false, reason: [span && span.above === "probability" ? "probabilityAbove" : "aboveBeam", top], floor, isOpen: false };
    }
    // Lower than its floor, or seen at no height: by its own limits, else by the ground.
    const own = span ? limit(span, elevation + height) : null;
    if (floor !== null) {
      const isOwn = own === "belowBeam" || own === "probability" || own === "minimumRange";
      return { sees: false, reason: [isOwn ? own : own === "range" ? "probability" : "hidden", floor], floor, isOpen: false };
    }
    if (own) return own === "range" ? tooFar() : none(own + "Always");
    // Up to where its own limits end the ground hides it.
    const end = span ? span.high - elevation : highest;
    return end < highest ? none(span.above === "range" || span.above === "probability" ? "hiddenThenRange" : "hiddenThenAbove", end) : none("hiddenAlways", highest);
  }

  /// How certain it is that a radar sees a place: 1 certain, 2 likely, 3 doubtful, 4 unknown, 0 not seen; null where that is
  /// not known. What no radar of the table sees is not certain, whatever the cell says.
  function certainty(map, terrain, state, at, height, radars) {
    if (!map.certainty) return null;
    const isSeen = radars.some((entry) => entry.sees);
    if (!map.is_over_terrain) {
      const seen = (sights) => radars.some(({ station, distance, azimuth, reason }) =>
        !(reason && reason[0] === "belowGround") && overSmooth(sights[station.sight], map.heights_m, height, distance, azimuth).sees);
      const median = seen(map.certainty.likely), best = seen(map.certainty.best);
      return isSeen && median && best ? 1 : median ? 2 : isSeen || best ? 3 : 0;
    }
    if (!terrain.isReady || state.datum !== "agl" || state.option !== map.options[map.chosen]) return null;
    const band = map.bands_m.findIndex((one) => one === state.altitude), kind = band < 0 ? null : terrain.kind(at[0], at[1], band);
    return kind === 1 && !isSeen ? 2 : kind;
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
        : overSmooth(sight, map.heights_m, height, distance, azimuth);
      return { station, distance, azimuth, ...found, ...(isBelow && { sees: false, reason: ["belowGround", ground] }) };
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
    return { at, height, cell, radars, lowest, certainty: certainty(map, terrain, state, at, height, radars), isOpen: radars.some((entry) => entry.isOpen), responses, nearest };
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

  return { edges, areas, facts };
})();
