// What was typed and has not reached the database yet: kept at every keystroke, taken up by the next visit. Each page keeps
// copies of its own, so that of two tabs that write the same note neither takes away the other's.
import { ofCourse } from "./course.js";

const PREFIX = `${ofCourse("coursewright-unsaved")} `; // then the page, a space, the question
const EARLIER = "coursewright-unsaved-"; // then the question: as earlier versions of the site kept it, for all courses
const PAGE = Math.random().toString(36).slice(2);
const own = (id) => `${PREFIX}${PAGE} ${id}`;

/** Keeps a copy: {text, prompt, page, seen}, or sealed {lock, iv, data, seen}; says whether that was possible. */
export function keepCopy(id, copy) {
  try { localStorage.setItem(own(id), JSON.stringify(copy)); return true; } catch { return false; }
}

/** Forgets this page's copy. */
export function dropCopy(id) {
  dropKey(own(id));
}

export function dropKey(key) {
  try { localStorage.removeItem(key); } catch { /* nothing was there */ }
}

/** Where copies lie that other pages left, {id, key}: of this course, and of `asked` also those of earlier versions. */
export function leftCopies(asked = []) {
  const keys = stored();
  const left = keys.filter((key) => key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${PAGE} `));
  const older = asked.map((id) => ({ id, key: EARLIER + id })).filter(({ key }) => keys.includes(key));
  return [...left.map((key) => ({ id: key.slice(key.indexOf(" ", PREFIX.length) + 1), key })), ...older];
}

/** The copy that lies there; null where it can't be read. */
export function readCopy(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

/** Forgets every copy of this course. */
export function dropCopies(asked) {
  for (const { key } of leftCopies(asked)) dropKey(key);
  stored().filter((key) => key.startsWith(PREFIX)).forEach(dropKey);
}

function stored() {
  try { return Object.keys(localStorage); } catch { return []; }
}
