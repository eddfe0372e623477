// A step on the page: the question, its stages, the clock; and for the facilitator its notes and what comes next.
import { node, shown } from "../bank/dom.js";
import { count } from "../bank/words.js";
import { clockWords, isRunning, left } from "./timer.js";

const NOTES = { listen: "Listen for", misread: "May be misread", probes: "To ask further" };

export function showSet(parts, sheet) {
  parts.room.lang = sheet.language;
  parts.title.replaceChildren(...shown(sheet.title.runs));
  const cases = sheet.cases.flatMap((title, at) => [at ? "; " : " Read first: ", ...shown(title.runs)]);
  parts.about.replaceChildren(...shown(sheet.instructions.runs), ...cases);
  parts.jump.replaceChildren(...sheet.questions.map(({ number, stem }, at) =>
    node("option", { value: at }, `${number} of ${sheet.questions.length}: ${stem.words}`)));
}

export function showStep(parts, sheet, steps, at) {
  const { question: which, stage: now } = steps[at];
  const question = sheet.questions[which];
  parts.jump.value = which;
  parts.about.hidden = which > 0; // told once, as on paper
  parts.stem.replaceChildren(...shown(question.stem.runs));
  parts.facts.replaceChildren(node("strong", {}, shown(question.title.runs)), ` · ${question.facts}`);
  parts.how.replaceChildren(...shown(question.instructions.runs));
  parts.notes.replaceChildren(...question.notes.map(([lead, note]) => node("p", {}, node("strong", {}, `${lead}: `), shown(note.runs))));
  parts.stages.replaceChildren(...question.stages.map((stage, place) => stageItem(stage, place === now)));
  parts.back.setAttribute("aria-disabled", String(at === 0));
  parts.next.setAttribute("aria-disabled", String(at === steps.length - 1));
  parts.next.textContent = now === question.stages.length - 1 && at < steps.length - 1 ? "Next question" : "Next stage";
}

function stageItem({ title, minutes, instruction }, here) {
  const name = [...shown(title.runs), ` (${count(minutes, "minute")})`];
  if (!here) return node("li", {}, name);
  return node("li", { "aria-current": "step" }, node("h3", {}, name), node("p", {}, shown(instruction.runs)));
}

/** Only what differs is written, four times in a second as it may be. */
export function showTime(parts, timer, now) {
  const rest = left(timer, now);
  write(parts.clock, clockWords(rest));
  write(parts.up, rest <= 0 ? "Time is up" : "");
  write(parts.run, isRunning(timer) ? "Pause" : "Start");
}

function write(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/** `notes` are those of the question, where the edition has them; `coming` the question after it, if there is one. */
export function showNotes(place, notes, coming) {
  const parts = Object.entries(NOTES).filter(([name]) => notes?.[name]?.length).flatMap(([name, lead]) => [
    node("h3", {}, lead),
    node("ul", {}, notes[name].map((text) => node("li", {}, shown(text.runs)))),
  ]);
  const next = coming ? [node("h3", {}, "Then"), node("p", {}, shown(coming.stem.runs))] : [node("p", {}, "This is the last question.")];
  place.replaceChildren(...parts, ...next);
}
