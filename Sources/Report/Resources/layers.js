"use strict";
// The coverage on the map: one canvas that is painted again when the map, the altitude or the network changes.
const CoverageLayer = typeof L === "undefined" ? null : L.Layer.extend({
  /// - state(): { stations, altitude, datum, mode, heights, purchase, shift }
  /// - grids(): other grids than the plan's, as of a plan to compare with
  initialize(state, grids) { this.state = state; this.terrain = grids || (() => terrain); },

  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "coverage leaflet-zoom-hide");
    const pane = map.getPanes().overlayPane, canvases = pane.querySelectorAll("canvas.coverage");
    pane.insertBefore(this.canvas, this.isOver && canvases.length ? canvases[canvases.length - 1].nextSibling : pane.firstChild);
    map.on("moveend zoomend resize", this.paint, this);
    this.paint();
  },

  onRemove(map) {
    map.off("moveend zoomend resize", this.paint, this);
    this.canvas.remove();
  },

  /// An empty canvas where the map is; null where it is not shown, as on paper.
  prepare() {
    if (!this._map) return null;
    const map = this._map, size = map.getSize();
    if (!size.x || !size.y) return null;
    // A margin on every side, so that dragging shows no bare edge.
    this.margin = Math.round(Math.max(size.x, size.y) / 4);
    const width = size.x + 2 * this.margin, height = size.y + 2 * this.margin;
    if (this.canvas.width !== width || this.canvas.height !== height) { this.canvas.width = width; this.canvas.height = height; }
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([-this.margin, -this.margin]));
    const context = this.canvas.getContext("2d", { willReadFrequently: true });
    context.clearRect(0, 0, width, height);
    return context;
  },

  paint() {
    const context = this.prepare();
    if (!context) return;
    const state = this.state(), terrain = this.terrain();
    const network = terrain.isReady ? terrain.network(state.purchase) : undefined;
    if (network) this.paintGrid(context, state, network);
    // Over terrain the smooth Earth's coverage would be another answer than the plan's.
    else if (page.data.map.is_over_terrain) return;
    else if (state.mode === "count") this.paintCounts(context, state);
    else if (state.mode === "certainty") this.paintCertainty(context, state);
    else this.paintFloors(context, state);
  },

  /// Closed lines on the canvas.
  path(lines, state) {
    const path = new Path2D();
    for (const line of lines) {
      line.forEach((place, index) => {
        const point = this._map.latLngToContainerPoint(state.shift(place));
        if (index) path.lineTo(point.x + this.margin, point.y + this.margin);
        else path.moveTo(point.x + this.margin, point.y + this.margin);
      });
      path.closePath();
    }
    return path;
  },

  /// What is seen under the best of the bands, over it what is seen at the median, and over that what is certain.
  paintCertainty(context, state) {
    const { sights, certainty } = page.data.map;
    [certainty.best, certainty.likely, sights].forEach((seen, index) => {
      context.fillStyle = page.colour(["amber", "green", "blue"][index]);
      for (const station of state.stations) {
        const lines = lookup.areas({ ...page.data.map, sights: seen }, station, state.height()).flatMap((area) => area.lines);
        context.fill(this.path(lines, state), "evenodd");
      }
    });
  },

  /// The edges of what a station sees.
  lines: (station, height) => lookup.areas(page.data.map, station, height).flatMap((area) => area.lines),

  /// Every class of heights up to the altitude, the lowest last, so that each place shows the lowest that is seen there.
  paintFloors(context, state) {
    const limit = state.height();
    const heights = state.heights.filter((height) => height < limit).concat([limit]);
    for (const height of heights.reverse()) {
      context.fillStyle = state.floorColour(height);
      for (const station of state.stations) {
        context.fill(this.path(this.lines(station, height), state), "evenodd");
      }
    }
  },

  /// Adds up the rings as opacity, then gives each sum its colour.
  paintCounts(context, state) {
    const step = 40;
    context.save();
    context.globalCompositeOperation = "lighter";
    context.globalAlpha = step / 255;
    for (const station of state.stations) {
      context.fill(this.path(this.lines(station, state.height()), state), "evenodd");
    }
    context.restore();
    const image = context.getImageData(0, 0, this.canvas.width, this.canvas.height), pixels = image.data;
    const colours = state.countColours();
    for (let i = 0; i < pixels.length; i += 4) {
      const count = Math.min(Math.round(pixels[i + 3] / step), 3);
      if (!count) { pixels[i + 3] = 0; continue; }
      [pixels[i], pixels[i + 1], pixels[i + 2]] = colours[count - 1];
      pixels[i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  },

  /// The pixels where a radar could see if the ground were known: what is opaque there.
  ranges(state) {
    const canvas = document.createElement("canvas");
    canvas.width = this.canvas.width; canvas.height = this.canvas.height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    for (const station of state.stations) {
      const { is_site_unknown: isUnknown, range_m: range, azimuths_deg: azimuths } = page.data.map.sights[station.sight];
      if (isUnknown || !(range > 0)) continue;
      context.fill(this.path(azimuths.flatMap((span) => geodesy.area(station.at, span, 0, range, 180)), state));
    }
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  },

  /// Whether the map shows places of which it is not known whether a radar sees them.
  isHatched: false,

  /// Hillshade, and over it the floor's class or the number of radars, cell by cell.
  paintGrid(context, state, network) {
    const terrain = this.terrain(), map = this._map, width = this.canvas.width, height = this.canvas.height;
    const image = context.createImageData(width, height), pixels = image.data;
    const columns = new Int32Array(width);
    for (let x = 0; x < width; x++) columns[x] = terrain.column(map.containerPointToLatLng([x - this.margin, 0]).lng);
    const isAboveSea = state.datum === "amsl", altitude = state.altitude, counts = state.countColours();
    // The classes of certainty at the band that is shown; none for another network than the plan's.
    const kinds = state.mode !== "certainty" ? null : terrain.certainty[state.certaintyBand()] || new Uint8Array(network.lowest[0].length);
    const certain = state.certaintyColours();
    const classes = state.floorClasses(), isCount = state.mode === "count";
    const ranges = this.ranges(state);
    this.isHatched = false;
    const isShown = (at, size) => at >= this.margin && at < size - this.margin;
    const isHatched = (x, y) => { if (isShown(x, width) && isShown(y, height)) this.isHatched = true; return (x + y) % 8 < 3; };
    const unknown = state.rgb("unknown"), bare = terrain.hillshade ? state.rgb("bare") : [0, 0, 0];
    for (let y = 0; y < height; y++) {
      const row = terrain.row(map.containerPointToLatLng([0, y - this.margin]).lat);
      for (let x = 0; x < width; x++) {
        if (row < 0 || columns[x] < 0) {
          // Outside the terrain, within the range of a radar.
          if (ranges[(y * width + x) * 4 + 3] && isHatched(x, y)) pixels.set([...unknown, 255], (y * width + x) * 4);
          continue;
        }
        const cell = row * terrain.columns + columns[x], at = (y * width + x) * 4;
        let floor = network.lowest[0][cell], seen = 0;
        const light = terrain.hillshade ? 0.45 + 0.55 * terrain.hillshade[cell] / 255 : 1;
        let colour = null;
        if (kinds) { const kind = kinds[cell]; colour = kind === 4 ? (isHatched(x, y) ? unknown : null) : kind ? certain[kind - 1] : null; }
        else if (floor === terrain.UNKNOWN) { colour = isHatched(x, y) ? unknown : null; } else {
          const limit = isAboveSea ? altitude - (terrain.ground[cell] + terrain.base) : altitude;
          // Below a cone of silence, or where the range ends above: radar by radar.
          if (network.limited[cell]) ({ count: seen, floor } = terrain.seen(network, cell, limit));
          if (floor <= limit && floor !== terrain.UNSEEN) {
            if (isCount) { let n = Math.min(Math.max(seen, 1), 3) - 1; if (!seen) while (n < 2 && network.lowest[n + 1][cell] <= limit && network.lowest[n + 1][cell] < terrain.UNSEEN) n++; colour = counts[n]; }
            else { let i = 0; while (i < classes.length - 1 && floor > classes[i].height) i++; colour = classes[i].rgb; }
          }
        }
        const [r, g, b] = colour || bare;
        pixels[at] = r * light; pixels[at + 1] = g * light; pixels[at + 2] = b * light;
        pixels[at + 3] = colour || terrain.hillshade ? 255 : 0;
      }
    }
    context.putImageData(image, 0, 0);
  },
});
