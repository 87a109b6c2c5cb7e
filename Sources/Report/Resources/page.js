"use strict";
// Language, theme and printing; the words and figures that the other scripts use.
const page = (() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const listeners = [];

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
    colour(name) { return getComputedStyle(root).getPropertyValue("--" + name).trim(); },
  };

  function put() {
    for (const element of document.querySelectorAll("[data-label-en]")) {
      element.setAttribute("aria-label", element.dataset[page.language === "en" ? "labelEn" : "labelEs"]);
    }
    for (const element of document.querySelectorAll("[data-text-en]")) {
      element.textContent = element.dataset[page.language === "en" ? "textEn" : "textEs"];
    }
    const other = page.language === "en" ? "es" : "en";
    const button = document.getElementById("language");
    button.textContent = other === "es" ? "Español" : "English";
    button.lang = other;
    for (const listener of listeners) listener();
  }

  document.getElementById("language").addEventListener("click", () => {
    const language = page.language === "en" ? "es" : "en";
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
