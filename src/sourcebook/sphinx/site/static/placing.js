/* Where a pop-up stands: below or beside the lines of its marker, never on them; a sheet if narrow. */

(() => {
  "use strict";

  const GAP = 4;
  const EDGE = 12;
  const LOWEST = 120;
  const narrow = window.matchMedia("(max-width: 40rem)");

  const isNarrow = () => narrow.matches;

  function blockOf(marker) {
    let block = marker;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  }

  // The lines of text on which a marker stands, from the top of the first to the foot of the last.
  function linesOf(marker) {
    const rects = marker.getClientRects();
    const style = getComputedStyle(blockOf(marker));
    const pitch = parseFloat(style.lineHeight) || 1.5 * parseFloat(style.fontSize);
    const [first, last] = [rects[0], rects[rects.length - 1]];
    const half = Math.max(0, pitch - first.height) / 2;
    return { left: first.left, top: first.top - half, bottom: last.bottom + half };
  }

  function place(popup, marker, choose, move = false) {
    if (isNarrow()) {
      popup.dataset.side = "sheet";
      popup.style.left = popup.style.top = popup.style.maxHeight = "";
      if (move) makeRoom(popup, marker, 0);
      return;
    }
    if (choose) {
      popup.style.maxHeight = "";
      popup.dataset.side = "below";
      if (move) makeRoom(popup, marker, EDGE);
    }
    const lines = linesOf(marker);
    const text = (marker.closest("article, main") || blockOf(marker)).getBoundingClientRect();
    if (choose) chooseSide(popup, lines, text);
    const { top, left } = spot(popup, lines, text);
    popup.style.left = `${left + window.scrollX}px`;
    popup.style.top = `${top + window.scrollY}px`;
  }

  function chooseSide(popup, lines, text) {
    const { offsetHeight: high, offsetWidth: wide } = popup;
    const below = window.innerHeight - lines.bottom - GAP - EDGE;
    const above = lines.top - GAP - EDGE;
    const beside = document.documentElement.clientWidth - wide - GAP - EDGE;
    if (below < Math.min(high, LOWEST)) {
      if (text.right <= beside) popup.dataset.side = "right";
      else if (text.left >= wide + GAP + EDGE) popup.dataset.side = "left";
      else if (above > below) popup.dataset.side = "above";
    }
    const room = { below, above }[popup.dataset.side];
    if (room < high) popup.style.maxHeight = `${Math.max(room, LOWEST)}px`;
  }

  function spot(popup, lines, text) {
    const { side } = popup.dataset;
    const lowest = window.innerHeight - popup.offsetHeight - EDGE;
    const beside = Math.max(EDGE, Math.min(lines.top, lowest));
    if (side === "right") return { top: beside, left: text.right + GAP };
    if (side === "left") return { top: beside, left: text.left - GAP - popup.offsetWidth };
    const most = document.documentElement.clientWidth - popup.offsetWidth - EDGE;
    const left = Math.max(EDGE, Math.min(lines.left, most));
    if (side === "above") return { top: lines.top - GAP - popup.offsetHeight, left };
    return { top: lines.bottom + GAP, left };
  }

  // The page moves until a pop-up has room below the lines, and they are below what heads the page.
  function makeRoom(popup, marker, edge) {
    const page = document.documentElement;
    const lines = linesOf(marker);
    const head = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
    const lacking = lines.bottom + GAP + popup.offsetHeight + edge - window.innerHeight;
    const move = lacking > 0 ? lacking : Math.min(0, lines.top - head);
    const rest = page.scrollHeight - window.innerHeight - window.scrollY;
    if (move > rest) document.body.style.paddingBottom = `${Math.ceil(move - rest)}px`;
    window.scrollBy({ top: move, behavior: "instant" });
  }

  window.sourcebook = { ...window.sourcebook, place, isNarrow };
})();
