// Which questions of the bank fit what is asked for, and how many each further choice would leave. Knows no page.
import { comparable } from "./words.js";

/** What can be asked for; all but `minutes` (at most) and `words` are ids of the bank. */
export const FIELDS = ["module", "lesson", "case", "objective", "process", "stance", "format", "minutes", "words"];
const CHOICES = FIELDS.slice(0, 7);

/** What an address asks for, by field; fields that are not there are empty. */
export function readAsked(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return Object.fromEntries(FIELDS.map((name) => [name, given.get(name) ?? ""]));
}

/** The part of an address behind '#'; empty where nothing is asked for. */
export function writeAsked(asked) {
  const given = FIELDS.filter((name) => asked[name]).map((name) => [name, asked[name]]);
  return given.length ? `#${new URLSearchParams(given)}` : "";
}

/** Makes a function of what is asked for. It gives `shown`, question id → numbers of the rows that fit, and `counts`,
 *  field → choice → how many questions would be shown with it, all else as it is. */
export function makeFilter(bank) {
  const known = [...bank.questions.values()].map((question) => ({
    question,
    rows: question.rows.map((row) => ({ about: row.case || (bank.cases.has(question.owner) ? question.owner : ""), words: comparable(row.text.words) })),
  }));
  return (asked) => {
    const words = comparable(asked.words).split(/\s+/).filter(Boolean);
    const most = Number(asked.minutes) || Infinity;
    const shown = new Map();
    const counts = Object.fromEntries(CHOICES.map((name) => [name, new Map()]));
    for (const { question, rows } of known) {
      const spoken = [...rows.keys()].filter((at) => words.every((word) => rows[at].words.includes(word)));
      if (!spoken.length || question.minutes[1] > most) continue;
      const values = valuesOf(question, new Set(spoken.map((at) => rows[at].about).filter(Boolean)));
      const failed = CHOICES.filter((name) => asked[name] && !values[name].has(asked[name]));
      if (failed.length > 1) continue;
      for (const name of failed.length ? failed : CHOICES) {
        for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
      if (!failed.length) shown.set(question.id, spoken.filter((at) => !asked.case || rows[at].about === asked.case));
    }
    return { shown, counts };
  };
}

function valuesOf(question, cases) {
  const one = (value) => new Set([value]);
  return {
    module: one(question.module), lesson: one(question.lesson), case: cases, objective: one(question.objective),
    process: one(question.process), stance: one(question.stance), format: new Set(question.formats),
  };
}
