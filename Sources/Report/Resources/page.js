"use strict";
// Language, theme and printing; the words and figures that the other scripts use.
const page = (() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const listeners = [], readers = [];

  const page = {
    data,
    get language() { return root.dataset.language; },
    /// A phrase in the language of the page, its {} filled in order.
    say(key, ...values) {
      const phrase = data.words[page.language][key];
      if (phrase === undefined) throw new Error("no phrase " + key);
      let index = 0;
      return phrase.replace(/\{\}/g, () => values[index++]);
    },
    /// Calls back now and whenever language or theme change.
    onChange(listener) { listeners.push(listener); listener(); },
    /// Calls back now and whenever a page that stays open has the data of another plan.
    onData(reader) { readers.push(reader); reader(); },
    /// Puts the data of another plan in the place of what the page has, by its keys.
    replace(changed) { Object.assign(data, changed); for (const reader of readers) reader(); put(); },
    colour(name) { return getComputedStyle(root).getPropertyValue("--" + name).trim(); },
  };

  /// The language after the one that is shown, round and round.
  function nextLanguage() {
    const languages = Object.keys(data.words);
    return languages[(languages.indexOf(page.language) + 1) % languages.length];
  }

  function put() {
    const suffix = page.language[0].toUpperCase() + page.language.slice(1);
    for (const element of document.querySelectorAll("[data-label-en]")) {
      element.setAttribute("aria-label", element.dataset["label" + suffix]);
    }
    for (const element of document.querySelectorAll("[data-text-en]")) {
      element.textContent = element.dataset["text" + suffix];
    }
    const other = nextLanguage();
    const button = document.getElementById("language");
    button.textContent = data.words[other].language;
    button.lang = other;
    for (const listener of listeners) listener();
  }

  document.getElementById("language").addEventListener("click", () => {
    const language = nextLanguage();
    root.dataset.language = language;
    root.lang = language;
    put();
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  function setTheme() {
    root.dataset.theme = chosen || (dark.matches ? "dark" : "light");
    for (const listener of listeners) listener();
  }
  document.getElementById("theme").addEventListener("click", () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    setTheme();
  });
  dark.addEventListener("change", setTheme);

  // Paper is white.
  let before = null;
  addEventListener("beforeprint", () => { before = root.dataset.theme; root.dataset.theme = "light"; });
  addEventListener("afterprint", () => { if (before) root.dataset.theme = before; });
  document.getElementById("print").addEventListener("click", () => print());

  setTheme();
  put();
  return page;
})();
