"use strict";
// What assets reach: minutes by cell, compared with those of the slider.
function readReach(packed) {
  if (!packed) return null;
  const UNREACHED = 65534, UNKNOWN = 65535;
  const grid = {
    ...packed, packed, isReady: false, cells: [], UNREACHED, UNKNOWN,
    column(longitude) {
      const offset = (((longitude - packed.west) % 360) + 360) % 360;
      const x = Math.floor(offset / (packed.east - packed.west) * packed.columns);
      return x >= 0 && x < packed.columns ? x : -1;
    },
    row(latitude) {
      const y = Math.floor((packed.north - latitude) / (packed.north - packed.south) * packed.rows);
      return y >= 0 && y < packed.rows ? y : -1;
    },
    /// The place of who and when in the list of fields; -1 for none.
    field: (who, period) => packed.fields.findIndex((field) => field.who === who && field.period === period),
    /// Tenths of minutes at a place; null outside.
    at(field, latitude, longitude) {
      const x = grid.column(longitude), y = grid.row(latitude);
      return x < 0 || y < 0 || !grid.cells[field] ? null : grid.cells[field][y * packed.columns + x];
    },
  };
  grid.ready = (async () => {
    if (typeof DecompressionStream === "undefined") throw new Error("noUnpacking");
    for (const field of packed.fields) grid.cells.push(await unpack.wide(field.tenths, packed.columns));
    grid.isReady = true;
  })();
  return grid;
}
let reached = null;
page.onData(() => { if (!reached || reached.packed !== page.data.reach) reached = readReach(page.data.reach); });

const ReachLayer = typeof L === "undefined" ? null : CoverageLayer.extend({
  /// Lies over the coverage.
  isOver: true,

  /// - state(): { who, period, minutes }
  paint() {
    const context = this.prepare();
    if (!context || !reached || !reached.isReady) return;
    const { who, period, minutes } = this.state(), cells = reached.cells[reached.field(who, period)];
    if (!cells) return;
    const map = this._map, width = this.canvas.width, height = this.canvas.height;
    const image = context.createImageData(width, height), pixels = image.data;
    const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    const ends = reachClasses(minutes).map(({ end, colour }) => ({ end: end * 10, rgb: rgb(colour) }));
    const unknown = rgb(page.colour("unknown"));
    const columns = new Int32Array(width);
    for (let x = 0; x < width; x++) columns[x] = reached.column(map.containerPointToLatLng([x - this.margin, 0]).lng);
    this.isHatched = false;
    for (let y = 0; y < height; y++) {
      const row = reached.row(map.containerPointToLatLng([0, y - this.margin]).lat);
      if (row < 0) continue;
      for (let x = 0; x < width; x++) {
        if (columns[x] < 0) continue;
        const value = cells[row * reached.columns + columns[x]], at = (y * width + x) * 4;
        let colour = null;
        if (value === reached.UNKNOWN) { this.isHatched = true; colour = (x + y) % 8 < 3 ? unknown : null; }
        else if (value !== reached.UNREACHED) { const found = ends.find(({ end }) => value <= end); colour = found ? found.rgb : null; }
        if (colour) pixels.set([...colour, 255], at);
      }
    }
    context.putImageData(image, 0, 0);
  },
});

/// The classes up to the slider's minutes: each ends at a limit, the last at the slider.
function reachClasses(minutes) {
  const ends = reached.limits_min.filter((end) => end < minutes).concat([minutes]);
  return ends.map((end, index) => ({ end, colour: reached.colours[Math.min(index, reached.colours.length - 1)] }));
}
