/* Search: objects first, then sections; names, marks and hyphens may be written in any way. */

(() => {
  "use strict";

  const MOST = { objects: 6, sections: 30 };
  const AROUND = 90;
  const PAUSE = 120;
  const FEW = 3;
  const WORD = /[\p{L}\p{N}]+(?:[-‐‑.’'][\p{L}\p{N}]+)*/gu;
  const LETTERS = { đ: "d", ð: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };
  const COMMON = new Set(("a an and are as at be been by can could did do does for from had has have how i in is it its"
    + " of on or than that the their there these they this to was were what when where which who whom whose why will"
    + " with would").split(" "));

  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[đðłøßæœıþ]/g, (letter) => LETTERS[letter]).replace(/’/g, "'");
  const bare = (word) => folded(word).replace(/'s?$/, "").replace(/[-‐‑']/g, "");

  // A word stands for itself without hyphens and for the longer of its parts.
  function forms(word) {
    const parts = folded(word).split(/[-‐‑]/);
    const longer = parts.length > 1 ? parts.filter((part) => /^\p{L}{3,}$/u.test(part)) : [];
    return [bare(word), ...longer].filter(Boolean);
  }

  const ASKING = /^\s*(?:are|can|did|do|does|has|have|how|is|was|were|what|when|where|which|who|whom|whose|why|will)\b/i;
  const wordsOf = (text) => text.match(WORD) || [];
  const tokens = (text) => wordsOf(text).flatMap(forms);
  const key = (text) => wordsOf(text).map(bare).join("");

  const fields = ["name", "others", "line", "title", "page", "text"];
  const mini = new MiniSearch({
    fields,
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 6, others: 5, title: 4, page: 2, line: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.15 : false),
      weights: { prefix: 0.6, fuzzy: 0.2 },
    },
  });
  const all = [];
  const called = new Map();

  function prepare({ pages, objects, sections }) {
    for (const [page, anchor, kind, name, others, line, about] of objects) {
      const at = { page: pages[page][1], address: pages[page][0], anchor };
      all.push({ ...at, kind, name, line, about, others: others.join("; ") });
      const names = [name, ...others].map(key);
      for (const one of names) called.set(one, [...new Set([...(called.get(one) || []), ...[name, ...others]])]);
    }
    for (const [page, anchor, title, text, apart] of sections) {
      all.push({ page: pages[page][1], address: pages[page][0], anchor, title, text, apart });
    }
    all.forEach((one, id) => { one.id = id; });
    mini.addAll(all);
  }

  // The words of a query, each with what else it may stand for; a letter and a number may belong together.
  function asked(query) {
    const given = wordsOf(query);
    const kept = given.filter((word) => !COMMON.has(folded(word)));
    return (kept.length ? kept : given).map(bare).filter(Boolean);
  }

  function joined(words) {
    const found = [];
    for (const word of words) {
      const last = found[found.length - 1];
      if (last && /^\p{L}{1,4}$/u.test(last) && /^\d/.test(word) && mini.search(last + word, { prefix: false, fuzzy: false }).length) {
        found[found.length - 1] = last + word;
      } else found.push(word);
    }
    return found;
  }

  function tree(words, combineWith) {
    const queries = words.map((word) => {
      const names = called.get(word) || [];
      const others = names.filter((name) => key(name) !== word).map((name) => ({ combineWith: "AND", queries: [tokens(name).join(" ")], prefix: false, fuzzy: false, boostTerm: () => 0.5 }));
      return others.length ? { combineWith: "OR", queries: [word, ...others] } : word;
    });
    return { combineWith, queries };
  }

  // What is called so comes first, a question before all where one is asked, then what a book is about, then objects and titles with every word,
  // and last what is only looked up: columns, and what the engine declares.
  function rank(hit, words, whole, isAsking) {
    const one = all[hit.id];
    const names = [one.name, one.title, ...(one.others || "").split("; ")].filter(Boolean);
    const same = names.filter((name) => asked(name).join("") === whole);
    if (same.length) return isAsking && same.some((name) => name.endsWith("?")) ? -1 : 0;
    if (one.apart) return 6;
    const has = (text) => {
      const said = tokens(text);
      const begins = (word, other) => other === word || (word.length > 3 && other.startsWith(word));
      return words.every((word) => said.some((other) => begins(word.replace(/s$/, ""), other)));
    };
    const named = has(`${one.name || one.title} ${one.others || ""}`);
    if (one.about && has(`${one.name} ${one.others} ${one.line}`)) return 1;
    if (named) return one.kind ? 2 : 3;
    return one.kind ? 4 : 5;
  }

  function search(query) {
    const words = joined(asked(query));
    if (!words.length) return [];
    const whole = words.join("");
    let hits = mini.search(tree(words, "AND"));
    if (hits.length < FEW) {
      const known = new Set(hits.map(({ id }) => id));
      hits = [...hits, ...mini.search(tree(words, "OR")).filter(({ id }) => !known.has(id)).map((hit) => ({ ...hit, some: true }))];
    }
    const ranked = hits.map((hit) => ({ hit, at: hit.some ? 7 : rank(hit, words, whole, ASKING.test(query)) }));
    const byScore = (one, other) => (one.at === 1 ? 0 : other.hit.score - one.hit.score);
    ranked.sort((one, other) => one.at - other.at || byScore(one, other) || one.hit.id - other.hit.id);
    const left = { ...MOST };
    return ranked.filter(({ hit }) => left[all[hit.id].kind ? "objects" : "sections"]-- > 0)
      .map(({ hit }) => ({ ...all[hit.id], matched: new Set(Object.keys(hit.match)) }));
  }

  const isMatched = (word, matched) => forms(word).some((form) => matched.has(form));

  function address(one) {
    const said = [one.name, one.others, one.title, one.line, one.text].filter(Boolean).join(" ");
    const words = [...new Set(wordsOf(said).filter((word) => isMatched(word, one.matched)).map((word) => word.toLowerCase()))];
    const root = document.documentElement.dataset.content_root || "";
    return `${root}${one.address}?highlight=${encodeURIComponent(words.join(" "))}#${one.anchor}`;
  }

  function marked(text, matched) {
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(WORD)) {
      if (!isMatched(found[0], matched)) continue;
      const mark = document.createElement("mark");
      mark.textContent = found[0];
      parts.push(text.slice(from, found.index), mark);
      from = found.index + found[0].length;
    }
    return [...parts, text.slice(from)];
  }

  // The stretch of a text that has most of the different words.
  function excerpt(text, matched) {
    const places = [...text.matchAll(WORD)].filter((found) => isMatched(found[0], matched));
    const near = ({ index }) => new Set(places.filter((one) => one.index >= index && one.index < index + AROUND).map((one) => bare(one[0]))).size;
    const best = places.reduce((found, one) => (!found || near(one) > near(found) ? one : found), null);
    const start = best ? best.index : 0;
    const from = start > AROUND ? text.indexOf(" ", start - AROUND) + 1 : 0;
    const end = text.indexOf(" ", start + 2 * AROUND);
    const to = end < 0 ? text.length : end;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function item(one) {
    const link = element("a", "", ...marked(one.name || one.title || one.page, one.matched));
    link.href = address(one);
    const where = one.kind ? one.kind : (one.title !== one.page ? one.page : "");
    const others = one.others ? ` (${one.others})` : "";
    const said = one.kind ? `${one.line}${others}` : excerpt(one.text, one.matched);
    const parts = [element("p", "head", link, where ? element("span", "where", ` ${where}`) : "")];
    if (said.trim()) parts.push(element("p", "said", ...marked(said, one.matched)));
    return element("li", one.kind ? "object" : "", ...parts);
  }

  function show(query) {
    const found = search(query);
    const hits = document.getElementById("hits");
    hits.replaceChildren(...(found.length ? [element("ol", "", ...found.map(item))] : []));
    const number = found.length === 1 ? "1 hit" : `${found.length || "No"} hits`;
    document.getElementById("found").textContent = query.trim() ? `${number} for “${query.trim()}”` : "";
  }

  function start() {
    const input = document.getElementById("sought");
    let timer = 0;
    const again = () => {
      show(input.value);
      const url = new URL(window.location);
      url.searchParams.set("q", input.value);
      window.history.replaceState({}, "", url);
    };
    prepare(window.sourcebookIndex);
    input.value = new URL(window.location).searchParams.get("q") || "";
    show(input.value);
    input.focus();
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(again, PAUSE);
    });
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      again();
    });
  }

  start();
})();
