"use strict";
// What is known about a place, in words.
const answer = (() => {
  const { say } = page;
  let plan, map;
  page.onData(() => { ({ plan, map } = page.data); });
  const { element, table, metres, fromHeight, toHeight, kilometres, duration } = figures;

  /// How the figure of a reason is written, by the reason.
  const figure = {
    horizon: fromHeight, belowBeam: fromHeight, probability: fromHeight, minimumRange: fromHeight, hidden: fromHeight,
    aboveBeam: toHeight, probabilityAbove: toHeight, hiddenAlways: metres, hiddenThenAbove: metres, hiddenThenRange: metres, belowGround: metres,
    instrumented: kilometres, detection: kilometres, cone: kilometres,
    sector: (azimuth) => Math.round(azimuth) % 360 + "°",
  };
  const why = (reason) => (reason ? say(reason[0], ...reason.slice(1).map((value) => figure[reason[0]](value))) : "");

  function position([latitude, longitude]) {
    return `${Math.abs(latitude).toFixed(5)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(longitude).toFixed(5)}° ${longitude < 0 ? say("west") : "E"}`;
  }

  function seen({ cell, lowest, isOpen }) {
    if (!lowest) return say(isOpen ? "coverageUnknown" : cell && cell.floors.includes(null) ? "noFloor" : "noFloorAtAll", metres(terrain.highest));
    const ground = cell ? cell.elevation : map.ground_m;
    return say("floor", fromHeight(lowest.floor), ground === undefined ? say("unknown") : fromHeight(lowest.floor + ground))
      + ", " + say("floorBy", lowest.station.label);
  }

  function about(found) {
    const { cell, nearest } = found;
    const ground = !cell ? say("smoothGround", metres(map.ground_m))
      : cell.elevation === undefined ? say("groundUnknown") : say("ground", metres(cell.elevation));
    const sight = seen(found);
    const lines = [element("p", position(found.at)), element("p", ground + ". " + sight[0].toUpperCase() + sight.slice(1) + ".")];
    if (nearest) {
      const time = (period) => (nearest[period] ? say("nearestTime", duration(nearest[period].total), say(period).toLowerCase()) : say("nearestNever", say(period).toLowerCase()));
      lines.push(element("p", say("nearest", nearest.base.name, kilometres(nearest.distance)) + ": " + time("day") + "; " + time("night") + "."));
    }
    return lines;
  }

  function columns(found, state) {
    const box = element("div", undefined, "columns"), radars = element("div"), first = element("div");
    const altitude = metres(state.altitude) + " " + say(state.datum);
    radars.append(element("h4", say("seenAt", altitude, found.radars.filter((entry) => entry.sees).length, found.radars.filter((entry) => !entry.station.is_member).length)));
    radars.append(element("p", say("target", map.target, say(map.target_answers ? "withTransponder" : "withoutTransponder"))));
    radars.append(table([say("radar"), say("distance"), say("sees"), say("why")],
      found.radars.map((entry) => [entry.station.label, kilometres(entry.distance), say(entry.sees ? "yes" : "no"), why(entry.reason)])));
    first.append(element("h4", say("first")));
    for (const period of ["day", "night"]) {
      const able = found.responses[period].filter((entry) => entry.obstacles.length === 0).slice(0, 3);
      first.append(element("h5", say(period)));
      first.append(able.length === 0 ? element("p", nobody(found.responses[period])) : table([say("asset"), say("base"), say("distance"), say("afterOrder")],
        able.map((entry) => [flown(entry.asset), entry.base.name, kilometres(entry.distance), duration(entry.total) + (entry.lands ? "" : " " + say("arrival"))])));
    }
    const certain = certainty(found, altitude);
    if (certain) radars.append(element("p", certain));
    box.append(radars, first);
    return box;
  }

  /// How certain it is that a radar sees the place, and why; nothing where that is not known.
  function certainty(found, altitude) {
    if (found.certainty === null) return "";
    const [low, median, high] = map.certainty.k;
    return [
      () => say("notCertainAt", altitude, high), () => say("certainAt", altitude, low), () => say("likelyAt", altitude, median, low, high),
      () => say("doubtfulAt", altitude, high, median), () => say("certaintyUnknownAt", altitude),
    ][found.certainty]();
  }

  /// With what probability looks detect a target at the place, by height; of the network that is planned with.
  function detection(found, state) {
    if (!found.cell || !found.cell.detection || state.option !== map.options[map.chosen]) return [];
    const percent = (share) => (share === null ? say("unknown") : Math.floor(share * 100) + " %");
    const without = map.without_looks.length ? [element("p", say("probabilityWithout", map.without_looks.join("; ")))] : [];
    return [element("h4", say("detectionProbability")), table([say("altitude"), say("aLook"), say("aMinute")],
      found.cell.detection.map((entry) => [metres(entry.height) + " " + say("agl"), percent(entry.look), percent(entry.minute)])), ...without];
  }

  /// What an asset flies; of several alike at a base the id as well.
  function flown(asset) {
    const name = plan.aircraft.find((item) => item.id === asset.aircraft).name;
    return plan.assets.filter((item) => item.base === asset.base && item.aircraft === asset.aircraft).length > 1 ? `${name} (${asset.id})` : name;
  }

  /// That nobody comes, and what stands in the way of each.
  const nobody = (entries) => [say("nobody"), ...entries.map((entry) => `${flown(entry.asset)}, ${entry.base.name}: ${entry.obstacles.map((obstacle) => say(obstacle)).join(", ")}.`)].join(" ");

  /// The parts of the answer for a strip or any place.
  function parts(found, state, known) {
    const name = !known ? say("position") : known.name.startsWith(known.id) || known.name.endsWith(known.id) ? known.name : known.id + " · " + known.name;
    return [element("h3", name), ...about(found), columns(found, state), ...detection(found, state)];
  }

  return { parts, why };
})();
