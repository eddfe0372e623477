// The questions of a set in their order. Each can be moved (buttons, Alt with the arrow keys, or by its handle) and taken
// out, and says its format and its row. After a change the focus is where it was.
import { button, node, shown } from "./dom.js";
import { dragging } from "./drag.js";
import { minutesOf, rowOf, rowsInOrder, withRow } from "./set.js";
import { range } from "./words.js";

/** `act`: {move(from, to), remove(question), change(item), first(), last()}. */
export function listOf(place, bank, act) {
  let set;

  const focus = (question, control) => place.querySelector(`[data-question="${question}"] [data-control=${control}]`)?.focus();
  const indexOf = (part) => [...place.children].indexOf(part.closest("li"));

  function move(from, to, control) {
    if (to < 0) return act.first();
    if (to >= set.items.length) return act.last();
    const { question } = set.items[from];
    act.move(from, to);
    focus(question, control);
  }

  function entry(item, at, minutes) {
    const question = bank.questions.get(item.question);
    const row = rowOf(bank, item, set.form);
    const stem = node("p", { class: "set-stem", id: `set-stem-${question.id}` }, shown(row.text.runs));
    const facts = `${question.process} · ${question.stance} · ${range(...question.minutes)} minutes, ${minutes} on this sheet`;
    const step = (words, control, by) => button(words, {
      "data-control": control, "aria-describedby": stem.id, "aria-disabled": at + by < 0 || at + by >= set.items.length ? "true" : null,
      onclick: () => move(indexOf(stem), indexOf(stem) + by, control),
    });
    return node("li", { "data-question": question.id },
      node("span", { class: "set-handle", "aria-hidden": "true", title: "Drag to another place" }),
      stem,
      node("p", { class: "cw-facts" }, facts),
      node("div", { class: "set-tools" },
        choice("Format", "format", item.format, question.formats.map((id) => [id, bank.formats.get(id).title.words]), stem.id, (format) => act.change({ ...item, format })),
        choice("Row", "row", row.label, rowsInOrder(question, item.rows).map((label) => [label, label]), stem.id, (label) => act.change(withRow(bank, item, set.form, label))),
        node("span", { class: "set-moves" },
          step("Up", "up", -1), step("Down", "down", 1),
          button("Take out", { "data-control": "remove", "aria-describedby": stem.id, onclick: () => act.remove(question.id) }))));
  }

  function choice(words, control, value, options, described, changed) {
    const field = node("select", { "data-control": control, "aria-describedby": described, onchange: () => changed(field.value) },
      options.map(([id, title]) => node("option", { value: id, selected: id === value }, title)));
    return node("label", {}, `${words} `, field);
  }

  place.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const control = event.target.dataset.control;
    if (!step || !event.altKey || event.target.tagName === "SELECT" || !control) return;
    event.preventDefault();
    const from = indexOf(event.target);
    move(from, from + step, control);
  });
  dragging(place, ".set-handle", (from, to) => act.move(from, to));

  return {
    focus,
    show(next) {
      set = next;
      const at = document.activeElement?.closest?.(".set-list > li");
      const held = at && [at.dataset.question, document.activeElement.dataset.control];
      const { shares } = minutesOf(bank, set);
      place.replaceChildren(...set.items.map((item, index) => entry(item, index, shares[index])));
      if (held) focus(...held);
    },
  };
}
