// Notes in the database: {id, text, prompt, page, updated}, or sealed {id, lock, iv, data, updated} while there is a lock.
import { tell } from "./channel.js";
import { seal, unseal } from "./cipher.js";
import { done, transact } from "./database.js";
import { LockedError, currentKey, ready, refresh, useLock } from "./keyring.js";
import { combine } from "./merge.js";
import { copies, dropCopy, keepCopy, readCopy } from "./pending.js";

const STORES = ["notes", "settings"];

const closed = ({ text, prompt = "", page = "" }, held, id) => (
  held ? seal(held.key, { text, prompt, page }, `${held.lock}/${id}`).then((sealed) => ({ lock: held.lock, ...sealed }))
    : Promise.resolve({ text, prompt, page }));

async function opened(record, held) {
  if (!record?.lock) return record;
  if (record.lock !== held?.lock) throw new LockedError("another lock");
  const value = await unseal(held.key, record, `${record.lock}/${record.id}`);
  return { id: record.id, updated: record.updated, ...value };
}

/** One note, or undefined. */
export async function readNote(id) {
  await ready();
  const record = await transact(["notes"], "readonly", ({ notes }) => done(notes.get(id)));
  return opened(record, currentKey());
}

/** Every note that has a text. */
export async function allNotes() {
  await ready();
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

/** Keeps a copy of what is being typed, at once where there is no lock; `still()` says if it is wanted when it is sealed.
 *  Gives the name of the lock that it is under, null where it could not be kept. */
export async function copyNote(id, note, seen, still) {
  const held = currentKey();
  if (!held) return keepCopy(id, { ...note, seen }) ? "" : null;
  const sealed = await closed(note, held, id);
  const whole = { ...sealed, iv: [...sealed.iv], data: [...sealed.data] };
  return !still() || keepCopy(id, { ...whole, seen }) ? held.lock : null;
}

/** Takes up what an earlier visit could not save; a copy that this key does not open stays where it is. */
export async function recover(ids = copies()) {
  await ready();
  for (const id of ids) {
    const copy = await openCopy(id, readCopy(id)).catch(() => null);
    if (!copy) continue;
    const kept = await readNote(id);
    if (copy.text !== (kept?.text ?? "")) await saveNote(id, copy, copy.seen);
    dropCopy(id);
  }
}

async function openCopy(id, copy) {
  const sealed = copy.lock ? { ...copy, id, iv: Uint8Array.from(copy.iv), data: Uint8Array.from(copy.data) } : copy;
  const { text, prompt, page } = await opened(sealed, currentKey());
  return typeof text === "string" ? { text, prompt, page, seen: copy.seen } : null;
}

/** Changes all notes at once, and the lock with them if `made` is given (null takes it away). All of it happens or nothing. */
export async function rewriteNotes(change, made) {
  for (;;) {
    const held = currentKey();
    const before = await transact(["notes"], "readonly", ({ notes }) => done(notes.getAll()));
    const notes = change(await Promise.all(before.map((record) => opened(record, held)))).filter((note) => note.text);
    const under = made === undefined ? held : made?.held;
    const records = await Promise.all(notes.map(async (note) => (
      { id: note.id, updated: note.updated, ...(await closed(note, under, note.id)) })));
    if (await exchange(before, records, held, made)) break;
    await refresh();
  }
  if (made !== undefined) useLock(made);
  tell({ type: "notes" });
}

const stamps = (records) => records.map(({ id, updated }) => `${id} ${updated}`).join("\n");

/** False, and nothing done, where somebody wrote meanwhile. */
const exchange = (before, records, held, made) => transact(STORES, "readwrite", async ({ notes, settings }) => {
  const [now, lock] = await Promise.all([done(notes.getAll()), done(settings.get("lock"))]);
  if (stamps(now) !== stamps(before) || lock?.lock !== held?.lock) return false;
  await done(notes.clear());
  await Promise.all(records.map((record) => done(notes.put(record))));
  if (made) await done(settings.put(made.record));
  if (made === null) await done(settings.delete("lock"));
  return true;
});

/** Erases every note, every copy, and the lock; all that can be done without its passphrase. */
export async function eraseNotes() {
  await transact(STORES, "readwrite", ({ notes, settings }) => Promise.all([done(notes.clear()), done(settings.delete("lock"))]));
  copies().forEach(dropCopy);
  useLock(null);
  tell({ type: "notes" });
}

/** How many notes there are, also while they are locked. */
export const countNotes = () => transact(["notes"], "readonly", async ({ notes }) => (
  (await done(notes.getAll())).filter((record) => record.lock || record.text).length));
