"use strict";
// Grids over terrain: unpacks them and reads them.

/// Packed cells, each less its western neighbour; cells of their own as they are.
const unpack = {
  async bytes(text) {
    const raw = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },
  async wide(text, columns) {
    if (text === null || ArrayBuffer.isView(text)) return text;
    const b = await unpack.bytes(text), count = b.length / 2, cells = new Uint16Array(count);
    for (let i = 0; i < count; i++) {
      const difference = b[i] | b[count + i] << 8;
      cells[i] = difference + (i % columns ? cells[i - 1] : 0);
    }
    return cells;
  },
  async narrow(text, columns) {
    if (text === null || ArrayBuffer.isView(text)) return text;
    const b = await unpack.bytes(text);
    for (let i = 0; i < b.length; i++) if (i % columns) b[i] = b[i] + b[i - 1];
    return b;
  },
};

function readTerrain(packed) {
  const UNSEEN = 65534, UNKNOWN = 65535;
  if (!packed) return { isThere: false, ready: Promise.resolve(), UNSEEN, UNKNOWN };
  const wide = (text) => unpack.wide(text, packed.columns), narrow = (text) => unpack.narrow(text, packed.columns);

  const grid = {
    isThere: true, isReady: false, UNSEEN, UNKNOWN,
    columns: packed.columns, rows: packed.rows, north: packed.north, south: packed.south, west: packed.west, east: packed.east,
    highest: packed.highest_m, base: packed.base_m,
    networks: [], floors: [], tops: [], detection: null, certainty: [],
    column(longitude) {
      // A map may go on beyond 180°.
      const offset = (((longitude - grid.west) % 360) + 360) % 360;
      const x = Math.floor(offset / (grid.east - grid.west) * grid.columns);
      return x >= 0 && x < grid.columns ? x : -1;
    },
    row(latitude) {
      const y = Math.floor((grid.north - latitude) / (grid.north - grid.south) * grid.rows);
      return y >= 0 && y < grid.rows ? y : -1;
    },
    /// The network of a purchase (null: today's); undefined when the grids have none.
    network(purchase) { return grid.networks.find((network) => network.purchase === purchase); },
    /// How many radars of a network see at a height above ground in a cell, and the lowest floor among them: unseen where
    /// none does, unknown where none is known to and one is unknown.
    seen(network, cell, height) {
      let count = 0, floor = UNSEEN, unknown = false;
      for (const radar of network.radars) {
        const low = grid.floors[radar][cell], top = grid.tops[radar] ? grid.tops[radar][cell] : UNSEEN;
        if (low === UNKNOWN) { unknown = true; continue; }
        if (low === UNSEEN || low > height || (top < UNSEEN && top < height)) continue;
        count++;
        if (low < floor) floor = low;
      }
      return { count, floor: count || !unknown ? floor : UNKNOWN };
    },
    /// The class of certainty of a place at an altitude band (1 certain, 2 likely, 3 doubtful, 4 unknown, 0 not seen); null outside.
    kind(latitude, longitude, band) {
      const x = grid.column(longitude), y = grid.row(latitude), kinds = grid.certainty[band];
      return x < 0 || y < 0 || !kinds ? null : kinds[y * grid.columns + x];
    },
    /// What holds in the cell of a place; null outside. Heights are null where nothing is seen, undefined where unknown.
    at(latitude, longitude, purchase) {
      const x = grid.column(longitude), y = grid.row(latitude), network = grid.network(purchase);
      if (x < 0 || y < 0 || !network) return null;
      const cell = y * grid.columns + x;
      const known = (value) => value === UNKNOWN ? undefined : value === UNSEEN ? null : value;
      const elevation = grid.ground[cell];
      return {
        elevation: elevation === UNKNOWN ? undefined : elevation + grid.base,
        floor: known(network.lowest[0][cell]),
        floors: network.radars.map((radar) => known(grid.floors[radar][cell])),
        tops: network.radars.map((radar) => (grid.tops[radar] ? known(grid.tops[radar][cell]) : null)),
        detection: grid.detection && grid.detection.heights.map((height, index) => {
          const share = (cells) => (cells[cell] === 255 ? null : cells[cell] / 200);
          return { height, look: share(grid.detection.looks[index]), minute: share(grid.detection.minutes[index]) };
        }),
      };
    },
  };

  /// Where some of the radars stops to see at a height below the greatest: there a network is more than its lowest floors.
  function limited(radars) {
    const cells = new Uint8Array(packed.columns * packed.rows);
    for (const index of radars) {
      const top = grid.tops[index];
      if (top) for (let i = 0; i < cells.length; i++) if (top[i] < UNSEEN) cells[i] = 1;
    }
    return cells;
  }

  /// The lowest, second and third lowest floor of some radars.
  /// Where none is known to see and one is unknown, the network is.
  function combine(radars) {
    const count = packed.columns * packed.rows;
    const lowest = [0, 1, 2].map(() => new Uint16Array(count).fill(UNSEEN));
    const [first, second, third] = lowest;
    for (const index of radars) {
      const floor = grid.floors[index];
      for (let i = 0; i < count; i++) {
        const value = floor[i];
        if (value === UNKNOWN) { if (first[i] === UNSEEN) first[i] = UNKNOWN; continue; }
        if (value === UNSEEN) continue;
        if (value < first[i]) {
          third[i] = second[i];
          second[i] = first[i] === UNKNOWN ? UNSEEN : first[i];
          first[i] = value;
        } else if (value < second[i]) { third[i] = second[i]; second[i] = value; } else if (value < third[i]) third[i] = value;
      }
    }
    return lowest;
  }

  grid.ready = (async () => {
    if (typeof DecompressionStream === "undefined") throw new Error("noUnpacking");
    grid.hillshade = await narrow(packed.hillshade);
    grid.ground = await wide(packed.ground);
    for (const floor of packed.floors) grid.floors.push(await wide(floor));
    for (const top of packed.tops) grid.tops.push(await wide(top));
    for (const kinds of packed.certainty) grid.certainty.push(await narrow(kinds));
    if (packed.detection) {
      const all = async (texts) => { const cells = []; for (const text of texts) cells.push(await narrow(text)); return cells; };
      grid.detection = { heights: packed.detection.heights_m, looks: await all(packed.detection.looks), minutes: await all(packed.detection.minutes) };
    }
    for (const { purchase, radars } of packed.networks) grid.networks.push({ purchase, radars, lowest: combine(radars), limited: limited(radars) });
    grid.isReady = true;
  })();
  return grid;
}
let terrain = null;
/// The grids of packed ones, unpacked once: a page that stays open prepares them before it shows them.
const prepareTerrain = (() => {
  const prepared = new WeakMap(), none = readTerrain(null);
  return (packed) => {
    if (!packed) return none;
    if (!prepared.has(packed)) prepared.set(packed, readTerrain(packed));
    return prepared.get(packed);
  };
})();
page.onData(() => { terrain = prepareTerrain(page.data.terrain); });
