// The journal as a sequence: what there is to write, what was written, and what has lost its place. Pure.

/** {id, prompt} of every question by place, and all notes → places with entries, and notes whose question is gone.
 *  `outline` is [{group, page, questions: [{id, prompt}]}] in course order. */
export function arrange(outline, notes) {
  const left = new Map(notes.map((note) => [note.id, note]));
  const places = outline.map(({ group, page, questions }) => ({
    group,
    page,
    entries: questions.map(({ id, prompt }) => {
      const note = left.get(id);
      left.delete(id);
      return { id, prompt, note, ...changes(prompt, page, note) };
    }),
  }));
  return { places, gone: [...left.values()].sort((one, other) => one.updated - other.updated) };
}

/** What was otherwise when a note was begun: `asked`, the question's words; `stood`, the page it stood on. */
function changes(prompt, page, note) {
  const asked = note?.prompt && note.prompt !== prompt ? note.prompt : "";
  return { asked, stood: note?.page && note.page !== page ? note.page : "" };
}

/** Written notes as a flat sequence for files: {kind, text}; kinds: group, page, prompt, was, date, note. */
export function flatten({ places, gone }, dated) {
  const lines = [];
  let group = "";
  const write = (note, was) => lines.push(...was.map((text) => ({ kind: "was", text })),
    { kind: "date", text: dated(note.updated) }, { kind: "note", text: note.text });
  for (const place of places) {
    const written = place.entries.filter((entry) => entry.note);
    if (written.length && place.group !== group) lines.push({ kind: "group", text: (group = place.group) });
    if (written.length) lines.push({ kind: "page", text: place.page });
    for (const entry of written) {
      lines.push({ kind: "prompt", text: entry.prompt });
      write(entry.note, wasOtherwise(entry));
    }
  }
  if (gone.length) lines.push({ kind: "group", text: "Notes whose question is no longer in the course" });
  for (const note of gone) {
    lines.push({ kind: "prompt", text: note.prompt || note.id });
    write(note, note.page ? [`You wrote this in “${note.page}”.`] : []);
  }
  return lines;
}

/** Sentences that say what was otherwise. */
export const wasOtherwise = ({ asked, stood }) => [
  ...(stood ? [`When you began this note, the question stood in “${stood}”.`] : []),
  ...(asked ? [`When you began this note, the question read: ${asked}`] : []),
];
