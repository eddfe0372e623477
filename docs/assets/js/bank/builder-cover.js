// What a set takes and what it covers: minutes against the goal, objectives and processes asked and not yet asked.
import { node, shown } from "./dom.js";
import { writeAsked } from "./filter.js";
import { coverage, minutesOf } from "./set.js";
import { count, range } from "./words.js";

/** '4 questions, 34–48 minutes. They get 45 of your 45 minutes.' */
export function totalWords(bank, set) {
  if (!set.items.length) return "No questions yet.";
  const { low, high, given } = minutesOf(bank, set);
  const takes = `${count(set.items.length, "question")}, ${range(low, high)} minutes.`;
  if (!set.minutes) return `${takes} The sheet gives them ${given}.`;
  if (low > set.minutes) return `${takes} That is ${count(low - set.minutes, "minute")} more than the ${set.minutes} there are.`;
  if (high < set.minutes) return `${takes} That leaves ${count(set.minutes - high, "minute")} of the ${set.minutes} there are.`;
  return `${takes} They fit the ${set.minutes} minutes there are.`;
}

/** `bankAddress`: the page where questions for an objective can be found. */
export function showCover(place, bank, set, bankAddress) {
  if (!set.items.length) return place.replaceChildren(node("p", {}, "Objectives and kinds of thinking appear with the first question."));
  const { objectives, processes } = coverage(bank, set);
  const [asked, open] = [objectives.filter(([, many]) => many), objectives.filter(([, many]) => !many)];
  const words = ([name]) => shown(bank.objectives.get(name).text.runs);
  const lessons = new Set(objectives.map(([name]) => bank.objectives.get(name).lesson)).size === 1 ? "this lesson" : "these lessons";
  const find = ([name, many]) => node("a", { href: bankAddress + writeAsked({ objective: name }) }, words([name, many]));
  place.replaceChildren(
    node("h3", {}, `Objectives asked: ${asked.length} of ${objectives.length} of ${lessons}`),
    node("ul", { class: "set-objectives" }, asked.map((one) => node("li", {}, words(one), one[1] > 1 ? ` (${one[1]})` : null))),
    ...(open.length ? [node("h3", {}, "Not yet asked"), node("ul", { class: "set-objectives" }, open.map((one) => node("li", {}, find(one))))] : []),
    node("h3", {}, "Kinds of thinking"),
    node("p", { class: "set-processes" }, processes.flatMap(([name, many], at) => [at ? " · " : "", many ? node("strong", {}, `${name} ${many}`) : `${name} none`])));
}
