// A set of questions and what can be done with it. Sets are plain values: every change makes a new one. Knows no page.
//
//   {title, about, minutes, form, items: [{question, format, rows}]}
// `about` is the instructions, `minutes` the goal (0 for none), `form` the letter that is looked at. `rows` are labels of
// the rows that forms A, B, C ask; an item keeps them, so that a bank that grows does not change a set.
import { reach, shareMinutes } from "./plan.js";

export const FORMS = ["A", "B", "C"];

export function emptySet() {
  return { title: "", about: "", minutes: 0, form: "A", items: [] };
}

/** A question as it comes into a set: in a format if it has it, else in its first; rows that are named come first. */
export function makeItem(bank, id, format = "", first = []) {
  const question = bank.questions.get(id);
  const rows = rowsInOrder(question, first).slice(0, FORMS.length);
  return { question: id, format: question.formats.includes(format) ? format : question.formats[0], rows };
}

/** Labels in the order in which forms ask them: those named first, then the others as the bank orders them. */
export function rowsInOrder(question, first = []) {
  const labels = question.order.map((at) => question.rows[at].label);
  return [...new Set([...first.filter((label) => labels.includes(label)), ...labels])];
}

/** The row that a form asks; a letter beyond the rows begins with the first of them again. */
export function rowOf(bank, item, form) {
  const question = bank.questions.get(item.question);
  const labels = rowsInOrder(question, item.rows);
  const label = labels[(form.charCodeAt(0) - 65) % labels.length];
  return question.rows.find((row) => row.label === label);
}

/** The item asks this row in this form; the form that asked it before takes the one that was here. */
export function withRow(bank, item, form, label) {
  const labels = rowsInOrder(bank.questions.get(item.question), item.rows);
  const here = (form.charCodeAt(0) - 65) % labels.length;
  const there = labels.indexOf(label);
  [labels[here], labels[there]] = [labels[there], labels[here]];
  return { ...item, rows: labels.slice(0, FORMS.length) };
}

export function added(set, item, at = set.items.length) {
  return has(set, item.question) ? set : { ...set, items: set.items.toSpliced(at, 0, item) };
}

export function removed(set, question) {
  return { ...set, items: set.items.filter((item) => item.question !== question) };
}

export function changed(set, item) {
  return { ...set, items: set.items.map((one) => (one.question === item.question ? item : one)) };
}

export function moved(set, from, to) {
  return { ...set, items: set.items.toSpliced(from, 1).toSpliced(to, 0, set.items[from]) };
}

export function has(set, question) {
  return set.items.some((item) => item.question === question);
}

/** Minutes: the fewest and the most that the questions take, those each is given, and their sum. */
export function minutesOf(bank, set) {
  const ranges = set.items.map((item) => bank.questions.get(item.question).minutes);
  const [low, high] = reach(ranges);
  const shares = shareMinutes(ranges, set.minutes);
  return { low, high, shares, given: shares.reduce((sum, share) => sum + share, 0) };
}

/** How many questions ask each objective of the lessons that the set touches, and each process; in their order. */
export function coverage(bank, set) {
  const questions = set.items.map((item) => bank.questions.get(item.question));
  const lessons = new Set(questions.map((question) => question.lesson));
  const counted = (names, of) => names.map((name) => [name, questions.filter((question) => question[of] === name).length]);
  const objectives = [...bank.objectives].filter(([, { lesson }]) => lessons.has(lesson)).map(([name]) => name);
  return { objectives: counted(objectives, "objective"), processes: counted(bank.words.processes, "process") };
}

/** The set without what is no longer in the bank, and a sentence on each change. */
export function fitted(bank, set) {
  const notes = [];
  const items = set.items.filter(({ question }) => {
    const kept = bank.questions.get(question)?.formats.length > 0;
    if (!kept) notes.push(`The question '${question}' is not in the bank; it is left out.`);
    return kept;
  });
  const made = items.map(({ question: id, format, rows }) => {
    const item = makeItem(bank, id, format, rows);
    const labels = bank.questions.get(id).rows.map((row) => row.label);
    if (item.format !== format) notes.push(`'${id}' is not asked in the format '${format}'; here it is asked in '${item.format}'.`);
    for (const label of rows) if (!labels.includes(label)) notes.push(`'${id}' has no row '${label}'; another stands in its place.`);
    return item;
  });
  return { set: { ...set, items: made }, notes };
}
