// What was typed and has not reached the database yet: kept at every keystroke, taken up by the next visit.
const PREFIX = "coursewright-unsaved-";

/** Keeps a copy: {text, prompt, page, seen}, or sealed {lock, iv, data, seen}; says whether that was possible. */
export function keepCopy(id, copy) {
  try { localStorage.setItem(PREFIX + id, JSON.stringify(copy)); return true; } catch { return false; }
}

export function readCopy(id) {
  try { return JSON.parse(localStorage.getItem(PREFIX + id)); } catch { return null; }
}

export function dropCopy(id) {
  try { localStorage.removeItem(PREFIX + id); } catch { /* nothing was there */ }
}

/** The ids of all notes that have a copy. */
export function copies() {
  try { return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)); }
  catch { return []; }
}
