// The bank's page: narrows its list by what is asked for, and puts questions into the set that is open in this browser.
import { onPage } from "../page.js";
import { loadBank } from "./bank-data.js";
import { button, node } from "./dom.js";
import { makeFilter, readAsked, writeAsked } from "./filter.js";
import { filterForm } from "./filter-form.js";
import { added, has, makeItem, minutesOf, removed } from "./set.js";
import { keepShelf, onShelf, openSet, readShelf, withSet } from "./shelf.js";
import { count, range } from "./words.js";

/** What the page shows of the bank: entries by question, groups of them under their headings. */
function readPage(bank) {
  const entries = new Map([...bank.questions.keys()].map((id) => [id, document.getElementById(id)]).filter(([, entry]) => entry));
  const lists = [...document.querySelectorAll("ol.cw-bank")];
  const groups = lists.map((list) => ({ parts: [list, list.previousElementSibling, headingBefore(list, "H3")], part: headingBefore(list, "H2"), entries: [...list.children] }));
  return { entries, groups };
}

function headingBefore(list, tag) {
  let at = list;
  while (at && at.tagName !== tag) at = at.previousElementSibling;
  return at;
}

function show(page, shown) {
  for (const [id, entry] of page.entries) {
    const rows = shown.get(id);
    entry.hidden = !rows;
    if (rows) [...entry.querySelector(".cw-bank-rows").children].forEach((row, at) => { row.hidden = !rows.includes(at); });
  }
  const parts = new Set();
  for (const group of page.groups) {
    const any = group.entries.some((entry) => !entry.hidden);
    for (const part of group.parts) if (part) part.hidden = !any;
    if (any) parts.add(group.part);
  }
  for (const { part } of page.groups) if (part) part.hidden = !parts.has(part);
}

function tell(bank, { shown }, asked) {
  if (!shown.size) return "No question fits all of this.";
  const variants = [...shown].reduce((sum, [id, rows]) => sum + rows.length * (asked.format ? 1 : bank.questions.get(id).formats.length), 0);
  const all = shown.size === bank.questions.size ? "" : ` of ${bank.questions.size}`;
  return `${shown.size}${all} questions, ${count(variants, "variant")}`;
}

function start(tools, bank) {
  const page = readPage(bank);
  const builder = document.querySelector("a[data-set-builder]").href;
  const narrow = makeFilter(bank);
  const status = node("p", { class: "bank-count", role: "status" });
  const mine = node("p", { class: "bank-mine" });
  const said = node("p", { class: "visually-hidden", role: "status" });
  let asked;
  let found;
  let timer = 0;

  const form = filterForm(bank, (now, at = "soon") => {
    [asked, found] = [now, narrow(now)];
    form.count(found.counts);
    show(page, found.shown);
    clearTimeout(timer); // neither read out nor written into the address after every letter
    const settle = () => {
      status.textContent = tell(bank, found, asked);
      const next = writeAsked(asked);
      if (at === "soon" && next !== location.hash) history.replaceState(history.state, "", next || location.pathname + location.search);
    };
    if (at === "soon") timer = setTimeout(settle, 250);
    else settle();
  });

  const fromAddress = () => {
    if (location.hash.includes("=") || !location.hash) return form.ask(readAsked(location.hash), "now");
    const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (entry?.closest("[hidden]")) { form.ask(readAsked(""), "now"); entry.scrollIntoView(); }
  };

  const buttons = new Map([...page.entries].map(([id, entry]) => {
    const add = button("", { "aria-describedby": `stem-${id}`, onclick: () => toggle(id) });
    entry.querySelector(".cw-stem").id = `stem-${id}`;
    entry.append(node("p", { class: "bank-add" }, add));
    return [id, add];
  }));

  function toggle(id) {
    const shelf = readShelf();
    const set = openSet(shelf);
    const rows = found.shown.get(id)?.map((at) => bank.questions.get(id).rows[at].label) ?? [];
    const first = makeItem(bank, id).rows.filter((label) => rows.includes(label));
    const next = has(set, id) ? removed(set, id) : added(set, makeItem(bank, id, asked.format, [...first, ...rows]));
    const kept = keepShelf(withSet(shelf, next));
    said.textContent = kept ? `${has(next, id) ? "Added" : "Taken out"}. ${summary(next)}` : "This browser does not let the page keep a set.";
    if (kept) showSet();
  }

  const summary = (set) => {
    const { low, high } = minutesOf(bank, { ...set, items: set.items.filter((item) => bank.questions.has(item.question)) });
    return set.items.length ? `${count(set.items.length, "question")}, ${range(low, high)} minutes` : "no questions yet";
  };

  function showSet() {
    const set = openSet(readShelf());
    mine.replaceChildren(node("a", { href: builder }, set.title || "My set"), `: ${summary(set)}`);
    for (const [id, add] of buttons) {
      add.textContent = has(set, id) ? "Take out of my set" : "Add to my set";
      add.classList.toggle("bank-in", has(set, id));
    }
  }

  tools.append(form.element, node("div", { class: "bank-line" }, status, mine), said);
  addEventListener("hashchange", fromAddress);
  onShelf(showSet);
  form.ask(readAsked(location.hash.includes("=") ? location.hash : ""), "now");
  fromAddress();
  showSet();
  tools.hidden = false;
}

onPage(async () => {
  const tools = document.querySelector("[data-bank-tools]");
  if (tools) start(tools, await loadBank());
});
