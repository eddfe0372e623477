// The sheet of a set on the page; on paper nothing else of the page is left.
import { node, shown } from "./dom.js";
import { count } from "./words.js";

export function showSheet(place, sheet) {
  place.lang = sheet.language;
  place.replaceChildren(
    node("header", {},
      node("p", { class: "set-sheet-course" }, sheet.course),
      node("h3", { class: "set-sheet-title" }, shown(sheet.title.runs)),
      node("p", { class: "set-sheet-meta" }, sheet.facts),
      node("div", { class: "set-sheet-who" }, node("p", {}, "Name"), node("p", {}, "Date")),
      node("p", { class: "set-sheet-about" }, shown(sheet.instructions.runs)),
      sheet.cases.length ? node("p", { class: "set-sheet-cases" }, "Read first: ", sheet.cases.flatMap((title, at) => [at ? "; " : "", ...shown(title.runs)])) : null),
    ...sheet.questions.map(question),
    sheet.references.length ? references(sheet) : "",
    node("footer", {}, node("p", {}, sheet.about)));
}

function question(item) {
  const space = node("div", { class: "set-space", "aria-hidden": "true" }, Array.from({ length: item.lines }, () => node("span")));
  const stage = ({ title, minutes, instruction }) => node("li", {}, node("strong", {}, shown(title.runs)), ` (${minutes} min) `, shown(instruction.runs));
  return node("section", {},
    node("h4", {}, node("span", { class: "set-sheet-number" }, `${item.number}. `), shown(item.title.runs), ` (${count(item.minutes, "minute")})`),
    node("p", { class: "set-sheet-stem" }, shown(item.stem.runs)),
    node("p", { class: "set-sheet-facts" }, item.facts),
    node("p", { class: "set-sheet-how" }, shown(item.instructions.runs)),
    node("ol", { class: "set-sheet-stages" }, item.stages.map(stage)),
    ...item.notes.map(([lead, note]) => node("p", { class: "set-sheet-note" }, node("strong", {}, `${lead}: `), shown(note.runs))),
    space);
}

function references(sheet) {
  return node("section", { class: "set-sheet-references" }, node("h4", {}, "References"),
    node("ul", {}, sheet.references.map((runs) => node("li", {}, shown(runs)))));
}
