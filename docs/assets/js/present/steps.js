// A sheet as steps, a stage of a question each; and a showing of it: {at: number of a step, timers: {step: timer}}.
// Plain values, every change makes a new one. Knows no page.
import { count } from "../bank/words.js";
import { isRunning, newTimer, paused } from "./timer.js";

/** [{question, stage}]: places in `sheet.questions` and in the `stages` of each. */
export function stepsOf(sheet) {
  return sheet.questions.flatMap(({ stages }, question) => stages.map((_, stage) => ({ question, stage })));
}

export function timerAt(sheet, steps, showing) {
  const { question, stage } = steps[showing.at];
  return showing.timers[showing.at] ?? newTimer(sheet.questions[question].stages[stage].minutes);
}

export function withTimer(showing, timer) {
  return { ...showing, timers: { ...showing.timers, [showing.at]: timer } };
}

/** The showing at another step, as near as there is one; the timer of the stage that is left waits there. */
export function movedTo(steps, showing, at, now) {
  const there = Math.min(Math.max(at, 0), steps.length - 1);
  const timer = showing.timers[showing.at];
  if (there === showing.at) return showing;
  return { ...(timer && isRunning(timer) ? withTimer(showing, paused(timer, now)) : showing), at: there };
}

/** The first step of a question. */
export function stepOf(steps, question) {
  return steps.findIndex((step) => step.question === question);
}

/** What a step is called when it is reached from another: the question only where it is a new one. */
export function stepWords(sheet, steps, at, from) {
  const { question, stage } = steps[at];
  const { stages } = sheet.questions[question];
  const here = `Stage ${stage + 1} of ${stages.length}: ${stages[stage].title.words}, ${count(stages[stage].minutes, "minute")}.`;
  return steps[from]?.question === question ? here : `Question ${question + 1} of ${sheet.questions.length}. ${here}`;
}

/** Whether a value from elsewhere (kept, or from the other window) is a showing of these steps. */
export function isShowing(value, steps) {
  const timer = (one) => [one?.length, one?.spent].every(Number.isFinite) && (one.since === null || Number.isFinite(one.since));
  return Number.isInteger(value?.at) && value.at in steps && typeof value.timers === "object" && Object.values(value.timers ?? {}).every(timer);
}
