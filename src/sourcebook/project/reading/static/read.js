/* Reading a source: choosing words with keys or the pointer, and adding them to the evidence. */

"use strict";

const token = document.querySelector("meta[name=token]").content;
const chooser = document.getElementById("source");
const text = document.getElementById("text");
const form = document.getElementById("row");
const said = document.getElementById("said");
let chosen = null; // the characters that a row is proposed for
let first = null; // the sentence where a stretch of several begins

async function ask(path, body) {
  const sent = body && {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Token": token },
    body: JSON.stringify(body),
  };
  let answer;
  try {
    answer = await fetch(path, sent);
  } catch {
    throw new Error("The program does not answer; start sourcebook read again.");
  }
  const read = (await answer.text()) || "{}";
  const found = JSON.parse(read);
  if (!answer.ok) throw new Error(found.problem || `The program refused (${answer.status}).`);
  return found;
}

function say(words, wrong = false) {
  said.textContent = words;
  said.classList.toggle("wrong", wrong);
}

function made(name, words, className) {
  const node = document.createElement(name);
  if (words !== undefined) node.textContent = words;
  if (className) node.className = className;
  return node;
}

function options(list, entries) {
  list.replaceChildren(
    ...entries.map(([value, label]) => {
      const one = made("option", label);
      one.value = value;
      return one;
    }),
  );
}

function piece(one) {
  const node = made(one.ids.length ? "mark" : "span", one.text, "piece");
  node.dataset.start = one.start;
  if (one.ids.length) node.title = one.ids.join(", ");
  return node;
}

function paragraph(one) {
  const node = made("p", undefined, one.state);
  node.append(made("span", one.locator, "locator"));
  let sentence = null;
  let at = null;
  for (const each of one.pieces) {
    if (each.sentence === null) {
      node.append(piece(each));
      continue;
    }
    if (!sentence || at !== each.sentence) {
      sentence = made("span", undefined, "sentence");
      sentence.tabIndex = -1;
      at = each.sentence;
      node.append(sentence);
    }
    sentence.append(piece(each));
  }
  if (one.reason) node.append(made("span", `Set aside: ${one.reason}`, "reason aside"));
  return node;
}

async function show(source, at = 0) {
  const found = await ask(`text/${encodeURIComponent(source)}`);
  text.replaceChildren(...found.paragraphs.map(paragraph));
  options(document.getElementById("speakers"), found.speakers.map((one) => [one, one]));
  options(form.elements.mode, Object.entries(found.modes).map(([key, words]) => [key, `${key}: ${words}`]));
  for (const name of ["speaker", "mode", "note"]) {
    form.elements[name].parentElement.hidden = !found.columns.includes(name);
  }
  document.title = `Reading ${source}`;
  location.hash = source;
  letGo();
  if (at) focus(sentences()[at]);
}

function sentences() {
  return [...text.querySelectorAll(".sentence")];
}

function focus(sentence) {
  if (!sentence) return;
  sentence.focus();
  sentence.scrollIntoView({ block: "nearest" });
}

function move(step, extend) {
  const all = sentences();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
  if (extend) first = first || all[Math.max(at, 0)];
  else first = null;
  focus(next);
  const ends = first ? [all.indexOf(first), all.indexOf(next)].sort((a, b) => a - b) : [1, 0];
  all.forEach((one, place) => one.classList.toggle("chosen", place >= ends[0] && place <= ends[1]));
}

function nextOpen() {
  const all = sentences();
  const at = all.indexOf(document.activeElement);
  const open = (one) => !one.querySelector("mark") && !one.closest(".aside");
  const next = all.slice(at + 1).find(open) || all.find(open);
  if (next) focus(next);
  else say("Nothing is open in this source.");
}

function startOf(node) {
  return Number(node.dataset.start);
}

function endOf(node) {
  return startOf(node) + [...node.textContent].length;
}

function offset(node, at, ending) {
  if (node.nodeType === Node.TEXT_NODE && node.parentElement.classList.contains("piece")) {
    return startOf(node.parentElement) + [...node.data.slice(0, at)].length;
  }
  const range = document.createRange();
  range.setStart(node, at);
  const pieces = [...text.querySelectorAll(".piece")];
  const place = pieces.findIndex((one) => range.comparePoint(one, 0) >= 0);
  if (ending) {
    const last = place < 0 ? pieces.at(-1) : pieces[place - 1];
    return last ? endOf(last) : 0;
  }
  return place < 0 ? endOf(pieces.at(-1)) : startOf(pieces[place]);
}

function selected() {
  const selection = getSelection();
  if (selection.rangeCount && !selection.isCollapsed && text.contains(selection.anchorNode)) {
    const range = selection.getRangeAt(0);
    return {
      start: offset(range.startContainer, range.startOffset, false),
      end: offset(range.endContainer, range.endOffset, true),
    };
  }
  const marked = [...text.querySelectorAll(".chosen")];
  const here = document.activeElement.closest(".sentence");
  const kept = marked.length ? marked : here ? [here] : [];
  if (!kept.length) return null;
  return { start: startOf(kept[0].firstChild), end: endOf(kept.at(-1).lastChild) };
}

async function propose() {
  const span = selected();
  if (!span) return;
  const asked = { source: chooser.value, ...span };
  const row = await ask("propose", asked);
  chosen = { ...asked, at: sentences().indexOf(document.activeElement.closest(".sentence")) };
  document.getElementById("quotation").textContent = row.quotation;
  const around = [row.prefix && `after “${row.prefix}”`, row.suffix && `before “${row.suffix}”`];
  document.getElementById("around").textContent = around.filter(Boolean).join(", ");
  for (const name of ["id", "speaker", "mode", "note"]) form.elements[name].value = row[name];
  form.hidden = false;
  say("");
  form.elements.id.focus();
}

async function add() {
  const row = {};
  for (const name of ["id", "speaker", "mode", "note"]) row[name] = form.elements[name].value;
  const { at, ...place } = chosen;
  const { id } = await ask("add", { ...place, row });
  await show(chooser.value, Math.max(at, 0));
  say(`Added as ${id}.`);
}

function letGo() {
  chosen = first = null;
  form.hidden = true;
  getSelection().removeAllRanges();
  text.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
}

function tell(done) {
  Promise.resolve(done).catch((error) => say(error.message, true));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    const at = chosen && sentences()[chosen.at];
    letGo();
    say("");
    focus(at);
    return;
  }
  if (event.target.closest("form, select, button, input")) return;
  const key = event.key.toLowerCase();
  const steps = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };
  if (key in steps) move(steps[key], event.shiftKey);
  else if (key === "n") nextOpen();
  else if (key === "enter") tell(propose());
  else return;
  event.preventDefault();
});

text.addEventListener("mouseup", () => {
  if (!getSelection().isCollapsed) tell(propose());
});

text.addEventListener("click", (event) => {
  const sentence = event.target.closest(".sentence");
  if (sentence && getSelection().isCollapsed) focus(sentence);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  tell(add());
});

document.getElementById("leave").addEventListener("click", letGo);
chooser.addEventListener("change", () => tell(show(chooser.value)));

async function begin() {
  const sources = await ask("sources");
  const left = (one) => (one.open ? `, ${one.open} paragraphs open` : "");
  options(chooser, sources.map((one) => [one.id, `${one.name}${left(one)}`]));
  const asked = decodeURIComponent(location.hash.slice(1));
  if (sources.some((one) => one.id === asked)) chooser.value = asked;
  if (sources.length) await show(chooser.value);
  else say("The book has no source yet; sourcebook add FILE adds one.");
}

tell(begin());
