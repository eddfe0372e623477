// The question bank as the pages that filter it, make sets of it and present them read it: `questions/bank.json`.
//
// The file (made by hooks/coursewright/exports/bank.py):
//   course    {title, language, licence}
//   words     {instructions, sharing: {private, optional, group}, processes: […], stances: […]}
//   modules   [{id, title, lessons: [id]}]             lessons  [{id, title, objectives: {id: text}}]
//   cases     [{id, title}]                            works    {key: [short, runs of the whole reference]}
//   formats   [{id, title, people, materials, instructions, stages: [[title, instruction]], source,
//               from, plans: [[minutes of each stage]], lines: [ruled lines]}]; plans[0] is for `from` minutes
//   questions [{id, owner, lesson, objective: "lesson/objective", process, stance, minutes: [low, high], formats: [id],
//               rows: [[label, case or "", text, text as typed where citations are in it]], order: [row numbers by
//               form], sharing, care, alternative, cites: [key], notes}]
//   notes     {listen: [text], misread: [text], probes: [text]}; in the instructor edition only, else not there
// A text is a string (Markdown and words alike), [words] (its Markdown has straight quotation marks), or
// [Markdown, runs]; a run is a string or [string, "em strong"]. Here every text is {markdown, runs, words}.
import { loadData } from "../data.js";
import { readText } from "./words.js";

/** The bank, its parts by id in the order of the course; rejects where the file can't be had. */
export async function loadBank() {
  return openBank(await loadData("questions/bank.json"));
}

/** The value of the file made handy: Maps by id; rows {label, case, text, typed}; objectives by "lesson/objective". */
export function openBank(data) {
  const lessons = data.lessons.map((lesson) => ({ ...lesson, title: readText(lesson.title) }));
  const modules = data.modules.map((module) => ({ ...module, title: readText(module.title) }));
  const moduleOf = new Map(modules.flatMap((module) => module.lessons.map((lesson) => [lesson, module.id])));
  return {
    course: data.course,
    words: data.words,
    modules: byId(modules),
    lessons: byId(lessons),
    cases: byId(data.cases.map((one) => ({ ...one, title: readText(one.title) }))),
    objectives: new Map(data.lessons.flatMap(objectivesOf)),
    formats: byId(data.formats.map(openFormat)),
    works: new Map(Object.entries(data.works).map(([key, [short, runs]]) => [key, { short, runs }])),
    questions: byId(data.questions.map((question) => openQuestion(question, moduleOf.get(question.lesson) ?? ""))),
  };
}

const byId = (items) => new Map(items.map((item) => [item.id, item]));

const objectivesOf = ({ id, objectives }) =>
  Object.entries(objectives).map(([name, text]) => [`${id}/${name}`, { lesson: id, text: readText(text) }]);

function openFormat(format) {
  const stages = format.stages.map(([title, instruction]) => ({ title: readText(title), instruction: readText(instruction) }));
  const [title, instructions, source] = [format.title, format.instructions, format.source].map(readText);
  return { ...format, title, instructions, source, stages };
}

function openQuestion(question, module) {
  const rows = question.rows.map(([label, about, text, typed]) => {
    const read = readText(text);
    return { label, case: about, text: read, typed: typed ?? read.markdown };
  });
  const notes = question.notes && Object.fromEntries(Object.entries(question.notes).map(([name, texts]) => [name, texts.map(readText)]));
  const [care, alternative] = [question.care, question.alternative].map(readText);
  return { ...question, module, rows, care, alternative, notes };
}
