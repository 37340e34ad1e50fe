/* Light or dark, as the reader chose it: set before anything is drawn, so that nothing flashes. */

(() => {
  "use strict";

  const { dataset } = document.documentElement;
  const given = document.currentScript.dataset.mode || "auto";
  let mode = given;
  try {
    mode = localStorage.getItem("mode") || given;
  } catch {
    // Where nothing may be stored, the system's choice holds.
  }
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.mode = mode;
  dataset.theme = mode === "auto" ? (dark ? "dark" : "light") : mode;
})();
