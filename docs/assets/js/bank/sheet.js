// One form of a set as a sheet for learners: a value that is shown, printed and written as Markdown. Knows no page.
import { writeFingerprint } from "./fingerprint.js";
import { minutesOf, rowOf } from "./set.js";
import { count, typedText } from "./words.js";

/** The sheet of a set's form. Texts are {markdown, runs, words}; `references` are lists of runs. */
export function makeSheet(bank, set, form = set.form) {
  const { shares, given } = minutesOf(bank, set);
  const questions = set.items.map((item, at) => sheetQuestion(bank, item, form, shares[at], at + 1));
  const about = typedText(set.about);
  const { course, words } = bank;
  const fingerprint = writeFingerprint(form, questions);
  return {
    language: course.language,
    course: course.title,
    title: titleOf(bank, set),
    facts: [`Form ${form}`, count(given, "minute"), count(questions.length, "question")].join(" · "),
    instructions: about.words ? about : { markdown: words.instructions, runs: [words.instructions], words: words.instructions },
    cases: casesOf(bank, set, form),
    questions,
    references: referencesOf(bank, set),
    about: [course.title, course.licence, `Form ${form}`, `Code ${fingerprint}`].filter(Boolean).join(" · "),
  };
}

function sheetQuestion(bank, item, form, minutes, number) {
  const question = bank.questions.get(item.question);
  const format = bank.formats.get(item.format);
  const row = rowOf(bank, item, form);
  const plan = format.plans[minutes - format.from];
  return {
    number,
    id: `${question.id}/${row.label}@${format.id}`,
    typed: row.typed,
    stem: row.text,
    minutes,
    facts: capital([format.people, format.materials && `with ${format.materials}`, bank.words.sharing[question.sharing]].filter(Boolean).join(" · ")),
    title: format.title,
    instructions: format.instructions,
    stages: format.stages.map((stage, at) => ({ ...stage, minutes: plan[at] })),
    notes: [["Take care", question.care], ["Another way in", question.alternative]].filter(([, note]) => note.words),
    lines: format.lines[minutes - format.from],
  };
}

const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** What it is called: as typed, else by its lessons where they are few, else by the course. */
function titleOf(bank, set) {
  const title = typedText(set.title);
  if (title.words) return title;
  const asked = new Set(set.items.map((item) => bank.questions.get(item.question).lesson));
  const lessons = [...bank.lessons.values()].filter((lesson) => asked.has(lesson.id));
  const own = `Questions from ${bank.course.title}`;
  if (!lessons.length || lessons.length > 2) return { markdown: own, runs: [own], words: own };
  const joined = (of) => lessons.map((lesson) => lesson.title[of]).join(" · ");
  return { markdown: joined("markdown"), runs: lessons.flatMap(({ title: { runs } }, at) => (at ? [" · ", ...runs] : runs)), words: joined("words") };
}

function casesOf(bank, set, form) {
  const met = new Set(set.items.flatMap((item) => [bank.questions.get(item.question).owner, rowOf(bank, item, form).case]));
  return [...bank.cases.values()].filter((one) => met.has(one.id)).map((one) => one.title);
}

function referencesOf(bank, set) {
  const cited = new Set(set.items.flatMap((item) => bank.questions.get(item.question).cites));
  return [...bank.works].filter(([key]) => cited.has(key)).map(([, work]) => work.runs);
}
