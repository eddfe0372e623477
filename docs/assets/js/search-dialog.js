// The search: a field, what it finds by page and section, and a count that is read out. Arrows move, Enter goes, Escape closes.
import { address } from "./data.js";
import { openIndex } from "./search-index.js";

const node = (tag, kind, ...inner) => {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...inner);
  return made;
};

const field = node("input");
field.type = "search";
field.id = "cw-search-field";
field.autocomplete = field.autocapitalize = "off";
field.spellcheck = false;
field.enterKeyHint = "search";
const label = node("label", "", "Search the course");
label.htmlFor = field.id;
const close = node("button", "cw-search__close", "Close");
close.type = "button";
const status = node("p", "cw-search__status");
status.setAttribute("role", "status");
const list = node("ul", "cw-search__pages");
const dialog = node("dialog", "cw-search", node("div", "cw-search__head", label, field, close), status, list);
dialog.setAttribute("aria-label", "Search");
document.body.append(dialog);

const index = openIndex();
let timer = 0;

const marked = (pieces) => pieces.map(({ text, found }) => found ? node("mark", "", text) : text);

function line(to, kind, ...inner) {
  const link = node("a", kind, ...inner);
  link.href = address(to);
  return link;
}

function section({ heading, address: to, words }) {
  const inner = [heading && node("span", "cw-search__heading", heading), words.length && node("span", "cw-search__words", ...marked(words))];
  return node("li", "", line(to, "cw-search__section", ...inner.filter(Boolean)));
}

function page({ title, part, address: to, sections }) {
  const name = line(to, "cw-search__page", node("span", "cw-search__title", title), ...(part && part !== title ? [" ", node("span", "cw-search__part", part)] : []));
  const below = sections.filter(({ heading, words }) => heading || words.length);
  return node("li", "", name, ...(below.length ? [node("ul", "", ...below.map(section))] : []));
}

function say(count) {
  clearTimeout(timer); // not after every letter
  timer = setTimeout(() => { status.textContent = count === 1 ? "1 page" : count ? `${count} pages` : "Nothing was found. Fewer or shorter words find more."; }, 300);
}

async function search() {
  const query = field.value;
  try {
    const find = await index;
    if (query !== field.value) return;
    const { pages, count } = query.trim() ? find(query) : { pages: [], count: 0 };
    list.replaceChildren(...pages.map(page));
    if (query.trim()) say(count);
    else { clearTimeout(timer); status.textContent = ""; }
  } catch {
    status.textContent = "The search can't be read. Without a network it works on pages that are kept offline.";
  }
}

/** Moves the focus along the field and what was found. */
function move(step) {
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement) + step;
  stops[Math.max(0, Math.min(stops.length - 1, at))].focus();
}

/** The section that was found first, or its page. */
const best = () => list.firstElementChild?.querySelector(".cw-search__section") ?? list.querySelector("a");

field.addEventListener("input", search);
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) dialog.close(); // beside it, or on the way
});
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) move(step);
  else if (event.key === "Enter" && event.target === field) best()?.click();
  else if (event.key === "Escape") dialog.close(); // at once: the browser would first empty the field
  else return;
  event.preventDefault();
});

function open() {
  dialog.showModal();
  field.select();
  field.focus();
}
addEventListener("coursewright-search", open);
open();
