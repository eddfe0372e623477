// Putting notes and progress together so that nothing is lost. Pure: values in, values out.
export const BETWEEN = "\n\n* * *\n\n"; // stands between two versions of one note

const parts = (text) => text.split(BETWEEN).map((part) => part.trim()).filter(Boolean);

/** Every version in either text, once; those of the newer text come first. */
export function mergeTexts(newer, older) {
  const first = parts(newer);
  return first.concat(parts(older).filter((part) => !first.includes(part))).join(BETWEEN);
}

/** Two states of a note that one person was writing: the longer one where it only goes on, otherwise both. */
export function combine(mine, theirs) {
  if (mine.startsWith(theirs)) return mine;
  return theirs.startsWith(mine) ? theirs : mergeTexts(mine, theirs);
}

/** Whether every version in `other` is in `text`. */
const holds = (text, other) => parts(other).every((part) => parts(text).includes(part));

/** Two notes of one id; the prompt is the one that the older of them was begun under. */
export function mergeNotes(one, other) {
  const swap = other.updated > one.updated || (other.updated === one.updated && other.text > one.text);
  const [newer, older] = swap ? [other, one] : [one, other];
  if (holds(newer.text, older.text)) return newer;
  if (holds(older.text, newer.text)) return older;
  const text = mergeTexts(newer.text, older.text);
  return { ...newer, text, prompt: older.prompt || newer.prompt, page: older.page || newer.page };
}

/** Notes of two places by id. Also what happened: ids that were `added`, `joined` (two versions kept) or the `same`. */
export function mergeAll(mine, theirs) {
  const notes = new Map(mine.map((note) => [note.id, note]));
  const told = { added: [], joined: [], same: [] };
  for (const note of theirs) {
    const kept = notes.get(note.id);
    told[!kept ? "added" : holds(kept.text, note.text) ? "same" : "joined"].push(note.id);
    notes.set(note.id, kept ? mergeNotes(kept, note) : note);
  }
  return { notes: [...notes.values()], told };
}

/** Marks of two places by id: the later one counts. */
export function mergeMarks(mine, theirs) {
  const marks = new Map(mine.map((mark) => [mark.id, mark]));
  for (const mark of theirs) if (!(marks.get(mark.id)?.at >= mark.at)) marks.set(mark.id, mark);
  return [...marks.values()];
}
