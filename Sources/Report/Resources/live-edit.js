"use strict";
// The bar of variants, the editor of what is chosen, and the table of figures.
(() => {
  const { state, say, element } = live, { table } = figures;
  const main = document.querySelector("main"), nav = document.querySelector("nav");

  /// An element whose text is a phrase in the language of the page.
  const spoken = [];
  function worded(tag, key, className) { const made = element(tag, undefined, className); spoken.push([made, key]); made.textContent = say(key); return made; }
  function button(key, action) { const made = worded("button", key); made.type = "button"; made.addEventListener("click", action); return made; }
  function labelled(key, control) { const made = element("label"); made.append(worded("span", key), " ", control); return made; }
  /// Puts options into a choice without losing what is chosen.
  function fill(select, options, value) {
    const text = JSON.stringify(options);
    if (select.dataset.options !== text) {
      select.dataset.options = text;
      select.replaceChildren(...options.map(([key, name]) => { const made = element("option", name); made.value = key; return made; }));
    }
    if (value !== undefined && document.activeElement !== select) select.value = value;
  }

  // ---- A question in a dialog: a browser's own is not styled, and stops what is computed.

  function ask(key, value) {
    return new Promise((resolve) => {
      const box = element("dialog"), form = element("form"), input = element("input"), ok = element("button", say("liveOK")), cancel = element("button", say("liveCancel"));
      form.method = "dialog"; ok.value = "ok"; cancel.value = ""; cancel.formNoValidate = true;
      form.append(element("label", say(key, value ?? "")));
      if (value !== undefined && key !== "liveConfirmDelete") { input.value = value; input.required = true; input.maxLength = 80; input.setAttribute("aria-label", say(key)); form.append(input); }
      form.append(ok, cancel);
      box.append(form);
      document.body.append(box);
      box.addEventListener("close", () => { resolve(box.returnValue === "ok" ? (input.value || true) : null); box.remove(); });
      box.showModal();
    });
  }

  // ---- The bar.

  const bar = element("div", undefined, "live-bar screen");
  bar.setAttribute("role", "toolbar");
  const variants = element("select"), purchases = element("select"), compared = element("select"), status = element("span", undefined, "live-status");
  status.setAttribute("role", "status");
  const undo = button("liveUndo", () => live.act("undo")), redo = button("liveRedo", () => live.act("redo"));
  const duplicate = button("liveDuplicate", async () => {
    const name = await ask("liveNameOf", (live.here() || {}).name + " 2");
    if (name) live.inTurn(async () => { const made = await live.call("POST", "variants", { name, from: state.variant }); await live.readSession(); await live.choose(made.id); });
  });
  const rename = button("liveRename", async () => {
    const name = await ask("liveNameOf", (live.here() || {}).name);
    if (name) live.inTurn(() => live.call("PATCH", "variants/" + encodeURIComponent(state.variant), { name }));
  });
  const remove = button("liveDelete", async () => {
    if (!(await ask("liveConfirmDelete", (live.here() || {}).name))) return;
    live.inTurn(async () => { await live.call("DELETE", "variants/" + encodeURIComponent(state.variant)); await live.readSession(); await live.choose(state.session.variants[0].id); });
  });
  const save = element("select");
  save.addEventListener("change", async () => {
    const as = save.value;
    save.value = "";
    if (!as) return;
    const name = await ask("liveNameOfCopy", (live.here() || {}).name);
    if (name) live.inTurn(async () => { const saved = await live.call("POST", live.path("save"), { as, name }); state.saved = saved.path || saved.name; show(); });
  });
  const file = button("liveFile", () => { const link = element("a"); link.href = "api/v1/" + live.path("file"); link.download = ((live.here() || {}).name || "variant") + ".json"; link.click(); });
  variants.addEventListener("change", () => live.choose(variants.value));
  purchases.addEventListener("change", () => live.inTurn(async () => { await live.copied(); await live.call("PATCH", "variants/" + encodeURIComponent(state.variant), { purchase: purchases.value || null }); }));
  compared.addEventListener("change", () => live.compare(compared.value));
  bar.append(labelled("liveVariant", variants), undo, redo, duplicate, rename, remove, labelled("livePurchase", purchases), labelled("liveCompare", compared), save, file, status);
  nav.before(bar);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "z" || event.key === "Z" || event.key === "y") { event.preventDefault(); live.act(event.key === "y" || event.shiftKey ? "redo" : "undo"); }
  });

  function showBar() {
    const list = state.session ? state.session.variants : [], one = live.here();
    fill(variants, list.map((variant) => [variant.id, variant.name]), state.variant);
    fill(compared, [["", say("liveNoCompare")], ...list.filter((variant) => variant.id !== state.variant).map((variant) => [variant.id, variant.name])], state.compared ? state.compared.id : "");
    const bought = state.records && state.records.layers.find((layer) => layer.key === "purchases");
    fill(purchases, [["", say("liveToday")], ...(bought ? bought.rows : []).map((row) => [row.id, row.cells.name || row.id])], (one && one.purchase) || "");
    fill(save, [["", say("liveSave")], ["folder", say("liveSaveFolder")], ["purchase", say("liveSavePurchase")], ["report", say("liveSaveReport")]], "");
    undo.disabled = !one || !one.can_undo; redo.disabled = !one || !one.can_redo; remove.disabled = rename.disabled = state.variant === "base";
    const edits = one ? one.edits : 0, saved = state.saved ? " · " + say("liveSaved", state.saved) : "";
    status.textContent = state.isAlone ? say("liveAlone") : (state.isComputing ? say("liveComputing") + (state.progress ? ` ${Math.round(state.progress * 100)} %` : "") : say("liveCurrent")) + " · " + (edits ? say("liveUnsaved", edits) : say("liveUnedited")) + saved;
    bar.classList.toggle("alone", state.isAlone);
  }

  // ---- The editor.

  const editor = element("section", undefined, "live-editor screen");
  editor.id = "live-edit";
  const layers = element("select"), rows = element("select"), fields = element("div", undefined, "live-fields"), all = element("input");
  all.type = "checkbox";
  const add = button("liveAddHere", async () => {
    const layer = chosenLayer(), id = await ask("liveIdOf", nextID(layer));
    if (!id) return;
    const centre = planMap.map.getCenter(), at = `${centre.lat.toFixed(6)}, ${(((centre.lng + 540) % 360) - 180).toFixed(6)}`;
    const made = { id };
    // What the field asks for besides comes from the row that is shown.
    const like = chosenRow(), cells = like ? like.cells : {};
    for (const field of layer.fields) if (field.is_required && field.name !== "id" && cells[field.name]) made[field.name] = cells[field.name];
    if (hasPosition(layer)) made.position = at;
    state.chosen = { layer: layer.key, id };
    live.edit([{ op: "add", layer: layer.key, fields: made }]);
  });
  const drop = button("liveRemove", () => { const { layer, id } = state.chosen; state.chosen = { layer, id: null }; live.edit([{ op: "remove", layer, id }]); });
  const hint = worded("p", "liveChoose", "small");
  editor.append(worded("h3", "liveEdit"), labelled("liveLayer", layers), labelled("liveRow", rows), hint, fields, labelled("liveShowAll", all), add, drop);

  state.chosen = { layer: null, id: null };
  const chosenLayer = () => state.records && state.records.layers.find((layer) => layer.key === state.chosen.layer);
  const chosenRow = () => { const layer = chosenLayer(); return layer && layer.rows.find((row) => row.id === state.chosen.id); };
  const hasPosition = (layer) => layer.rows.some((row) => row.position) || layer.fields.some((field) => field.name === "position");
  function nextID(layer) { let number = layer.rows.length + 1; while (layer.rows.some((row) => row.id === layer.key + "-" + number)) number++; return layer.key + "-" + number; }

  layers.addEventListener("change", () => { state.chosen = { layer: layers.value, id: null }; show(); });
  rows.addEventListener("change", () => { state.chosen.id = rows.value; show(); });
  all.addEventListener("change", () => { fields.dataset.of = ""; show(); });

  /// The control of a field: a choice where there are few answers, else a text in the field's own notation.
  function control(field, value, change) {
    const made = field.choices && field.choices.length ? element("select") : element("input");
    if (made.tagName === "SELECT") fill(made, ["", ...field.choices].map((choice) => [choice, choice]), value);
    else { made.value = value; made.placeholder = field.fallback ? say("liveDefault", field.fallback) : field.accepted; made.setAttribute("autocomplete", "off"); }
    made.addEventListener("change", () => change(made.value.trim()));
    return made;
  }
  /// A slider beside a figure with a unit: it goes from nothing to thrice the figure, in steps of a fiftieth of it.
  function slider(value, input, change) {
    const parts = /^\s*(\d+(?:\.\d+)?)\s*([^\d\s].*)?$/.exec(value);
    if (!parts || !Number(parts[1])) return null;
    const made = element("input"), number = Number(parts[1]), digits = (parts[1].split(".")[1] || "").length;
    const step = Math.max(10 ** Math.floor(Math.log10(number) - 1), 10 ** -Math.max(digits, 1));
    Object.assign(made, { type: "range", min: 0, max: Number((number * 3).toPrecision(3)), step: Number(step.toPrecision(1)), value: number });
    const text = () => Number(Number(made.value).toPrecision(6)) + (parts[2] ? " " + parts[2].trim() : "");
    const drag = "slider-" + Math.random();
    made.addEventListener("input", () => { input.value = text(); made.setAttribute("aria-valuetext", text()); change(text(), drag); });
    return made;
  }

  function showFields() {
    const layer = chosenLayer(), row = chosenRow(), isSettings = state.chosen.layer === "settings";
    const settings = isSettings && state.records ? state.records.settings : null;
    const key = JSON.stringify([state.chosen, all.checked, row && row.cells, row && row.position, settings, page.language]);
    if (fields.dataset.of === key || fields.contains(document.activeElement) && document.activeElement.type === "range") return;
    fields.dataset.of = key;
    const focused = document.activeElement && fields.contains(document.activeElement) ? document.activeElement.name : null;
    const items = [];
    const item = (field, value, change) => {
      const box = element("label", undefined, "live-field"), input = control(field, value, change), range = slider(value, input, change);
      input.name = field.name;
      box.append(element("span", field.name.replace(/[_.]/g, " ")), input);
      if (range) { range.setAttribute("aria-label", field.name); box.append(range); }
      if (field.meaning) box.title = [field.meaning, field.accepted, field.range].filter(Boolean).join(" · ");
      items.push(box);
    };
    if (settings) {
      for (const { field, text } of settings) {
        if ((text ?? null) === null && !all.checked) continue;
        item(field, text ?? "", (value, drag) => live.edit([{ op: "setting", path: field.name.split("."), value: value === "" ? null : value }], drag));
      }
    } else if (row) {
      if (hasPosition(layer)) {
        const text = row.position ? `${row.position.latitude}, ${row.position.longitude}` : row.cells.position || "";
        item({ name: "position" }, text, (value, drag) => live.edit([{ op: "set", layer: layer.key, id: row.id, fields: { position: value } }], drag));
      }
      const places = new Set(["position", "latitude", "longitude", "x", "y", "id"]);
      for (const field of layer.fields) {
        const value = row.cells[field.name] ?? "";
        if (places.has(field.name) || (value === "" && !all.checked)) continue;
        item(field, value, (text, drag) => live.edit([{ op: "set", layer: layer.key, id: row.id, fields: { [field.name]: text === "" ? null : text } }], drag));
      }
    }
    fields.replaceChildren(...items);
    if (focused) { const again = fields.querySelector(`[name="${CSS.escape(focused)}"]`); if (again) again.focus(); }
  }

  function showEditor() {
    const list = state.records ? state.records.layers : [];
    if (!state.chosen.layer && list.length) state.chosen.layer = list.some((layer) => layer.key === "sites") ? "sites" : list[0].key;
    fill(layers, [["settings", say("liveSettings")], ...list.map((layer) => [layer.key, layer.key.replace(/_/g, " ")])], state.chosen.layer);
    const layer = chosenLayer();
    rows.parentElement.hidden = !layer;
    if (layer && !layer.rows.some((row) => row.id === state.chosen.id) && layer.rows.length && document.activeElement !== rows) state.chosen.id = layer.rows[0].id;
    if (layer) fill(rows, layer.rows.map((row) => [row.id, row.cells.name && row.cells.name !== row.id ? `${row.id} · ${row.cells.name}` : row.id]), state.chosen.id);
    add.hidden = drop.hidden = !layer;
    drop.disabled = !chosenRow();
    hint.hidden = Boolean(layer && chosenRow()) || state.chosen.layer === "settings";
    showFields();
  }

  // ---- The figures.

  const answers = element("section", undefined, "screen");
  answers.id = "live-answers";
  const heading = worded("h2", "liveAnswers"), faults = element("div", undefined, "note live-problems"), figuresBox = element("div", undefined, "scroll");
  faults.setAttribute("role", "alert");
  answers.append(heading, figuresBox);

  /// An edit in a few words: what of which row is what now.
  function described(edit) {
    const text = (value) => (value === null ? "–" : value);
    switch (edit.op) {
      case "set": return `${edit.id}: ${Object.entries(edit.fields).map(([name, value]) => `${name} ${text(value)}`).join(", ")}`;
      case "setting": return `${edit.path.join(".")} ${text(edit.value)}`;
      case "add": return `+ ${edit.fields.id || edit.fields.name || edit.layer}`;
      case "remove": return `− ${edit.id}`;
      default: return `+ ${edit.name}`;
    }
  }

  function showAnswers() {
    faults.hidden = !state.problems;
    if (state.problems) faults.replaceChildren(element("b", say("liveProblems")), ...state.problems.map((text) => element("div", text)));
    const found = state.answers;
    if (!found) return;
    const other = state.compared && state.compared.answers;
    const name = state.compared && state.session && (state.session.variants.find((variant) => variant.id === state.compared.id) || {}).name;
    const rows = found.figures.map((figure) => {
      const words = figure[page.language] || figure.en, row = [words.name, words.value, words.baseline, words.difference || say("liveNoDifference")];
      if (other) { const same = other.figures.find((item) => item.key === figure.key); row.splice(2, 0, same ? (same[page.language] || same.en).value : words.baseline); }
      return row;
    });
    const heads = [say("liveFigure"), say("liveNow"), ...(other ? [name] : []), say("liveBaseline"), say("liveDifference")];
    const isTime = (figure) => /^(response|required)\//.test(figure.key);
    function part(wanted) {
      const chosen = found.figures.map((figure, index) => ({ figure, row: rows[index] })).filter(({ figure }) => isTime(figure) === wanted);
      const made = table(heads, chosen.map(({ row }) => row));
      chosen.forEach(({ figure }, index) => {
        const line = made.tBodies[0].rows[index];
        if (figure.better !== null) line.classList.add(figure.better ? "better" : "worse");
      });
      return { made, count: chosen.length };
    }
    const times = part(true), isOpen = figuresBox.querySelector("details[open]"), parts = [part(false).made];
    if (found.step.length) parts.unshift(element("p", say("liveCause", found.step.map(described).join("; ")), "small"));
    if (times.count) {
      const more = element("details");
      more.open = Boolean(isOpen);
      more.append(element("summary", say("liveTimes", times.count)), times.made);
      parts.push(more);
    }
    figuresBox.replaceChildren(...parts);
  }

  function show() { showBar(); showEditor(); showAnswers(); }

  document.getElementById("map").after(answers);
  const side = document.querySelector(".map-wrap");
  side.prepend(editor);
  bar.after(faults);
  faults.hidden = true;
  main.classList.add("live");
  live.onChange(show);
  page.onChange(() => { for (const [made, key] of spoken) made.textContent = say(key); bar.setAttribute("aria-label", say("liveBar")); fields.dataset.of = ""; show(); });
  live.select = (layer, id) => { state.chosen = { layer, id }; show(); };
})();
