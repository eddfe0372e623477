// All notes at once: changed, locked anew, counted, erased.
import { tell } from "./channel.js";
import { transact } from "./database.js";
import { dropEarlier, earlier } from "./earlier.js";
import { currentKey, refresh, useLock } from "./keyring.js";
import { closed, opened } from "./notes.js";
import { dropCopies } from "./pending.js";
import { done } from "./request.js";

const STORES = ["notes", "settings"];

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
  notes.clear();
  records.forEach((record) => notes.put(record)); // one that fails ends the transaction, and all of it
  if (made) settings.put(made.record);
  if (made === null) settings.delete("lock");
  return true;
});

const ours = async (asked) => (await earlier("notes")).filter(({ id }) => asked.includes(id)); // not taken over while they are locked

/** Erases every note, every copy, and the lock; all that can be done without its passphrase. `asked` are the questions of the course. */
export async function eraseNotes(asked) {
  await dropEarlier("notes", await ours(asked));
  await transact(STORES, "readwrite", ({ notes, settings }) => Promise.all([done(notes.clear()), done(settings.delete("lock"))]));
  dropCopies(asked);
  useLock(null);
  tell({ type: "notes" });
}

/** How many notes there are, also while they are locked; `asked` are the questions of the course. */
export async function countNotes(asked) {
  const notes = await transact(["notes"], "readonly", (stores) => done(stores.notes.getAll()));
  return notes.concat(await ours(asked)).filter((record) => record.lock || record.text).length;
}
