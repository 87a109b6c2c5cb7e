"use strict";
// Grids over terrain: unpacks them and reads them.
const terrain = (() => {
  const packed = page.data.terrain;
  const UNSEEN = 65534, UNKNOWN = 65535;
  if (!packed) return { isThere: false, ready: Promise.resolve(), UNSEEN, UNKNOWN };

  async function bytes(text) {
    const raw = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function wide(text) {
    if (text === null) return null;
    const b = await bytes(text), count = b.length / 2, cells = new Uint16Array(count);
    for (let i = 0; i < count; i++) {
      const difference = b[i] | b[count + i] << 8;
      cells[i] = difference + (i % packed.columns ? cells[i - 1] : 0);
    }
    return cells;
  }

  async function narrow(text) {
    if (text === null) return null;
    const b = await bytes(text);
    for (let i = 0; i < b.length; i++) if (i % packed.columns) b[i] = b[i] + b[i - 1];
    return b;
  }

  const grid = {
    isThere: true, isReady: false, UNSEEN, UNKNOWN,
    columns: packed.columns, rows: packed.rows, north: packed.north, south: packed.south, west: packed.west, east: packed.east,
    highest: packed.highest_m, source: packed.source, base: packed.base_m,
    networks: [],
    column(longitude) {
      const x = Math.floor((longitude - grid.west) / (grid.east - grid.west) * grid.columns);
      return x >= 0 && x < grid.columns ? x : -1;
    },
    row(latitude) {
      const y = Math.floor((grid.north - latitude) / (grid.north - grid.south) * grid.rows);
      return y >= 0 && y < grid.rows ? y : -1;
    },
    /// The network of a purchase (null: today's); undefined when the grids have none.
    network(purchase) { return grid.networks.find((network) => network.purchase === purchase); },
    /// Elevation, floors and radar of the cell that holds a place; null outside.
    at(latitude, longitude, purchase) {
      const x = grid.column(longitude), y = grid.row(latitude), network = grid.network(purchase);
      if (x < 0 || y < 0 || !network) return null;
      const cell = y * grid.columns + x;
      const known = (value) => value === UNKNOWN ? undefined : value === UNSEEN ? null : value;
      const elevation = grid.ground[cell];
      return {
        elevation: elevation === UNKNOWN ? undefined : elevation + grid.base,
        floor: known(network.floor[cell]), second: network.second ? known(network.second[cell]) : undefined,
        radar: network.radar && network.radar[cell] !== 255 ? network.radar[cell] : null,
      };
    },
  };

  grid.ready = (async () => {
    if (typeof DecompressionStream === "undefined") throw new Error("noUnpacking");
    grid.hillshade = await narrow(packed.hillshade);
    grid.ground = await wide(packed.ground);
    for (const network of packed.networks) {
      grid.networks.push({
        purchase: network.purchase, floor: await wide(network.floor), second: await wide(network.second),
        radar: await narrow(network.radar),
      });
    }
    grid.isReady = true;
  })();
  return grid;
})();
