"use strict";
// Handles on the map, the floor of a radar that is being moved, two variants side by side, search and files that are dropped.
(() => {
  const { state, say, element } = live, { map, shift, groups } = planMap;
  const kinds = new Map([[groups.radars, ["sites"]], [groups.sites, ["sites"]], [groups.bases, ["bases"]], [groups.strips, ["strips"]], [groups.illuminators, ["illuminators"]]]);

  /// The row that stands at a place; undefined for none.
  function rowAt(layers, [latitude, longitude]) {
    for (const key of layers) {
      const layer = state.records && state.records.layers.find((one) => one.key === key);
      const row = layer && layer.rows.find((one) => one.position && Math.abs(one.position.latitude - latitude) < 1e-6 && Math.abs(geodesy.turned(one.position.longitude - longitude + 180) - 180) < 1e-6);
      if (row) return { layer: key, id: row.id };
    }
    return undefined;
  }
  const text = (point) => `${point.lat.toFixed(6)}, ${((((point.lng + 180) % 360) + 360) % 360 - 180).toFixed(6)}`;

  // ---- Moving.

  let moving = 0, asked = 0;
  page.onPlace = (marker, group, at) => {
    const layers = kinds.get(group);
    if (!layers) return;
    // A marker of a layer that is not shown can be moved once it is.
    marker.options.draggable = true;
    if (marker.dragging) marker.dragging.enable();
    marker.on("click", () => { const row = rowAt(layers, at); if (row) live.select(row.layer, row.id); });
    let row = null, drag = null, rest = null;
    marker.on("dragstart", () => { row = rowAt(layers, at); drag = "drag-" + Date.now(); moving++; marker.closeTooltip(); });
    marker.on("drag", () => {
      if (!row) return;
      const point = marker.getLatLng();
      if (group === groups.radars || group === groups.sites) preview(row, point, ++asked);
      // Where the hand rests, the answers follow.
      clearTimeout(rest);
      rest = setTimeout(() => live.edit([{ op: "set", ...row, fields: { position: text(point) } }], drag), 350);
    });
    marker.on("dragend", () => {
      moving--;
      clearTimeout(rest);
      if (!row) return planMap.redraw();
      live.select(row.layer, row.id);
      live.edit([{ op: "set", ...row, fields: { position: text(marker.getLatLng()) } }], drag);
    });
  };

  // ---- The floor of the radar that is moved.

  const overlay = L.imageOverlay("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", [[0, 0], [0, 0]], { opacity: 0.75, className: "live-preview" });
  const canvas = document.createElement("canvas"), pageKey = "page-" + Math.random().toString(36).slice(2);
  const preview = live.newest(async (row, point, number) => {
    const answer = await fetch("api/v1/" + live.path("preview"), { method: "POST", cache: "no-store", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number, page: pageKey, layer: row.layer, station: row.id, fields: { position: text(point) } }) });
    if (!answer.ok) return;
    // ATF1, the length of the head, the head, the cells.
    const bytes = await answer.arrayBuffer(), length = new DataView(bytes).getUint32(4, true);
    const of = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length))), cells = new Uint16Array(bytes, 8 + length);
    if (moving) paint(of, cells);
  });
  /// Paints a floor whose rows are equally spaced in latitude on a map whose rows are not.
  function paint({ corners, rows, columns, not_seen: unseen, unknown }, cells) {
    // The box around the corners: a grid whose axes do not lie north and east is drawn upright until the hand rests.
    const latitudes = corners.map(([latitude]) => latitude), first = corners[0][1];
    const longitudes = corners.map(([, longitude]) => first + geodesy.turned(longitude - first + 180) - 180);
    const [north, south, west, east] = [Math.max(...latitudes), Math.min(...latitudes), Math.min(...longitudes), Math.max(...longitudes)];
    const classes = planMap.state.floorClasses(), y = (latitude) => map.project([latitude, 0], 8).y;
    const [top, bottom] = [y(north), y(south)], height = rows;
    canvas.width = columns; canvas.height = height;
    const context = canvas.getContext("2d"), image = context.createImageData(columns, height), limit = planMap.state.altitude;
    for (let line = 0; line < height; line++) {
      const latitude = map.unproject([0, top + (line + 0.5) / height * (bottom - top)], 8).lat;
      const row = Math.min(rows - 1, Math.max(0, Math.floor((north - latitude) / (north - south) * rows)));
      for (let column = 0; column < columns; column++) {
        const floor = cells[row * columns + column], at = (line * columns + column) * 4;
        if (floor === unseen || floor === unknown || floor > limit) continue;
        const colour = (classes.find((one) => floor <= one.height) || classes[classes.length - 1]).rgb;
        image.data.set([...colour, 235], at);
      }
    }
    context.putImageData(image, 0, 0);
    const corner = shift([south, west]);
    overlay.setUrl(canvas.toDataURL()).setBounds([corner, [north, corner[1] + (east - west)]]).addTo(map);
  }
  page.onData(() => { if (!moving) overlay.remove(); });

  // ---- Two variants side by side.

  const other = new CoverageLayer(() => planMap.state, () => (state.compared ? prepareTerrain(state.compared.update.data.terrain) : terrain));
  other.isOver = true;
  const divider = element("input");
  Object.assign(divider, { type: "range", min: 0, max: 100, value: 50, className: "live-swipe screen" });
  function clip() {
    if (!state.compared || !other.canvas) return;
    const width = map.getSize().x, x = width * divider.value / 100, margin = other.margin || 0;
    const offset = L.DomUtil.getPosition(other.canvas).x + map.containerPointToLayerPoint([0, 0]).multiplyBy(-1).x;
    other.canvas.style.clipPath = `inset(0 0 0 ${Math.max(0, x - offset)}px)`;
    const own = groups.coverage.canvas;
    if (own) own.style.clipPath = `inset(0 ${Math.max(0, own.width - (x + margin))}px 0 0)`;
  }
  divider.addEventListener("input", clip);
  map.on("move moveend zoomend resize", clip);
  document.querySelector(".map-side").prepend(divider);
  live.onChange(() => {
    divider.hidden = !state.compared;
    divider.setAttribute("aria-label", say("liveSwipe"));
    if (state.compared && !map.hasLayer(other)) map.addLayer(other);
    if (!state.compared && map.hasLayer(other)) { map.removeLayer(other); if (groups.coverage.canvas) groups.coverage.canvas.style.clipPath = ""; }
    if (state.compared) { other.paint(); clip(); }
  });

  // ---- Search.

  const search = element("form", undefined, "live-search screen"), input = element("input"), find = element("button", say("liveFind"));
  input.type = "search";
  search.append(input, find);
  search.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanted = input.value.trim();
    if (!wanted) return;
    for (const layer of state.records ? state.records.layers : []) {
      const row = layer.rows.find((one) => one.position && (one.id === wanted || (one.cells.name || "").toLowerCase() === wanted.toLowerCase()));
      if (row) { live.select(layer.key, row.id); show([row.position.latitude, row.position.longitude]); return; }
    }
    try { const [found] = await live.call("GET", "locate?text=" + encodeURIComponent(wanted)); show([found.latitude, found.longitude]); } catch { state.problems = [say("liveNotFound", wanted)]; live.select(state.chosen.layer, state.chosen.id); }
  });
  function show(at) { map.setView(shift(at), Math.max(map.getZoom(), 10)); planMap.ask(at); }
  document.querySelector(".map-side").prepend(search);

  // ---- Files.

  const file = element("input"), importer = element("label", undefined, "live-import small");
  file.type = "file"; file.accept = ".kml,.kmz,.csv,.geojson,.json,.gpkg,.zip";
  const words = element("span");
  importer.append(words, file);
  document.getElementById("live-edit").append(importer);
  async function take(one) {
    const layer = state.chosen.layer && state.chosen.layer !== "settings" ? state.chosen.layer : "sites";
    live.inTurn(async () => { await live.copied(); await live.call("POST", live.path(`import?layer=${encodeURIComponent(layer)}&name=${encodeURIComponent(one.name)}`), one, "application/octet-stream"); });
  }
  file.addEventListener("change", () => { if (file.files[0]) take(file.files[0]); file.value = ""; });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]); });

  page.onChange(() => {
    input.placeholder = say("liveSearch"); input.setAttribute("aria-label", say("liveSearch"));
    find.textContent = say("liveFind");
    words.textContent = say("liveImport") + " "; importer.title = say("liveDrop");
  });
  planMap.redraw();
  live.start();
})();
