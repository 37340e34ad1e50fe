/* Citing: a button at a statement or a row that is pointed at, for its lasting address and its citation. */

(() => {
  "use strict";

  const FILE = new URL("citing.js", document.currentScript.src).href.replace("citing.js", "citation.js");
  const NAMES = { plain: "In words", bibtex: "BibTeX", csl: "CSL-JSON" };
  const LEAVING = 400;
  const ESCAPES = {
    plain: (said) => said,
    bibtex: (said) => said.replace(/[\\{}]/g, "").replace(/[&%#_$]/g, "\\$&"),
    csl: (said) => JSON.stringify(said).slice(1, -1),
  };
  const EDGE = 4;
  const tool = made("button", { type: "button", class: "permalink", "aria-haspopup": "dialog" }, "Cite");
  let at = null;
  let timer = 0;
  let dialog = null;
  let forms = null;
  let touched = false;
  let isLeaving = false;

  function made(tag, attributes = {}, ...content) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...content);
    return node;
  }

  // A statement is named at its marker, a row by itself.
  function found(target) {
    if (!(target instanceof Element)) return null;
    const marker = target.closest(".marker:has(> .target[id])");
    if (marker) return { id: marker.querySelector(".target").id, marker };
    const row = target.closest("tbody tr[id]");
    return row && { id: row.id, row };
  }

  function show(one) {
    clearTimeout(timer);
    if (at && at.id === one.id) return;
    at = one;
    tool.setAttribute("aria-label", one.row ? "Cite this row" : "Cite this statement");
    if (one.marker) one.marker.after(tool);
    else (one.row.cells[0].querySelector("p") || one.row.cells[0]).append(tool);
    tool.style.marginLeft = "";
    const over = tool.getBoundingClientRect().right - document.documentElement.clientWidth + EDGE;
    if (over > 0) tool.style.marginLeft = `${-over}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (dialog && dialog.open) return;
    at = null;
    tool.remove();
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const one = target === tool ? at : found(target);
    clearTimeout(timer);
    if (one) show(one);
    else if (at && document.activeElement !== tool) timer = setTimeout(hide, LEAVING);
  });
  document.addEventListener("pointerdown", ({ pointerType }) => {
    touched = pointerType !== "mouse";
  }, true);
  // A tap is over at its click: a button that came before would move what the finger is on.
  document.addEventListener("click", ({ target }) => {
    if (!touched) return;
    const one = found(target);
    if (one && target !== tool) show(one);
    else if (target !== tool && !target.closest(".sourcebook-popup")) hide();
  }, true);
  // Who steps out of a pop-up goes on from its marker, and is not held there once more.
  document.addEventListener("keydown", ({ target }) => {
    touched = false;
    isLeaving = Boolean(target.closest(".sourcebook-popup"));
  }, true);
  document.addEventListener("focusin", ({ target }) => {
    if (target === tool || touched) return;
    const one = isLeaving ? null : found(target);
    if (one) show(one);
    else hide();
  });

  function address() {
    const canonical = document.querySelector('link[rel="canonical"]');
    return `${(canonical ? canonical.href : window.location.href).replace(/#.*/, "")}#${at.id}`;
  }

  function heading(node) {
    const copy = node.cloneNode(true);
    for (const one of copy.querySelectorAll(".headerlink")) one.remove();
    return copy.textContent.trim();
  }

  function title() {
    const page = document.querySelector("h1");
    const section = document.getElementById(at.id).closest("section");
    const own = section && section.querySelector("h2, h3, h4");
    const parts = [page, section && !section.querySelector("h1") ? own : null].filter(Boolean);
    return parts.map(heading).join(": ");
  }

  function load() {
    forms ||= new Promise((done, fail) => {
      window.sourcebook = { ...window.sourcebook, citation: done };
      const script = made("script", { src: FILE });
      script.addEventListener("error", fail);
      document.head.append(script);
    });
    return forms;
  }

  function cited(form, template) {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0")).join("-");
    const values = { title: title(), address: address(), day };
    return template.replace(/«(title|address|day)»/g, (_, name) => {
      const isAddress = name === "address" && form === "bibtex";
      return isAddress ? values[name] : ESCAPES[form](values[name]);
    });
  }

  async function copy(field, words) {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      document.execCommand("copy");
    }
    dialog.querySelector("[role=status]").textContent = words;
  }

  function built() {
    const link = made("input", { id: "citing-address", readonly: "" });
    const form = made("select", { id: "citing-form" }, ...Object.entries(NAMES).map(
      ([value, words]) => made("option", { value }, words),
    ));
    const words = made("textarea", { id: "citing-words", readonly: "", rows: "7", "aria-label": "Citation" });
    const buttons = ["Copy link", "Copy citation", "Close"].map((said) => made("button", { type: "button" }, said));
    buttons[0].addEventListener("click", () => copy(link, "The link is copied."));
    buttons[1].addEventListener("click", () => copy(words, "The citation is copied."));
    buttons[2].addEventListener("click", () => dialog.close());
    dialog = made(
      "dialog",
      { class: "citing", "aria-label": "Link and citation" },
      made("label", { for: "citing-address" }, "Lasting address"), link, buttons[0],
      made("label", { for: "citing-form" }, "Citation"), form, words, buttons[1], buttons[2],
      made("p", { role: "status" }),
    );
    dialog.addEventListener("close", () => tool.focus());
    document.body.append(dialog);
    return dialog;
  }

  tool.addEventListener("click", async (event) => {
    event.stopPropagation();
    const templates = await load();
    const [link, words] = ["input", "textarea"].map((name) => (dialog || built()).querySelector(name));
    const form = dialog.querySelector("select");
    const fill = () => { words.value = cited(form.value, templates[form.value]); };
    form.onchange = fill;
    link.value = address();
    dialog.querySelector("[role=status]").textContent = "";
    fill();
    dialog.showModal();
  });
})();
