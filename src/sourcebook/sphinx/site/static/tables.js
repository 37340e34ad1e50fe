/* Tables: rows sorted by a column and filtered by words or by what they hold, and taken away as shown. */

(() => {
  "use strict";

  const FORMULA = /^(?:[\t\r\n]|[\s\u0000-\u001f\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]\s*\S)/u;
  const APART = ".computed-note, .permalink, .cited-in";
  const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‐‑]/g, "-");
  let number = 0;

  function made(tag, attributes = {}, ...content) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...content);
    return node;
  }

  // A field with its label, each under a name of its own.
  function labelled(words, field) {
    field.id = `table-tool-${number += 1}`;
    return made("p", { class: "table-tool" }, made("label", { for: field.id }, words), field);
  }

  function choice(first, options) {
    const list = options.map(([value, words]) => made("option", { value }, words));
    return made("select", {}, made("option", { value: "" }, first), ...list);
  }

  // Each head holds a button, which the keyboard reaches and which says what it does.
  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    for (const head of heads) {
      const button = made("button", { type: "button", class: "table-sort" });
      button.append(...(head.querySelector("p") || head).childNodes);
      head.replaceChildren(button);
    }
    const sorter = new Tablesort(table);
    for (const head of heads) {
      head.removeAttribute("tabindex");
      head.removeAttribute("role");
    }
    return { heads, sorter };
  }

  function without(cell, apart) {
    const copy = cell.cloneNode(true);
    for (const one of copy.querySelectorAll(apart)) one.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function words(cell) {
    const said = without(cell, `${APART}, .marker`);
    return said || cell.dataset.carried || without(cell, APART);
  }

  function csv(table, heads) {
    const cited = (row) => [...new Set([...row.querySelectorAll("[data-ev]")]
      .flatMap((one) => one.dataset.ev.split(" ")))].join(" ");
    const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const lines = [
      [...heads.map(words), "Evidence"],
      ...shown.map((row) => [...[...row.cells].map(words), cited(row)]),
    ];
    const cell = (said) => {
      const safe = FORMULA.test(said) && !NUMBER.test(said) ? `'${said}` : said;
      return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    };
    return `${lines.map((line) => line.map(cell).join(",")).join("\n")}\n`;
  }

  // Where rows are hidden or stand in another order, the file is made of what is shown.
  function takeAway(link, table, heads, isAsWritten) {
    link.addEventListener("click", (event) => {
      if (isAsWritten() || !event.isTrusted) return;
      event.preventDefault();
      const address = URL.createObjectURL(new Blob([csv(table, heads)], { type: "text/csv" }));
      const name = link.getAttribute("href").split("/").pop().replace(/\.csv$/, "-as-shown.csv");
      made("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
  }

  function offer(holder) {
    const table = holder.querySelector("table");
    const { heads, sorter } = sortable(table);
    const rows = [...table.tBodies[0].rows];
    const order = new Map(rows.map((row, at) => [row, at]));
    const link = holder.querySelector(".table-file a");
    let isSorted = false;
    const isAsWritten = () => !isSorted && rows.every((row) => !row.hidden);
    table.addEventListener("afterSort", () => {
      isSorted = true;
      table.classList.add("rearranged");
    });
    takeAway(link, table, heads, isAsWritten);
    const place = holder.querySelector(".table-place");
    if (!place) return;

    const search = made("input", { type: "search", autocomplete: "off" });
    const facets = Object.entries(JSON.parse(holder.dataset.facets)).map(([name, values], at) => [
      name,
      choice("all", values.map((value, place) => [`${at}.${place}`, value])),
    ]);
    const columns = heads.map((head, at) => [String(at), words(head)]);
    const sort = choice("as written", columns.flatMap(([at, said]) => [
      [`${at} ascending`, `${said}, rising`],
      [`${at} descending`, `${said}, falling`],
    ]));
    const count = made("p", { class: "table-count", role: "status" });
    const clear = made("button", { type: "button", class: "table-clear" }, "Show all");
    const held = new Map(rows.map((row) => [row, ` ${row.dataset.in || ""} `]));
    let texts = null;

    const text = (row) => {
      texts ||= new Map(rows.map((one) => [one, folded(one.textContent)]));
      return texts.get(row);
    };

    function filter() {
      const asked = folded(search.value).split(/\s+/).filter(Boolean);
      const wanted = facets.map(([, field]) => field.value).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits = wanted.every((one) => held.get(row).includes(` ${one} `))
          && asked.every((one) => text(row).includes(one));
        if (row.hidden === fits) row.hidden = !fits;
        shown += fits;
      }
      count.textContent = shown === rows.length ? `${shown} rows` : `${shown} of ${rows.length} rows`;
      clear.hidden = shown === rows.length && !isSorted;
      table.classList.toggle("rearranged", !clear.hidden);
    }

    function arrange() {
      for (const head of heads) head.removeAttribute("aria-sort");
      sorter.current = undefined;
      if (!sort.value) {
        table.tBodies[0].append(...[...rows].sort((one, other) => order.get(one) - order.get(other)));
        isSorted = false;
      } else {
        const [at, direction] = sort.value.split(" ");
        if (direction === "descending") heads[at].setAttribute("aria-sort", "ascending");
        sorter.current = heads[at];
        sorter.sortTable(heads[at]);
      }
      filter();
    }

    table.addEventListener("afterSort", () => {
      const head = heads.find((one) => one.hasAttribute("aria-sort"));
      sort.value = `${heads.indexOf(head)} ${head.getAttribute("aria-sort")}`;
      clear.hidden = false;
    });
    search.addEventListener("input", filter);
    sort.addEventListener("change", arrange);
    for (const [, field] of facets) field.addEventListener("change", filter);
    clear.addEventListener("click", () => {
      for (const field of [search, sort, ...facets.map(([, one]) => one)]) field.value = "";
      arrange();
      search.focus();
    });
    const fields = [
      labelled("Words", search),
      ...facets.map(([name, field]) => labelled(name, field)),
      labelled("Sort by", sort),
    ];
    const tools = made(
      "details",
      { class: "table-tools" },
      made("summary", {}, "Sort and filter"),
      made("div", { class: "table-fields" }, ...fields, clear),
    );
    place.replaceChildren(tools, count);
    filter();
  }

  const start = () => document.querySelectorAll(".data-table").forEach(offer);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
