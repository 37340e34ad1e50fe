/* Pop-ups: a marker shows the quotations it cites, taken from the list at the end of the page. */

(() => {
  "use strict";

  const GAP = 6;
  const EDGE = 12;
  const LOWEST = 160;
  const OPENING = 120;
  const CLOSING = 260;

  const notes = new Map();
  let popup;
  let body;
  let label = null;
  let entered = false;
  let timer = 0;
  let returning = false;

  const ids = (link) => link.dataset.ev.split(" ");
  const markerOf = (link) => link.closest(".marker") || link;
  const labelsOf = (link) => [...markerOf(link).querySelectorAll("a.ev")];

  function build() {
    popup = document.createElement("div");
    popup.id = "sourcebook-popup";
    popup.className = "sourcebook-popup";
    popup.setAttribute("role", "dialog");
    popup.setAttribute("aria-label", "Quotations");
    popup.tabIndex = -1;
    popup.hidden = true;
    body = document.createElement("div");
    body.className = "quotations";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.setAttribute("aria-label", "Close");
    close.textContent = "×";
    close.addEventListener("click", () => leave(true));
    popup.append(body, close);
    popup.addEventListener("pointerenter", () => clearTimeout(timer));
    popup.addEventListener("pointerleave", closeSoon);
    popup.addEventListener("pointerdown", () => { entered = true; });
    popup.addEventListener("keydown", stepOut);
    popup.addEventListener("focusin", () => { entered = true; });
    popup.addEventListener("focusout", ({ relatedTarget }) => {
      const own = label && markerOf(label).contains(relatedTarget);
      if (relatedTarget && !own && !popup.contains(relatedTarget)) hide();
    });
    document.body.append(popup);
  }

  function show(link) {
    clearTimeout(timer);
    if (label === link) return;
    const sameMarker = label && markerOf(label) === markerOf(link);
    if (!sameMarker) {
      hide();
      const cited = labelsOf(link).flatMap(ids);
      body.replaceChildren(...cited.filter((one) => notes.has(one)).map(article));
      labelsOf(link).forEach((one) => one.setAttribute("aria-expanded", "true"));
      popup.hidden = false;
    }
    label = link;
    place(!sameMarker);
    const wanted = ids(link);
    const several = body.children.length > wanted.length;
    for (const one of body.children) {
      one.classList.toggle("asked", several && wanted.includes(one.dataset.ev));
    }
    const first = [...body.children].find((one) => one.dataset.ev === wanted[0]);
    body.scrollTop = first ? first.offsetTop - body.firstChild.offsetTop : 0;
  }

  function article(key) {
    const made = document.createElement("article");
    made.dataset.ev = key;
    made.append(...[...notes.get(key).childNodes].map((child) => child.cloneNode(true)));
    return made;
  }

  function hide() {
    clearTimeout(timer);
    if (!label) return;
    labelsOf(label).forEach((one) => one.setAttribute("aria-expanded", "false"));
    label = null;
    entered = false;
    popup.hidden = true;
  }

  function leave(back) {
    const from = label;
    hide();
    if (back && from) {
      returning = true;
      from.focus({ preventScroll: true });
      returning = false;
    }
  }

  function enter(link) {
    show(link);
    entered = true;
    popup.focus({ preventScroll: true });
  }

  function showSoon(link) {
    clearTimeout(timer);
    if (!entered) timer = setTimeout(show, label ? 0 : OPENING, link);
  }

  function closeSoon() {
    clearTimeout(timer);
    if (!entered) timer = setTimeout(hide, CLOSING);
  }

  function place(choose) {
    if (!label) return;
    const at = label.getClientRects()[0];
    const wide = document.documentElement.clientWidth;
    const high = window.innerHeight;
    if (choose) {
      popup.style.maxHeight = "";
      const below = high - at.bottom - GAP - EDGE;
      const above = at.top - GAP - EDGE;
      const fits = popup.offsetHeight <= below;
      popup.dataset.side = fits || below >= above ? "below" : "above";
      const room = popup.dataset.side === "below" ? below : above;
      popup.style.maxHeight = `${Math.max(Math.min(room, popup.offsetHeight), LOWEST)}px`;
    }
    const left = Math.max(EDGE, Math.min(at.left, wide - popup.offsetWidth - EDGE));
    const above = at.top - GAP - popup.offsetHeight;
    const top = popup.dataset.side === "below" ? at.bottom + GAP : above;
    const lowest = Math.max(EDGE, high - popup.offsetHeight - EDGE);
    const kept = choose ? Math.min(Math.max(top, EDGE), lowest) : top;
    popup.style.left = `${left + window.scrollX}px`;
    popup.style.top = `${kept + window.scrollY}px`;
  }

  function stepOut(event) {
    if (event.key !== "Tab" || !label) return;
    const stops = [...popup.querySelectorAll("a[href], button")];
    const from = document.activeElement;
    const first = event.shiftKey && (from === popup || from === stops[0]);
    const last = !event.shiftKey && from === stops[stops.length - 1];
    if (first) event.preventDefault();
    if (first || last) leave(true);
  }

  function prepare(link) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") showSoon(link);
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") closeSoon();
    });
    link.addEventListener("focus", () => {
      if (!returning && link.matches(":focus-visible")) show(link);
    });
    link.addEventListener("blur", ({ relatedTarget }) => {
      if (!entered && !popup.contains(relatedTarget)) closeSoon();
    });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const again = label === link && entered;
      if (again) leave(true);
      else enter(link);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "ArrowDown") return;
      if (event.key === "ArrowDown" && label !== link) return;
      event.preventDefault();
      enter(link);
    });
  }

  function start() {
    for (const note of document.querySelectorAll(".notes .note")) notes.set(note.dataset.ev, note);
    const links = [...document.querySelectorAll(".marker a.ev")];
    const known = links.filter((link) => ids(link).some((one) => notes.has(one)));
    if (!known.length) return;
    build();
    known.forEach(prepare);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && label) {
        const inside = popup.contains(document.activeElement);
        event.preventDefault();
        leave(inside);
      }
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (label && !popup.contains(target) && !markerOf(label).contains(target)) hide();
    });
    document.addEventListener("scroll", ({ target }) => {
      if (target !== document && target !== body) place(false);
    }, true);
    window.addEventListener("resize", () => place(true));
    window.addEventListener("beforeprint", hide);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

// A table on a narrow screen: each row stands as a block, each cell under the name of its column.
(() => {
  function label(table) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    if (heads.length < 3 && !table.matches(".register")) return;
    for (const row of table.querySelectorAll("tbody tr")) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, at) => {
        cell.setAttribute("role", "cell");
        cell.dataset.column = heads[at] ?? "";
      });
    }
    table.setAttribute("role", "table");
    table.classList.add("labelled");
  }

  const start = () => document.querySelectorAll("article table").forEach(label);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

// A picture wider than a narrow screen scrolls in its box: say so above it.
(() => {
  function mark() {
    for (const figure of document.querySelectorAll(".cell_output figure")) {
      const image = figure.querySelector("img");
      figure.classList.toggle("runs-on", Boolean(image) && image.offsetWidth > figure.clientWidth + 1);
    }
  }

  window.addEventListener("load", mark);
  window.addEventListener("resize", mark);
})();
