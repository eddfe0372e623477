// Notes in the database: {id, text, prompt, page, updated}, or sealed {id, lock, iv, data, updated} while there is a lock.
import { tell } from "./channel.js";
import { seal, unseal } from "./cipher.js";
import { transact } from "./database.js";
import { dropEarlier, earlier } from "./earlier.js";
import { LockedError, currentKey, lockState, ready, refresh } from "./keyring.js";
import { combine } from "./merge.js";
import { done } from "./request.js";

const STORES = ["notes", "settings"];

/** A note as it lies in the database: sealed where there is a lock. */
export const closed = ({ text, prompt = "", page = "" }, held, id) => (
  held ? seal(held.key, { text, prompt, page }, `${held.lock}/${id}`).then((sealed) => ({ lock: held.lock, ...sealed }))
    : Promise.resolve({ text, prompt, page }));

/** The note in a record; rejects where this key does not open it. */
export async function opened(record, held) {
  if (!record?.lock) return record;
  if (record.lock !== held?.lock) throw new LockedError("another lock");
  const value = await unseal(held.key, record, `${record.lock}/${record.id}`);
  return { id: record.id, updated: record.updated, ...value };
}

/** One note, or undefined. */
export async function readNote(id) {
  await ready();
  await adopt((note) => note.id === id);
  const record = await transact(["notes"], "readonly", ({ notes }) => done(notes.get(id)));
  return opened(record, currentKey());
}

/** Every note that has a text; `asked` are the questions of the course. */
export async function allNotes(asked = []) {
  await ready();
  await adopt(({ id }) => asked.includes(id));
  const records = await transact(["notes"], "readonly", ({ notes }) => done(notes.getAll()));
  const held = currentKey();
  return (await Promise.all(records.map((record) => opened(record, held)))).filter((note) => note.text);
}

/** Writes unless the note has changed since `seen` (then gives back {newer}) or the lock has ({stale}). */
async function write(id, note, seen) {
  const held = currentKey();
  const record = await closed(note, held, id);
  const answer = await transact(STORES, "readwrite", async ({ notes, settings }) => {
    const [lock, kept] = await Promise.all([done(settings.get("lock")), done(notes.get(id))]);
    if (lock?.lock !== held?.lock) return { stale: true };
    if (kept && kept.updated !== seen) return { newer: kept };
    const updated = Math.max(Date.now(), (kept?.updated ?? 0) + 1);
    await done(note.text ? notes.put({ id, ...record, updated }) : notes.delete(id));
    return { updated: note.text ? updated : 0 };
  });
  return answer.newer ? { newer: await opened(answer.newer, held) } : answer;
}

/** Saves a note; what another tab wrote since `seen` is kept beside it. Gives the note as it is now, and if it was `joined`. */
export async function saveNote(id, note, seen) {
  await ready();
  let [saved, joined, known] = [note, false, seen];
  for (;;) {
    const answer = await write(id, saved, known);
    if (answer.stale) await refresh();
    else if (answer.newer) {
      const text = combine(saved.text, answer.newer.text);
      joined ||= text !== saved.text;
      saved = { ...saved, text, prompt: answer.newer.prompt || saved.prompt, page: answer.newer.page || saved.page };
      known = answer.newer.updated;
    } else {
      tell({ type: "note", id });
      return { ...saved, updated: answer.updated, joined };
    }
  }
}

/** Notes that an earlier version of the site kept for all courses of this origin, and that none has taken out. */
export const notesLeft = async () => (await earlier("notes")).filter((record) => record.lock || record.text);

/** Takes those in, whosever they are. */
export async function takeNotesLeft() {
  await adopt(() => true);
  tell({ type: "notes" });
}

/** Moves notes from there into this course's database. What is under a lock that is not open here stays. */
async function adopt(wanted) {
  if (lockState() === "locked") return;
  for (const record of (await earlier("notes")).filter(wanted)) {
    const note = await opened(record, currentKey()).catch(() => null);
    if (!note) continue;
    if (note.text && !(await place(note))) await saveNote(note.id, note, 0);
    await dropEarlier("notes", [record]);
  }
}

/** Writes a note with its own date; false, and nothing done, where there is one already or the lock has changed. */
async function place(note) {
  const held = currentKey();
  const record = await closed(note, held, note.id);
  return transact(STORES, "readwrite", async ({ notes, settings }) => {
    const [lock, kept] = await Promise.all([done(settings.get("lock")), done(notes.get(note.id))]);
    if (kept || lock?.lock !== held?.lock) return false;
    await done(notes.put({ id: note.id, ...record, updated: note.updated }));
    return true;
  });
}
