// Finds questions of the bank by words and puts them into the set, without leaving the builder.
import { button, node, shown } from "./dom.js";
import { makeFilter, readAsked } from "./filter.js";
import { has, makeItem } from "./set.js";
import { count, range } from "./words.js";

const MOST = 8;

export function addPanel(place, bank, add) {
  const narrow = makeFilter(bank);
  const field = node("input", { id: "set-find", type: "search", autocomplete: "off", spellcheck: "false" });
  const status = node("p", { class: "set-found", role: "status" });
  const list = node("ul", { class: "set-finds" });
  let set;
  let timer = 0;

  function show() {
    const words = field.value.trim();
    const found = words ? [...narrow({ ...readAsked(""), words }).shown].filter(([id]) => !has(set, id)) : [];
    list.replaceChildren(...found.slice(0, MOST).map(entry));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const more = found.length > MOST ? `; the first ${MOST} stand here` : "";
      status.textContent = !words ? "" : found.length ? `${count(found.length, "question")} found${more}.` : "No other question has these words.";
    }, 250);
  }

  function entry([id, rows]) {
    const question = bank.questions.get(id);
    const labels = rows.map((at) => question.rows[at].label);
    const item = makeItem(bank, id, "", labels);
    const stem = node("span", { id: `set-find-${id}` }, shown(question.rows[rows[0]].text.runs));
    const facts = ` ${question.process} · ${question.stance} · ${range(...question.minutes)} minutes`;
    const take = () => {
      const at = list.querySelectorAll("button").length - 1;
      const here = [...list.children].findIndex((one) => one.contains(stem));
      add(item);
      (list.querySelectorAll("button")[Math.min(here, at - 1)] ?? field).focus();
    };
    return node("li", {}, stem, node("span", { class: "cw-facts" }, facts), button("Add", { "aria-describedby": stem.id, onclick: take }));
  }

  field.addEventListener("input", show);
  place.append(node("p", { class: "bank-field" }, node("label", { for: field.id }, "Add a question: words in it"), field), status, list);
  return { show(next) { set = next; show(); } };
}
