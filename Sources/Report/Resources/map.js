"use strict";
// The map: places, routes, rings and reaches as layers that can be switched; a click asks about a place.
const planMap = (() => {
  const form = document.getElementById("map-form"), box = document.getElementById("answer");
  /// What the page holds of the plan.
  let plan, extra, heights, aircraft, bases, distanceUnit;
  function readData() {
    ({ plan, map: extra } = page.data);
    heights = plan.coverage.bands.map((band) => band.height_agl_m);
    aircraft = new Map(plan.aircraft.map((item) => [item.id, item]));
    bases = new Map(plan.bases.map((item) => [item.id, item]));
    distanceUnit = extra.units.distance;
  }
  page.onData(readData);
  const { say } = page, { element, metres, kilometres, group, duration } = figures;
  const find = (id) => document.getElementById(id);
  const state = {
    purchase: null, stations: [], get heights() { return heights; }, mode: "floor", datum: "agl", altitude: 300,
    option: extra.options[extra.chosen],
    /// The altitude as a height above the smooth ground.
    height() { return Math.max(state.datum === "amsl" ? state.altitude - extra.ground_m : state.altitude, 0); },
    /// Classes of the floor from the lowest up, the last one ending at the altitude.
    floorClasses() {
      const limit = terrain.isThere ? terrain.highest : Math.max(...heights, state.height());
      const ends = heights.filter((height) => height < limit).concat([limit]);
      return ends.map((height) => ({ height, rgb: rgb(state.floorColour(height)) }));
    },
    floorColour(height) {
      let index = heights.findIndex((end) => height <= end);
      if (index < 0) index = heights.length;
      // The bands of the scenario, and one more class for what is higher.
      return extra.floor_colours[index];
    },
    certaintyColours() { return ["blue", "green", "amber"].map(state.rgb); },
    /// The altitude band whose certainty is shown over terrain; -1 for none.
    certaintyBand() {
      if (state.datum !== "agl" || state.option !== extra.options[extra.chosen]) return -1;
      return heights.findIndex((height) => height === state.altitude);
    },
    countColours() { return ["n1", "n2", "n3"].map(state.rgb); },
    /// A colour of the page by its name.
    rgb: (name) => rgb(page.colour(name)),
  };
  /// A colour as the canvas shows it over the ground.
  function covered(hex) {
    const share = Number(page.colour("coverage")), ground = rgb(page.colour("ground"));
    return "rgb(" + rgb(hex).map((value, index) => Math.round(value * share + ground[index] * (1 - share))).join(",") + ")";
  }
  function rgb(hex) { return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)); }

  const map = L.map("map-view", { zoomControl: false, preferCanvas: false, minZoom: 2, maxZoom: 14, worldCopyJump: false, zoomSnap: 0.25 });
  map.attributionControl.setPrefix("Leaflet");
  // Leaflet's scale has kilometres and miles; this one has the reader's unit.
  const Scale = L.Control.Scale.extend({
    _updateMetric(most) {
      const isSmall = distanceUnit.symbol === "km" && most < 1000, unit = isSmall ? 1 : distanceUnit.metres;
      const power = 10 ** Math.floor(Math.log10(most / unit)), lead = most / unit / power;
      const round = power * (lead >= 5 ? 5 : lead >= 3 ? 3 : lead >= 2 ? 2 : 1);
      this._updateScale(this._mScale, Number(round.toPrecision(3)) + " " + (isSmall ? "m" : distanceUnit.symbol), round * unit / most);
    },
  });
  new Scale({ imperial: false }).addTo(map);
  let zoom = null, labels = [];

  const svg = L.svg({ padding: 0.4 });
  const groups = {};
  for (const key of ["rings", "radars", "bases", "reach", "strips", "sites", "illuminators", "routes", "detections", "meetings", "flown", "stops", "ways", "border", "region", "nopursuit", "restricted", "demand"]) groups[key] = L.layerGroup();
  groups.coverage = new CoverageLayer(() => state);
  const reach = { who: "all", period: reached ? reached.fields[0].period : "day", minutes: 0 };
  groups.inreach = new ReachLayer(() => reach);
  groups.basemap = L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", { maxZoom: 14, attribution: "© OpenStreetMap contributors" });

  /// Longitudes of a line without jumps at the antimeridian.
  function unwrap(line) {
    let last = null;
    return line.map(([latitude, longitude]) => {
      while (last !== null && longitude - last > 180) longitude -= 360;
      while (last !== null && longitude - last < -180) longitude += 360;
      last = longitude;
      return [latitude, longitude];
    });
  }
  /// Whether the plan's places lie on both sides of the antimeridian; then the map goes on eastward beyond 180°.
  function crosses() {
    const longitudes = [...plan.strips, ...plan.bases].map((item) => item.longitude).concat(extra.options.flatMap((option) => option.stations.map((station) => station.at[1])));
    for (const route of extra.routes) for (const line of route.line) for (const point of line) longitudes.push(point[1]);
    const extent = (values) => values.length ? Math.max(...values) - Math.min(...values) : 0;
    const raw = extent(longitudes);
    return raw > 180 && extent(longitudes.map((longitude) => longitude < 0 ? longitude + 360 : longitude)) < raw;
  }
  const isAcross = crosses();
  /// A place where the map draws it.
  const shift = ([latitude, longitude]) => [latitude, isAcross && longitude < 0 ? longitude + 360 : longitude];
  state.shift = shift;
  const tip = (...lines) => { const made = element("div"); made.append(...lines.filter(Boolean).map((line) => element("div", line))); return made; };
  const polyline = (line, options) => L.polyline(unwrap(line.map(shift)), { renderer: svg, smoothFactor: 0.4, ...options });
  const label = (layer, text) => layer.bindTooltip(element("span", text), { permanent: true, direction: "right", offset: [7, 0], className: "place-label" });
  const drawing = (markup, size) => `<svg width="${size}" height="${size}" viewBox="-10 -10 20 20" aria-hidden="true">${markup}</svg>`;
  const shape = (at, markup, size) => L.marker(at, { keyboard: false, interactive: true,
    icon: L.divIcon({ className: "shape", iconSize: [size, size], html: drawing(markup, size) }) });

  const shapes = {
    radar: (isBought) => `<path d="M0-9 8 7-8 7Z" fill="${page.colour(isBought ? "amber" : "ink")}" stroke="${page.colour(isBought ? "ink" : "page")}" stroke-width="2"/>`,
    member: () => `<path d="M0-9 8 7-8 7Z" fill="${page.colour("page")}" stroke="${page.colour("ink")}" stroke-width="2"/>`,
    illuminator: () => `<path d="M-8-7H8L0 9Z" fill="${page.colour("border")}" stroke="${page.colour("page")}" stroke-width="2"/>`,
    base: () => `<circle r="8" fill="${page.colour("green")}" stroke="${page.colour("page")}" stroke-width="2.5"/><path d="M-3-4V4M3-4V4M-3 0H3" stroke="${page.colour("page")}" stroke-width="2" fill="none"/>`,
    strip: () => `<rect x="-6" y="-6" width="12" height="12" fill="${page.colour("vermilion")}" stroke="${page.colour("page")}" stroke-width="2.5"/>`,
    site: () => `<circle r="6" fill="none" stroke="${page.colour("ink")}" stroke-width="2" stroke-dasharray="3 2"/>`,
    detection: () => `<path d="M0-8 8 0 0 8-8 0Z" fill="${page.colour("page")}" stroke="${page.colour("ink")}" stroke-width="2.5"/>`,
  };
  function place(group, at, markup, size, name, ...lines) {
    const marker = shape(shift(at), markup, size).addTo(group);
    if (page.onPlace) page.onPlace(marker, group, at);
    marker.bindTooltip(tip(name, ...lines), { direction: "top", offset: [0, -6] });
    marker.on("click", (event) => { L.DomEvent.stop(event); ask(at, strip(at)); });
    return marker;
  }
  /// The strip at a place, with what is known of it.
  const strip = (at) => plan.strips.find((item) => item.latitude === at[0] && item.longitude === at[1]);

  function drawPlaces() {
    for (const key of ["radars", "bases", "strips", "sites", "illuminators", "detections"]) groups[key].clearLayers();
    for (const { at, links } of state.stations) {
      for (const { to, title } of links || []) polyline([at, to], { color: page.colour("ink"), weight: 1.3, dashArray: "2 4" }).bindTooltip(tip(title), { sticky: true }).addTo(groups.radars);
    }
    for (const item of extra.illuminators) place(groups.illuminators, item.at, shapes.illuminator(), 15, item.name || item.id, item.text);
    for (const station of state.stations) {
      place(groups.radars, station.at, station.is_member ? shapes.member() : shapes.radar(!station.is_existing), 17, station.name || station.id, station.type, say(station.is_existing ? "existing" : "bought")).setZIndexOffset(1000);
    }
    drawLabels();
    for (const base of plan.bases) {
      const assets = plan.assets.filter((asset) => asset.base === base.id);
      place(groups.bases, [base.latitude, base.longitude], shapes.base(), 25, base.name, ...assets.map((asset) => asset.count + " × " + aircraft.get(asset.aircraft).name));
    }
    for (const item of plan.strips) {
      place(groups.strips, [item.latitude, item.longitude], shapes.strip(), 15, item.id + " · " + item.name, item.is_approximate ? say("approximate") : "");
    }
    const taken = new Set(state.stations.map((station) => station.id));
    for (const site of extra.sites) if (!taken.has(site.id)) place(groups.sites, site.at, shapes.site(), 18, site.name || site.id, say("site"));
    for (const flight of plan.flights) {
      if (flight.first_detection_s === null) continue;
      place(groups.detections, [flight.first_detection_latitude, flight.first_detection_longitude], shapes.detection(), 17,
        say("detected", flight.id, flight.first_detection_local, duration(flight.landing_s - flight.first_detection_s)));
    }
  }

  /// Names next to the radars: those of one place share a label, and a label that would cover another waits for a closer look.
  function drawLabels() {
    for (const layer of labels) layer.remove();
    labels = [];
    const places = [], taken = [];
    for (const station of state.stations) {
      const point = map.latLngToLayerPoint(shift(station.at)), near = places.find((place) => place.point.distanceTo(point) < 12);
      if (near) near.names.push(station.label); else places.push({ point, at: station.at, names: [station.label] });
    }
    for (const { point, at, names } of places) {
      const text = names.join(" / "), box = L.bounds([point.x + 8, point.y - 8], [point.x + 16 + 7 * text.length, point.y + 8]);
      if (taken.some((other) => other.overlaps(box))) continue;
      taken.push(box);
      labels.push(label(L.circleMarker(shift(at), { radius: 1, opacity: 0, fillOpacity: 0, interactive: false, renderer: svg }), text).addTo(groups.radars));
    }
  }

  function drawLines() {
    for (const key of ["routes", "meetings", "flown", "stops", "ways", "border", "region"]) groups[key].clearLayers();
    drawAreas();
    const flights = new Map(plan.flights.map((flight) => [flight.id, flight]));
    for (const way of extra.flown) {
      const text = tip(way.asset + " → " + way.strip + ", " + say(way.period), say("flownTimes", ...way.minutes.map((minutes) => minutes.toFixed(0))));
      polyline(way.line, { color: page.colour("green"), weight: 2.5 }).bindTooltip(text, { sticky: true }).addTo(groups.flown);
      polyline([way.line[0], way.line[way.line.length - 1]], { color: page.colour("green"), weight: 1, dashArray: "2 5" }).addTo(groups.flown);
    }
    for (const leg of extra.legs) {
      const text = tip(leg.asset + " → " + leg.strip + ", " + say(leg.period), say("leg", leg.place, leg.minutes.toFixed(0)));
      for (const line of leg.lines) polyline(line, { color: page.colour("green"), weight: 2, dashArray: "6 4" }).bindTooltip(text, { sticky: true }).addTo(groups.flown);
    }
    for (const stop of extra.stops) {
      L.circleMarker(shift(stop.at), { renderer: svg, radius: 6, color: page.colour("ink"), weight: 1.5, fillColor: page.colour(stop.kind === "refuelling" ? "amber" : "page"), fillOpacity: 1 }).bindTooltip(tip(stop.name, say(stop.kind))).addTo(groups.stops);
    }
    for (const route of extra.routes) {
      const flight = flights.get(route.flight);
      const text = tip(flight.id + " · " + flight.name + ", " + say(route.leg), say("verdict") + ": " + say(flight.verdict));
      for (const line of route.line) polyline(line, { color: page.colour("vermilion"), weight: 2, dashArray: route.leg === "inbound" ? "5 5" : "1 6" }).bindTooltip(text, { sticky: true }).addTo(groups.routes);
      for (const part of route.seen) for (const line of part) polyline(line, { color: page.colour("vermilion"), weight: 3 }).bindTooltip(text, { sticky: true }).addTo(groups.routes);
      for (const part of route.meetings) for (const line of part) polyline(line, { color: page.colour("green"), weight: 8, opacity: 0.55 }).addTo(groups.meetings);
    }
    for (const way of extra.ways) {
      const first = way.first_seen ? say("wayFirst", kilometres(way.first_seen_before_m), way.radars.join("; ")) : say("wayUnseen");
      const text = tip(say("way", way.strip), way.detected ? say("wayLooks", way.detected, way.tracked) : say("waySeen", kilometres(way.seen_m), kilometres(way.length_m)), first);
      for (const line of way.line) {
        polyline(line, { color: page.colour("page"), weight: 5, opacity: 0.7, interactive: false }).addTo(groups.ways);
        polyline(line, { color: page.colour("ink"), weight: 2.5, dashArray: "9 3" }).bindTooltip(text, { sticky: true }).addTo(groups.ways);
      }
      if (way.first_seen) L.circleMarker(shift(way.first_seen), { renderer: svg, radius: 5, color: page.colour("ink"), weight: 2, fillColor: page.colour("page"), fillOpacity: 1 }).bindTooltip(text, { sticky: true }).addTo(groups.ways);
    }
    for (const ring of extra.region) polyline(ring.concat([ring[0]]), { color: page.colour("ink"), weight: 1.5, opacity: 0.7, dashArray: "2 4", interactive: false }).addTo(groups.region);
    for (const line of extra.border) polyline(line, { color: page.colour("border"), weight: 2.5, dashArray: "10 4 2 4", interactive: false }).addTo(groups.border);
  }

  /// Closed rings in one colour, below all lines; a click on one asks about the place, as anywhere.
  function area(rings, colour, dash, text, group) {
    const made = L.polygon(rings.map((ring) => unwrap(ring.map(shift))), { renderer: svg, smoothFactor: 0.4, color: page.colour(colour), weight: 2, dashArray: dash, fillOpacity: 0.15 });
    made.on("add", () => made.bringToBack());
    made.bindTooltip(text, { sticky: true }).addTo(group);
  }

  /// From which altitude to which an area counts, and when.
  function limits({ bottom_m: bottom, top_m: top, hours }) {
    const altitudes = bottom === null && top === null ? say("areaAllAltitudes")
      : say("areaAltitudes", bottom === null ? say("areaGround") : metres(bottom), top === null ? say("areaNoTop") : metres(top));
    return altitudes + ", " + (hours || say("areaAlways"));
  }

  const demandRadius = (size) => 3 + 9 * size;
  function drawAreas() {
    for (const key of ["nopursuit", "restricted", "demand"]) groups[key].clearLayers();
    for (const rings of extra.no_pursuit) area(rings, "border", "2 4", tip(say("closedToPursuit")), groups.nopursuit);
    for (const item of extra.restricted) area([item.ring], "vermilion", "8 3", tip(item.name, limits(item)), groups.restricted);
    for (const item of extra.demand) {
      L.circleMarker(shift(item.at), { renderer: svg, radius: demandRadius(item.size), color: page.colour("ink"), weight: 1, fillColor: page.colour("amber"), fillOpacity: 0.65 })
        .bindTooltip(tip(item.name, say("weight", item.weight)), { sticky: true }).addTo(groups.demand);
    }
  }

  function drawRings() {
    groups.rings.clearLayers();
    for (const station of state.stations) {
      for (const { lines, outer } of lookup.areas(extra, station, state.height())) {
        for (const line of lines) polyline(line.concat([line[0]]), { color: page.colour("ink"), weight: 1.3, opacity: 0.8 }).bindTooltip(tip(station.label, kilometres(outer)), { sticky: true }).addTo(groups.rings);
      }
    }
  }

  /// Circles of 10, 20 and 30 minutes after take-off.
  function drawReach() {
    groups.reach.clearLayers();
    for (const { base: id, minutes, aircraft: type, radius_m: radius } of extra.reach) {
      const base = bases.get(id), ring = geodesy.circle([base.latitude, base.longitude], radius, 120);
      polyline(ring.concat([ring[0]]), { color: page.colour("green"), weight: 3 - minutes / 15, dashArray: minutes === 10 ? null : minutes === 20 ? "8 4" : "2 5" })
        .bindTooltip(tip(say("reachPopup", base.name, minutes, type)), { sticky: true }).addTo(groups.reach);
    }
  }

  // ---- What a place can be asked.

  const facts = (at, known) => lookup.facts(page.data, terrain, state, at, known);

  let asked = null, pin = null;
  function ask(at, known) {
    at = [at[0], ((at[1] + 540) % 360) - 180];
    asked = { at, known };
    if (pin) pin.remove();
    pin = L.circleMarker(shift(at), { radius: 9, color: page.colour("accent"), weight: 3, fillOpacity: 0, interactive: false, renderer: svg }).addTo(map);
    const found = facts(at, known);
    box.replaceChildren(...answer.parts(found, state, known));
    return found;
  }

  // ---- Form, legend and text.

  function legend() {
    const items = [];
    const swatch = (style, text, className) => {
      const item = element("span", undefined, "swatch"), mark = element("i", undefined, className);
      Object.assign(mark.style, style);
      item.append(mark, element("span", text));
      items.push(item);
    };
    if (groups.inreach && map.hasLayer(groups.inreach) && !map.hasLayer(groups.coverage)) {
      // The colours are those of reach alone.
    } else if (state.mode === "certainty") {
      if (!extra.is_over_terrain || state.certaintyBand() >= 0) {
        ["certain", "likely", "doubtful"].forEach((key, index) => swatch({ background: covered(page.colour(["blue", "green", "amber"][index])) }, say(key)));
      }
    } else if (state.mode === "count") ["count1", "count2", "count3"].forEach((key, index) => swatch({ background: covered(page.colour("n" + (index + 1))) }, say(key)));
    else {
      const limit = state.datum === "agl" ? state.altitude : Infinity;
      for (const entry of heights.filter((height) => height < limit).concat(state.datum === "agl" ? [limit] : [])) swatch({ background: covered(state.floorColour(entry)) }, say("upTo", metres(entry)));
    }
    if (map.hasLayer(groups.coverage) && groups.coverage.isHatched) swatch({}, say("unknownLegend"), "hatched");
    if (groups.inreach && map.hasLayer(groups.inreach)) {
      for (const { end, colour } of reachClasses(reach.minutes)) swatch({ background: covered(colour) }, say("reachedWithin", end));
      if (groups.inreach.isHatched) swatch({}, say("reachUnknown"), "hatched");
    }
    symbols(items);
    find("legend").replaceChildren(...items);
  }

  /// What the marks and lines of the layers that are shown mean; their names are those of their switches.
  function symbols(items) {
    const mark = (markup, text) => {
      const item = element("span", undefined, "swatch");
      item.innerHTML = drawing(markup, 16);
      item.append(element("span", text));
      items.push(item);
    };
    const line = (colour, style, text) => {
      const item = element("span", undefined, "swatch"), stroke = element("i", undefined, "line");
      Object.assign(stroke.style, { borderTopColor: page.colour(colour), borderTopStyle: style });
      item.append(stroke, element("span", text));
      items.push(item);
    };
    const patch = (colour, style, text) => {
      const item = element("span", undefined, "swatch"), box = element("i");
      Object.assign(box.style, { border: "2px " + style + " " + page.colour(colour), background: "color-mix(in srgb, " + page.colour(colour) + " 15%, transparent)" });
      item.append(box, element("span", text));
      items.push(item);
    };
    for (const layer of form.elements.layer) {
      if (!layer.checked) continue;
      const name = layer.parentElement.innerText.trim();
      switch (layer.value) {
        case "radars":
          for (const isBought of [false, true]) if (state.stations.some((station) => !station.is_member && station.is_existing !== isBought)) mark(shapes.radar(isBought), say("radar") + ", " + say(isBought ? "bought" : "existing"));
          if (state.stations.some((station) => station.is_member)) mark(shapes.member(), say("systemMember"));
          if (state.stations.some((station) => station.links)) line("ink", "dotted", say("link"));
          break;
        case "illuminators": mark(shapes.illuminator(), name); break;
        case "bases": mark(shapes.base(), name); break;
        case "strips": mark(shapes.strip(), name); break;
        case "sites": mark(shapes.site(), name); break;
        case "detections": mark(shapes.detection(), name); break;
        case "routes":
          line("vermilion", "dashed", name + ", " + say("inbound"));
          if (extra.routes.some((route) => route.leg === "outbound" && route.line.length)) line("vermilion", "dotted", name + ", " + say("outbound"));
          line("vermilion", "solid", say("seenByRadar", name));
          break;
        case "meetings": case "reach": line("green", "solid", name); break;
        case "flown":
          line("green", "solid", name);
          if (extra.flown.length) line("green", "dotted", say("straightLine"));
          break;
        case "stops":
          for (const kind of ["refuelling", "hand_over"]) if (extra.stops.some((stop) => stop.kind === kind)) mark(`<circle r="6" fill="${page.colour(kind === "refuelling" ? "amber" : "page")}" stroke="${page.colour("ink")}" stroke-width="1.5"/>`, say(kind));
          break;
        case "rings": line("ink", "solid", name); break;
        case "ways":
          line("ink", "dashed", name);
          if (extra.ways.some((way) => way.first_seen)) mark(`<circle r="6" fill="${page.colour("page")}" stroke="${page.colour("ink")}" stroke-width="2.5"/>`, say("firstSeen"));
          break;
        case "border": line("border", "dashed", name); break;
        case "nopursuit": patch("border", "dotted", name); break;
        case "restricted":
          for (const item of extra.restricted.slice(0, 6)) patch("vermilion", "dashed", item.name + ": " + limits(item));
          if (extra.restricted.length > 6) patch("vermilion", "dashed", name + ", +" + (extra.restricted.length - 6));
          break;
        case "demand": {
          const [most, least] = [extra.demand[0], extra.demand[extra.demand.length - 1]];
          for (const item of least.weight === most.weight ? [most] : [most, least]) {
            mark(`<circle r="${demandRadius(item.size) * 0.75}" fill="${page.colour("amber")}" fill-opacity="0.65" stroke="${page.colour("ink")}" stroke-width="1.2"/>`, name + ", " + say("weight", item.weight).toLowerCase());
          }
          break;
        }
        case "region": line("ink", "dotted", name); break;
      }
    }
  }

  function areaText() {
    const band = state.datum === "agl" ? heights.findIndex((height) => height === state.altitude) : -1;
    if (band < 0) return say("seenNoArea", heights.map(metres).join(", "));
    if (state.mode === "certainty") {
      const chosen = extra.options[extra.chosen], kinds = extra.certainty.areas_km2[band];
      if (state.option !== chosen) return say("certaintyOther", find("network").options[extra.chosen].text);
      return say("certaintyArea", metres(state.altitude), ...kinds.map((area) => group(area))) + (extra.is_over_terrain ? " " + say("byBand", heights.map(metres).join(", ")) : "");
    }
    const areas = state.option.areas_km2[band];
    return say("seenArea", metres(state.altitude), group(areas[0] || 0), group(areas[1] || 0));
  }

  function readForm() {
    // At a band the altitude is that of plan.json, to the last digit.
    const stop = extra.stops_m[Number(find("altitude").value)];
    state.altitude = heights.find((height) => Math.abs(height - stop) < 0.01) ?? stop;
    state.mode = form.elements.mode.value;
    // Over terrain certainty is known at the altitude bands: the nearest one is shown.
    const isByBand = state.mode === "certainty" && extra.is_over_terrain;
    for (const choice of form.elements.datum) choice.disabled = isByBand;
    state.datum = isByBand ? "agl" : form.elements.datum.value;
    if (isByBand) {
      state.altitude = heights.reduce((near, height) => (Math.abs(height - stop) < Math.abs(near - stop) ? height : near));
      // The slider goes with it.
      const band = extra.stops_m.findIndex((height) => Math.abs(height - state.altitude) < 0.01);
      if (band >= 0) find("altitude").value = String(band);
    }
    state.option = extra.options[Number(find("network").value)];
    state.purchase = state.option.id;
    state.stations = state.option.stations;
  }

  let frame = null;
  function repaint() {
    readForm();
    const altitude = metres(state.altitude) + " " + say(state.datum);
    find("altitude-text").textContent = altitude;
    find("altitude").setAttribute("aria-valuetext", altitude);
    find("area-text").textContent = areaText();
    legend();
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      groups.coverage.paint();
      legend();
      if (map.hasLayer(groups.rings)) drawRings();
      if (asked) ask(asked.at, asked.known);
    });
  }

  /// What the controls of reach say.
  function readReachForm() {
    if (!reached) return;
    reach.who = find("reach-who").value;
    const period = form.elements["reach-period"];
    reach.period = period ? period.value : reached.fields[0].period;
    reach.minutes = Number(find("reach-minutes").value);
    const text = say("reachedWithin", reach.minutes), field = reached.fields[reached.field(reach.who, reach.period)];
    find("reach-text").textContent = text;
    find("reach-minutes").setAttribute("aria-valuetext", text);
    const share = field ? field.shares[Math.min(reach.minutes, field.shares.length - 1)] : null;
    find("reach-share").textContent = share === null || share === undefined ? "–" : say("reachShare", (share * 100).toFixed(1) + " %");
  }

  function repaintReach() {
    readReachForm();
    if (groups.inreach && map.hasLayer(groups.inreach)) groups.inreach.paint();
    legend();
  }

  function switchLayers() {
    for (const { value, checked } of form.elements.layer) {
      const layer = groups[value];
      if (checked && !map.hasLayer(layer)) map.addLayer(layer);
      if (!checked && map.hasLayer(layer)) map.removeLayer(layer);
    }
  }

  function redraw() {
    readForm(); readReachForm();
    drawPlaces(); drawLines(); drawRings(); drawReach();
    if (zoom) zoom.remove();
    zoom = L.control.zoom({ zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut") }).addTo(map);
    repaint();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.id.startsWith("reach-") || event.target.name === "reach-period") { repaintReach(); return; }
    if (event.target.name === "layer" && event.target.value === "inreach" && event.target.checked) {
      // Two pictures over each other say nothing: the reader may show the coverage again.
      for (const layer of form.elements.layer) if (layer.value === "coverage") layer.checked = false;
    }
    if (event.target.name === "layer") { switchLayers(); if (event.target.value === "rings") drawRings(); legend(); return; }
    if (event.target.id === "network") { readForm(); drawPlaces(); drawRings(); }
    repaint();
  });
  find("map-view").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "map-view") { const centre = map.getCenter(); ask([centre.lat, centre.lng]); }
  });
  map.on("zoomend", drawLabels);
  map.on("moveend", legend);
  map.on("click", (event) => ask([event.latlng.lat, event.latlng.lng]));

  // The frame: places that the plan is about.
  find("network").value = String(extra.chosen);
  const bounds = L.latLngBounds([]);
  for (const item of [...plan.strips, ...plan.bases]) bounds.extend(shift([item.latitude, item.longitude]));
  for (const station of extra.options[extra.chosen].stations) bounds.extend(shift(station.at));
  for (const route of extra.routes) for (const line of route.line) for (const point of unwrap(line.map(shift))) bounds.extend(point);
  // As large as they fit, between two stops of the zoom.
  const snap = map.options.zoomSnap;
  map.options.zoomSnap = 0;
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [16, 16] }); else map.setView([0, 0], 3);
  map.options.zoomSnap = snap;
  svg.addTo(map);
  page.onChange(redraw);
  switchLayers();
  /// Paints what is packed, once it is unpacked.
  function unpacked() {
    if (reached) reached.ready.then(repaintReach, () => {});
    return terrain.ready.then(() => repaint(), (error) => { find("area-text").textContent = say(error.message === "noUnpacking" ? "noUnpacking" : "unknownGround"); });
  }
  page.onData(unpacked);

  return { map, state, ask, facts, switchLayers, redraw, shift, groups, shape, polyline };
})();
