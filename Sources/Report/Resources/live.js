"use strict";
// A page that a program serves: its variants, what is asked of the program, and the figures that follow each edit.
const live = (() => {
  const { say } = page, { element } = figures, root = document.documentElement;
  const api = "api/v1/";

  // ---- Asking the program.

  /// An answer as JSON; throws an error whose `problems` are texts for people.
  async function call(method, path, body, type = "application/json") {
    const options = { method, cache: "no-store" };
    if (body !== undefined) {
      options.body = type === "application/json" ? JSON.stringify(body) : body;
      options.headers = { "Content-Type": type };
    }
    const answer = await fetch(api + path, options), text = await answer.text();
    const value = text && (answer.headers.get("Content-Type") || "").includes("json") ? JSON.parse(text) : null;
    if (answer.ok) return value;
    const error = new Error(`${answer.status} ${path}`);
    error.status = answer.status;
    error.problems = value && value.problems ? value.problems.map((problem) => problem.text || problem) : [text || error.message];
    throw error;
  }

  /// Asks one thing at a time: what is asked meanwhile waits, and only the newest of it is asked.
  function newest(ask) {
    let waiting = null, isBusy = false;
    return async function run(...values) {
      waiting = values;
      if (isBusy) return;
      isBusy = true;
      try { while (waiting) { const next = waiting; waiting = null; await ask(...next); } } finally { isBusy = false; }
    };
  }

  // ---- State.

  const state = { session: null, variant: null, records: null, answers: null, compared: null, number: 0, drawn: -1, isAlone: false };
  const listeners = [];
  const changed = () => { for (const listener of listeners) listener(); };
  const here = () => state.session && state.session.variants.find((variant) => variant.id === state.variant);
  const path = (rest) => `variants/${encodeURIComponent(state.variant)}/${rest}`;

  // ---- What is shown.

  const grids = new Map();
  /// The cells of a grid by its key.
  async function cells(key, wide) {
    if (key === null) return null;
    if (!grids.has(key)) {
      grids.set(key, (async () => {
        const answer = await fetch(api + "grids/" + key);
        if (!answer.ok) { grids.delete(key); throw new Error("grid " + key); }
        return answer.arrayBuffer();
      })());
    }
    const bytes = await grids.get(key);
    return wide ? new Uint16Array(bytes) : new Uint8Array(bytes);
  }
  /// Grids over terrain with their cells in the place of keys.
  async function filled(packed) {
    if (!packed) return null;
    const all = (keys, wide) => Promise.all(keys.map((key) => cells(key, wide)));
    const detection = packed.detection && { ...packed.detection, looks: await all(packed.detection.looks, false), minutes: await all(packed.detection.minutes, false) };
    const [floors, tops, certainty, [hillshade], [ground]] = await Promise.all([
      all(packed.floors, true), all(packed.tops, true), all(packed.certainty, false), all([packed.hillshade], false), all([packed.ground], true)]);
    const used = new Set([...packed.floors, ...packed.tops, ...packed.certainty, packed.hillshade, packed.ground]);
    // What no picture shows any more is let go, but for what the last steps may bring back.
    for (const key of grids.keys()) if (!used.has(key) && grids.size > used.size + 60) grids.delete(key);
    return { ...packed, detection, floors, tops, certainty, hillshade, ground };
  }
  /// The page of a variant: `revision`, `sections`, `form`, `data`; its grids are prepared.
  async function pageOf(variant) {
    const update = await call("GET", `variants/${encodeURIComponent(variant)}/page`);
    if (!update.data) return null;
    update.data.terrain = await filled(update.data.terrain);
    await prepareTerrain(update.data.terrain).ready;
    return update;
  }

  /// Puts the sections of a plan in the place of those that are shown; the map stays.
  function putSections(sections) {
    const main = document.querySelector("main"), map = document.getElementById("map"), kept = new Set(["map", "live-answers"]);
    const open = new Set([...main.querySelectorAll("details[open]")].map((item) => item.id || item.querySelector("summary").textContent));
    for (const section of [...main.children]) if (!kept.has(section.id)) section.remove();
    const made = document.createElement("template");
    made.innerHTML = sections.map((section) => section.html).join("");
    for (const item of made.content.querySelectorAll("details")) if (open.has(item.id || item.querySelector("summary").textContent)) item.open = true;
    main.append(made.content);
    if (map.nextElementSibling !== document.getElementById("live-answers")) map.after(document.getElementById("live-answers"));
  }
  /// The controls next to the map, with what the reader has chosen.
  function putForm(html) {
    const form = document.getElementById("map-form");
    if (form.dataset.html === html) return;
    const values = new Map();
    for (const item of form.elements) {
      if (item.type === "checkbox" || item.type === "radio") values.set(item.name + "=" + item.value, item.checked);
      else if (item.id) values.set(item.id, item.value);
    }
    form.innerHTML = html;
    form.dataset.html = html;
    for (const item of form.elements) {
      const key = item.type === "checkbox" || item.type === "radio" ? item.name + "=" + item.value : item.id;
      if (!values.has(key)) continue;
      if (item.type === "checkbox" || item.type === "radio") item.checked = values.get(key);
      else if (item.tagName !== "SELECT" || [...item.options].some((option) => option.value === values.get(key))) item.value = values.get(key);
    }
  }

  /// Draws the newest page of the variant, if it is newer than what is drawn.
  const draw = newest(async () => {
    const variant = state.variant;
    let update;
    try { update = await pageOf(variant); } catch (error) { if (error.problems) return; throw error; }
    if (!update || variant !== state.variant || update.revision < state.drawn) return;
    putForm(update.form);
    putSections(update.sections);
    page.replace(update.data);
    planMap.switchLayers();
    state.drawn = update.revision;
    changed();
  });

  const readAnswers = newest(async () => {
    const variant = state.variant;
    let answers;
    try { answers = await call("GET", `variants/${encodeURIComponent(variant)}/answers`); } catch (error) { return problems(error); }
    if (variant !== state.variant || !answers.figures || state.answers && answers.revision < state.answers.revision) return;
    state.answers = answers;
    changed();
  });
  const readRecords = newest(async () => {
    const variant = state.variant, records = await call("GET", `variants/${encodeURIComponent(variant)}/scenario`);
    if (variant === state.variant) { state.records = records; changed(); }
  });
  const readSession = newest(async () => {
    state.session = await call("GET", "session");
    // The last variant is what was worked on.
    if (!here()) state.variant = state.session.variants[state.session.variants.length - 1].id;
    changed();
  });

  // ---- What the planner does.

  const problems = (error) => { state.problems = error ? error.problems || [error.message] : null; changed(); };
  /// Waits its turn: edits reach the program in the order in which they are made.
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(async () => { try { await work(); problems(null); } catch (error) { problems(error); } }));

  /// The scenario as it is stays as it is: what is edited is a copy.
  async function copied() {
    if (state.variant !== "base") return;
    const made = await call("POST", "variants", { name: say("liveVariant") + " " + state.session.variants.length, from: "base" });
    await readSession();
    state.variant = made.id;
    state.drawn = -1;
  }
  const edit = (edits, drag) => inTurn(async () => {
    await copied();
    await call("POST", path("edits"), { number: ++state.number, edits, drag });
  });
  const act = (name, body) => inTurn(() => call("POST", path(name), body || {}));

  function choose(id) {
    Object.assign(state, { variant: id, drawn: -1, records: null, answers: null });
    history.replaceState(null, "", "#variant=" + encodeURIComponent(id));
    changed();
    return Promise.all([readRecords(), readAnswers(), draw()]);
  }

  // ---- News of the program.

  function listen() {
    const events = new EventSource(api + "events");
    // After a gap, as after a restart of the program, everything is asked again.
    events.onopen = () => { state.isAlone = false; readSession().then(() => choose(state.variant), problems); };
    events.onerror = () => { state.isAlone = true; changed(); };
    const computing = (is) => { state.isComputing = is; root.classList.toggle("stale", is); changed(); };
    const hear = (event) => {
      const news = JSON.parse(event.data), isHere = news.variant === state.variant;
      if (["variants", "saved", "edited"].includes(news.kind)) readSession();
      if (news.kind === "job") { state.job = news; for (const listener of jobs) listener(news); }
      if (news.kind === "answers" && state.compared && news.variant === state.compared.id) compare(state.compared.id);
      if (!isHere) return;
      if (news.kind === "edited") { computing(true); readRecords(); }
      if (news.kind === "progress") { state.progress = news.total ? news.done / news.total : null; computing(true); }
      if (news.kind === "failed") { computing(false); problems({ problems: news.problems }); }
      if (news.kind === "answers") { computing(false); readAnswers(); draw(); }
    };
    for (const kind of ["variants", "edited", "progress", "answers", "failed", "job", "saved"]) events.addEventListener(kind, hear);
  }

  const jobs = [];
  async function compare(id) {
    if (!id) { state.compared = null; changed(); return; }
    const [update, answers] = await Promise.all([pageOf(id), call("GET", `variants/${encodeURIComponent(id)}/answers`)]);
    if (update) state.compared = { id, update, answers };
    changed();
  }

  const wanted = new URLSearchParams(location.hash.slice(1)).get("variant");
  if (wanted) state.variant = wanted;

  return { jobs, copied, state, call, edit, act, choose, compare, here, path, newest, inTurn, readSession, readRecords, onChange(listener) { listeners.push(listener); listener(); }, start: listen, say, element };
})();
