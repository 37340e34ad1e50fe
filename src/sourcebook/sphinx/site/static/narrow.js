/* Narrow screens: tables that stand row by row. */

// Each row of a table stands as a block, each cell under the name of its column.
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
