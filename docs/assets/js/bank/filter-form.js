// The form that asks for questions of the bank. Beside each choice stands how many questions it would leave.
import { button, node } from "./dom.js";
import { FIELDS, readAsked } from "./filter.js";

const LABELS = { words: "Words", module: "Module", lesson: "Lesson", case: "Case", objective: "Objective", process: "Kind of thinking", stance: "Work in the talk", format: "Format", minutes: "Minutes at most" };
const MORE = ["module", "lesson", "case", "objective", "process", "stance", "format"];

/** `change(asked, when)` runs at every change; `ask(asked, when)` fills the form in, `count` writes the numbers. */
export function filterForm(bank, change) {
  const choices = choicesOf(bank);
  const fields = Object.fromEntries(FIELDS.map((name) => [name, choices[name] ? select(name, choices[name]) : input(name)]));
  const clear = button("Clear", { class: "bank-clear", hidden: true });
  const field = (name) => node("p", { class: `bank-field bank-field-${name}` }, node("label", { for: `bank-${name}` }, LABELS[name]), fields[name]);
  const more = node("details", { class: "cw-bank-more", open: matchMedia("(min-width: 48em)").matches },
    node("summary", {}, "By module, lesson, case, objective, thinking or format"),
    node("div", { class: "bank-choices" }, MORE.map(field)));
  const element = node("form", { class: "bank-filter", role: "search", "aria-label": "Find questions" }, field("words"), field("minutes"), more, clear);

  const asked = () => Object.fromEntries(FIELDS.map((name) => [name, fields[name].value.trim()]));
  const tell = (when) => {
    const now = asked();
    clear.hidden = !FIELDS.some((name) => now[name]);
    change(now, when);
  };
  const ask = (wanted, when) => {
    for (const name of FIELDS) {
      fields[name].value = wanted[name];
      if (fields[name].selectedIndex === -1) fields[name].selectedIndex = 0; // a choice that does not exist
    }
    if (MORE.some((name) => wanted[name])) more.open = true;
    tell(when);
  };
  element.addEventListener("input", () => tell("soon"));
  element.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => { ask(readAsked(""), "soon"); fields.words.focus(); });
  return { element, ask, count: (counts) => Object.keys(choices).forEach((name) => number(fields[name], choices[name], counts[name])) };
}

/** [value, words, group it stands in] by field. */
function choicesOf(bank) {
  const named = (map) => [...map.values()].map((one) => [one.id, one.title.words, ""]);
  const same = (words) => words.map((word) => [word, word, ""]);
  const objectives = [...bank.objectives].map(([id, { lesson, text }]) => [id, text.words, bank.lessons.get(lesson).title.words]);
  return {
    module: named(bank.modules), lesson: named(bank.lessons), case: named(bank.cases), objective: objectives,
    process: same(bank.words.processes), stance: same(bank.words.stances), format: named(bank.formats),
  };
}

function select(name, choices) {
  const made = node("select", { id: `bank-${name}`, name }, node("option", { value: "" }, "any"));
  const groups = grouped(choices);
  for (const [group, items] of groups) {
    const options = items.map(([value, words]) => node("option", { value }, words));
    made.append(...(group ? [node("optgroup", { label: group }, options)] : options));
  }
  return made;
}

function grouped(choices) {
  const groups = new Map();
  for (const choice of choices) groups.set(choice[2], [...(groups.get(choice[2]) ?? []), choice]);
  return groups;
}

function input(name) {
  const kind = name === "minutes" ? { type: "number", min: "1", max: "99", inputmode: "numeric" } : { type: "search", autocomplete: "off", spellcheck: "false" };
  return node("input", { id: `bank-${name}`, name, ...kind });
}

/** Writes how many questions each choice would leave; one that leaves none can't be taken. */
function number(field, choices, counts) {
  const options = [...field.querySelectorAll("option")].slice(1);
  choices.forEach(([value, words], at) => {
    const many = counts.get(value) ?? 0;
    const label = `${words} (${many})`;
    if (options[at].textContent !== label) options[at].textContent = label;
    options[at].disabled = !many && field.value !== value;
  });
}
