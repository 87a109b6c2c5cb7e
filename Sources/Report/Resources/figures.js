"use strict";
// Figures in the reader's units, and elements of the page.
const figures = (() => {
  let height, distance;
  page.onData(() => { ({ height, distance } = page.data.map.units); });

  /// Texts of users become text nodes, never markup.
  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function table(heads, rows) {
    const made = element("table", undefined, "data"), head = element("tr");
    for (const text of heads) { const cell = element("th", text); cell.scope = "col"; head.append(cell); }
    made.append(element("thead"), element("tbody"));
    made.tHead.append(head);
    for (const row of rows) {
      const line = element("tr");
      row.forEach((text, index) => { const cell = element(index ? "td" : "th", text); if (!index) cell.scope = "row"; line.append(cell); });
      made.tBodies[0].append(line);
    }
    return made;
  }

  const metres = (value) => Math.round(value / height.metres) + " " + height.symbol;
  /// A height from which on something is seen: never one below it. A float's last digits are no reason for a metre more.
  const fromHeight = (value) => Math.ceil(value / height.metres - 1e-6) + " " + height.symbol;
  /// A height up to which something is seen: never one above it.
  const toHeight = (value) => Math.floor(value / height.metres + 1e-6) + " " + height.symbol;
  const kilometres = (value) => (value / distance.metres).toFixed(1) + " " + distance.symbol;
  const group = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  function duration(seconds) {
    const minutes = Math.round(seconds / 60);
    if (minutes < 120) return minutes + "\u00a0min";
    const rest = minutes % 60;
    return Math.floor(minutes / 60) + "\u00a0h" + (rest ? "\u00a0" + String(rest).padStart(2, "0") + "\u00a0min" : "");
  }

  return { element, table, metres, fromHeight, toHeight, kilometres, group, duration };
})();
