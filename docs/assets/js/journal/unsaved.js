// What is typed and not saved: copies of it at every keystroke, and taking them up on the next visit.
import { currentKey, ready } from "./keyring.js";
import { combine } from "./merge.js";
import { closed, opened, readNote, saveNote } from "./notes.js";
import { dropKey, keepCopy, leftCopies, readCopy } from "./pending.js";

/** Keeps a copy of what is being typed, at once where there is no lock; `still()` says if it is wanted when it is sealed.
 *  Gives the name of the lock that it is under, null where it could not be kept. */
export async function copyNote(id, note, seen, still) {
  const held = currentKey();
  if (!held) return keepCopy(id, { ...note, seen }) ? "" : null;
  const sealed = await closed(note, held, id);
  const whole = { ...sealed, iv: [...sealed.iv], data: [...sealed.data] };
  return !still() || keepCopy(id, { ...whole, seen }) ? held.lock : null;
}

/** Takes up what other visits could not save of this note, or of any; a copy that this key does not open stays. `asked` are
 *  the questions whose copies an earlier version of the site may have left. */
export async function recover(id = null, asked = [id]) {
  await ready();
  for (const { id: whose, key } of leftCopies(asked)) {
    if (id !== null && whose !== id) continue;
    const copy = await openCopy(whose, readCopy(key)).catch(() => null);
    if (!copy) continue;
    const kept = await readNote(whose);
    if (copy.text !== (kept?.text ?? "")) await saveNote(whose, copy, copy.seen);
    dropKey(key);
  }
}

/** The text that other visits left of a note, for a page that can't read the database; it becomes this page's copy. */
export function takeLeft(id, note) {
  const left = leftCopies([id]).filter((one) => one.id === id).map(({ key }) => ({ key, text: readCopy(key)?.text }))
    .filter(({ text }) => typeof text === "string");
  const text = left.reduce((all, one) => combine(one.text, all), "");
  if (text && keepCopy(id, { ...note, text, seen: 0 })) left.forEach(({ key }) => dropKey(key));
  return text;
}

async function openCopy(id, copy) {
  const sealed = copy.lock ? { ...copy, id, iv: Uint8Array.from(copy.iv), data: Uint8Array.from(copy.data) } : copy;
  const { text, prompt, page } = await opened(sealed, currentKey());
  return typeof text === "string" ? { text, prompt, page, seen: copy.seen } : null;
}
