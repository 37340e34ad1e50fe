/* Citing: a button at a row that is pointed at, at a statement and a figure, for address and citation. */

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
  const LONGEST = 60;
  const APART = ".headerlink, .caption-number, .marker, .computed-note, .permalink, .cited-in, .variants, .reason";
  const tool = made("button", { type: "button", class: "permalink", "aria-haspopup": "dialog" }, "Cite");
  let at = null;
  let timer = 0;
  let dialog = null;
  let subject = null;
  let forms = null;
  let touched = false;
  let isLeaving = false;

  function made(tag, attributes = {}, ...content) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...content);
    return node;
  }

  function rowAt(target) {
    const row = target instanceof Element && target.closest("tbody tr[id]");
    return row ? { id: row.id, row, said: "Cite this row" } : null;
  }

  // A statement is named at its marker, a row by itself.
  function found(target) {
    const marker = target instanceof Element && target.closest(".marker:has(> .target[id])");
    if (!marker) return rowAt(target);
    return { id: marker.querySelector(".target").id, marker, said: "Cite this statement" };
  }

  function show(one) {
    clearTimeout(timer);
    if (at && at.id === one.id) return;
    at = one;
    tool.setAttribute("aria-label", one.said);
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
    const one = target === tool ? at : rowAt(target);
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
    const one = target.closest(".marker") ? null : rowAt(target);
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

  const page = () => {
    const canonical = document.querySelector('link[rel="canonical"]');
    return (canonical ? canonical.href : window.location.href).replace(/[?#].*/, "");
  };
  const address = () => `${page()}#${subject.id}`;

  // Made of the address below the top of the site, so that it is one for each place and lasts.
  function key() {
    const root = new URL(document.documentElement.dataset.content_root || "./", window.location.href).pathname;
    const name = decodeURI(window.location.pathname.slice(root.length)).replace(/\.html$/, "");
    return `${name}-${subject.id}`.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-/, "");
  }

  function words(node) {
    const copy = node.cloneNode(true);
    for (const one of copy.querySelectorAll(APART)) one.remove();
    return copy.textContent.replace(/\s+/g, " ").replace(/ (?=[.,;:!?)](?: |$))/g, "").trim();
  }

  function title() {
    const caption = subject.figure?.querySelector(".caption-text");
    if (caption) return words(caption).replace(/\.$/, "");
    const top = document.querySelector("h1");
    const section = document.getElementById(subject.id).closest("section");
    const own = section && section.querySelector("h2, h3, h4");
    const parts = [top, section && !section.querySelector("h1") ? own : null].filter(Boolean);
    return parts.map(words).join(": ");
  }

  function place() {
    const { figure, row, marker } = subject;
    if (figure) return (figure.querySelector(".caption-number")?.textContent || "figure").trim();
    const line = row || marker.closest("tr");
    if (line) {
      const [cell] = line.cells;
      const said = words(cell) || cell.dataset.carried || "";
      return `row “${said.length > LONGEST ? `${said.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : said}”`;
    }
    const section = marker.closest("section");
    const own = section ? [...section.querySelectorAll("p")].filter((one) => one.closest("section") === section
      && !one.closest("table, figure, nav, details") && words(one)) : [];
    const number = own.findIndex((one) => one.contains(marker)) + 1;
    return number ? `paragraph ${number}` : "statement";
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
    const values = { title: title(), place: place(), address: address(), key: key(), day };
    return template.replace(/«(title|place|address|key|day)»/g, (_, name) => {
      const isPlain = form === "bibtex" && ["address", "key"].includes(name);
      return isPlain ? values[name] : ESCAPES[form](values[name]);
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
    document.body.append(dialog);
    return dialog;
  }

  async function open(one, from) {
    const templates = await load();
    subject = one;
    const [link, said] = ["input", "textarea"].map((name) => (dialog || built()).querySelector(name));
    const form = dialog.querySelector("select");
    const fill = () => { said.value = cited(form.value, templates[form.value]); };
    form.onchange = fill;
    link.value = address();
    dialog.querySelector("[role=status]").textContent = "";
    fill();
    from.focus({ preventScroll: true }); // for the browser gives the focus back to what had it
    dialog.showModal();
  }

  tool.addEventListener("click", (event) => {
    event.stopPropagation();
    open(at, tool);
  });

  // Without scripts a figure has its citation in words; here it has all forms.
  function offer(written) {
    const figure = written.closest("figure[id]");
    if (!figure) return;
    const button = made("button", { type: "button", class: "cite-figure", "aria-haspopup": "dialog" },
      written.querySelector("summary").textContent);
    button.addEventListener("click", () => open({ id: figure.id, figure }, button));
    written.replaceWith(button);
  }

  window.sourcebook = { ...window.sourcebook, citing: { found, open } };
  const start = () => document.querySelectorAll(".to-cite").forEach(offer);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
