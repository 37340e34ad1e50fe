/* Pop-ups: a marker opens the quotations it cites, with a pointer, a finger or the keyboard. */

(() => {
  "use strict";

  const OPENING = 120;
  const CLOSING = 260;
  const CLOSING_FAR = 1200;
  const { told, load, address, place, isNarrow } = window.sourcebook;

  let popup;
  let body;
  let cite;
  let open = null;
  let wanted = null;
  let entered = false;
  let timer = 0;

  const ids = (label) => label.dataset.ev.split(" ");
  const markerOf = (control) => control.closest(".marker") || control;

  function labelsOf(control) {
    const several = [...control.querySelectorAll("[data-ev]")];
    return several.length ? several : [control];
  }

  function words(control) {
    return Promise.all(labelsOf(control).map(({ dataset }) => load(dataset.from)));
  }

  function build() {
    popup = document.createElement("div");
    popup.id = "sourcebook-popup";
    popup.className = "sourcebook-popup";
    popup.setAttribute("role", "dialog");
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
    cite = document.createElement("button");
    cite.type = "button";
    cite.className = "cite";
    cite.textContent = "Cite";
    cite.setAttribute("aria-haspopup", "dialog");
    cite.addEventListener("click", () => {
      const from = open;
      hide();
      window.sourcebook.citing.open(citable(from), from);
    });
    const tools = document.createElement("div");
    tools.className = "tools";
    tools.append(close, cite);
    popup.append(body, tools);
    popup.addEventListener("pointerenter", () => clearTimeout(timer));
    popup.addEventListener("pointerleave", closeSoon);
    popup.addEventListener("pointerdown", () => { entered = true; });
    popup.addEventListener("keydown", stepOut);
    popup.addEventListener("focusin", () => { entered = true; });
    popup.addEventListener("focusout", ({ relatedTarget }) => {
      const own = open && markerOf(open).contains(relatedTarget);
      if (relatedTarget && !own && !popup.contains(relatedTarget)) hide();
    });
    body.addEventListener("click", ({ target }) => {
      if (target.closest("a")) hide();
    });
    document.body.append(popup);
  }

  async function show(control, asked = null, move = false) {
    clearTimeout(timer);
    wanted = control;
    await words(control);
    if (wanted !== control) return false;
    if (open !== control) {
      const cited = labelsOf(control).flatMap(ids).filter((one) => told.has(one));
      if (!cited.length) throw new Error("no words of what is cited");
      hide();
      wanted = open = control;
      body.replaceChildren(...(cited.length > 1 ? [head(cited.length)] : []), ...cited.map(article));
      const one = citable(control);
      cite.hidden = !one;
      if (one) cite.setAttribute("aria-label", one.said);
      body.scrollTop = 0;
      popup.setAttribute("aria-label", control.getAttribute("aria-label"));
      control.setAttribute("aria-expanded", "true");
      popup.hidden = false;
      place(popup, markerOf(control), true, move);
    }
    if (asked) point(ids(asked));
    return true;
  }

  const citable = (control) => window.sourcebook.citing?.found(control);

  function head(number) {
    const made = document.createElement("p");
    made.className = "number";
    made.textContent = `${number} quotations`;
    return made;
  }

  function point(at) {
    const articles = [...body.querySelectorAll("article")];
    const several = articles.length > at.length;
    for (const one of articles) {
      one.classList.toggle("asked", several && at.includes(one.dataset.ev));
    }
    const first = articles.find((one) => one.dataset.ev === at[0]);
    body.scrollTop = first && first !== articles[0] ? first.offsetTop - body.firstChild.offsetTop : 0;
  }

  function article(key) {
    const made = document.createElement("article");
    made.dataset.ev = key;
    made.append(...told.get(key).map((line) => {
      const paragraph = document.createElement("p");
      paragraph.className = line.class;
      if (line.lang) paragraph.lang = line.lang;
      paragraph.append(...line.parts.map(part));
      return paragraph;
    }));
    return made;
  }

  function part(one) {
    if (typeof one === "string") return one;
    const made = document.createElement(one.href ? "a" : "span");
    if (one.href) made.href = address(one.href);
    else made.className = one.class;
    made.textContent = one.text;
    return made;
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!open) return;
    open.setAttribute("aria-expanded", "false");
    open = null;
    entered = false;
    popup.hidden = true;
    document.body.style.paddingBottom = "";
  }

  function leave(back) {
    const from = open;
    hide();
    if (back && from) from.focus({ preventScroll: true });
  }

  function enter(control, asked) {
    show(control, asked, true).then((shown) => {
      if (!shown) return;
      entered = true;
      popup.focus({ preventScroll: true });
    }, () => window.location.assign((asked && asked.dataset.href) || (control.href.baseVal ?? control.href)));
  }

  function showSoon(control) {
    clearTimeout(timer);
    words(control).catch(() => {});
    if (entered || isNarrow()) return;
    timer = setTimeout(() => show(control).catch(hide), OPENING);
  }

  function closeSoon() {
    clearTimeout(timer);
    const far = ["left", "right"].includes(popup.dataset.side);
    if (!entered) timer = setTimeout(hide, far ? CLOSING_FAR : CLOSING);
  }

  function placeAgain(choose) {
    if (open) place(popup, markerOf(open), choose);
  }

  function stepOut(event) {
    if (event.key !== "Tab" || !open) return;
    const stops = [...popup.querySelectorAll("a[href], button:not([hidden])")];
    const from = document.activeElement;
    const first = event.shiftKey && (from === popup || from === stops[0]);
    const last = !event.shiftKey && from === stops[stops.length - 1];
    if (first) event.preventDefault();
    if (first || last) leave(true);
  }

  // Several links of a marker become one, so that a marker is one stop and one thing to point at.
  function join(links) {
    const [control, ...others] = links;
    if (!others.length) return control;
    const apart = [];
    for (let one = control; one; one = one === links.at(-1) ? null : one.nextSibling) apart.push(one);
    const labels = apart.map((one) => (links.includes(one) ? citedFrom(one) : one));
    control.replaceChildren(...labels);
    others.forEach((one) => one.remove());
    control.setAttribute("aria-label", control.dataset.all);
    delete control.dataset.ev;
    return control;
  }

  function citedFrom(link) {
    const made = document.createElement("span");
    made.className = "cited";
    Object.assign(made.dataset, { ev: link.dataset.ev, from: link.dataset.from, href: link.href });
    made.append(...link.childNodes);
    return made;
  }

  function prepare(control) {
    control.setAttribute("role", "button");
    control.setAttribute("aria-haspopup", "dialog");
    control.setAttribute("aria-expanded", "false");
    control.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") showSoon(control);
    });
    control.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") closeSoon();
    });
    control.addEventListener("focus", () => words(control).catch(() => {}));
    control.addEventListener("blur", ({ relatedTarget }) => {
      if (!entered && !popup.contains(relatedTarget)) closeSoon();
    });
    control.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (open === control && entered) leave(true);
      else enter(control, event.target.closest(".cited"));
    });
    control.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "ArrowDown") return;
      if (event.key === "ArrowDown" && open !== control) return;
      event.preventDefault();
      enter(control, null);
    });
  }

  function start() {
    const markers = [...document.querySelectorAll(".marker")];
    const links = markers.map((marker) => [...marker.querySelectorAll("a.ev")]);
    const controls = links.filter((found) => found.length).map(join);
    if (!controls.length) return;
    build();
    controls.forEach(prepare);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && open) {
        const inside = popup.contains(document.activeElement);
        event.preventDefault();
        leave(inside);
      }
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (open && !popup.contains(target) && !markerOf(open).contains(target)) hide();
    });
    document.addEventListener("scroll", ({ target }) => {
      if (target !== document && target !== body) placeAgain(false);
    }, true);
    window.addEventListener("resize", () => placeAgain(true));
    window.addEventListener("beforeprint", hide);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
