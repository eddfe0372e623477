// The lock on the notes: whether there is one, and its key while it is open. The key is kept in memory, never on disk.
import { hear, tell } from "./channel.js";
import { ITERATIONS, canSeal, deriveBytes, keyFrom, randomBytes, seal, toBase64, unseal } from "./cipher.js";
import { transact } from "./database.js";
import { passOn, takeOver } from "./handing-on.js";
import { done } from "./request.js";

/** The notes are locked and nobody has unlocked them here. */
export class LockedError extends Error {}

let lock = null; // {id: "lock", lock, salt, iterations, check}, as it is in the database
let held = null; // {lock, bytes, key}
let starting;
const watchers = [];
const savers = [];

/** "none" without a lock, "locked", or "open". */
export const lockState = () => (!lock ? "none" : held ? "open" : "locked");

/** Runs `run()` whenever the answer of lockState has changed. */
export const onLock = (run) => { watchers.push(run); };

/** Runs `run()` before the notes are locked, so that what was typed is saved while the key is still there. */
export const beforeLock = (run) => { savers.push(run); };

/** The key to seal with: {lock, key}; null without a lock. */
export function currentKey() {
  if (lock && !held) throw new LockedError("locked");
  return held;
}

/** Which lock it is; every passphrase makes another. "" without one. */
export const lockName = () => lock?.lock ?? "";

/** Reads what the database says of a lock; takes over a key from the page before or from another tab. */
export function ready() {
  starting ??= refresh(takeOver()).then(() => {
    if (lock && !held) tell({ type: "who-has-the-key" });
  }).catch((error) => { starting = undefined; throw error; });
  return starting;
}

/** Reads the lock again, with a key for it if one was handed over: another tab may have set, changed or removed it. */
export async function refresh(handed = null) {
  const key = handed?.bytes ? await keyFrom(handed.bytes) : null;
  const now = (await transact(["settings"], "readonly", ({ settings }) => done(settings.get("lock")))) ?? null;
  const before = [lockState(), lockName()].join();
  lock = now;
  if (held?.lock !== lockName()) held = null;
  if (key && !held && handed.lock === lockName()) held = { lock: handed.lock, bytes: handed.bytes, key };
  if ([lockState(), lockName()].join() !== before) watchers.forEach((run) => run());
}

/** A new lock for a passphrase, with its key; nothing is written yet. */
export async function makeLock(passphrase) {
  const [salt, name] = [randomBytes(16), toBase64(randomBytes(12))];
  const bytes = await deriveBytes(passphrase, salt, ITERATIONS);
  const key = await keyFrom(bytes);
  const check = await seal(key, "open", name);
  return { record: { id: "lock", lock: name, salt, iterations: ITERATIONS, check }, held: { lock: name, bytes, key } };
}

/** Takes a lock into use that has been written to the database (null: it was removed), here and in the other tabs. */
export function useLock(made) {
  lock = made?.record ?? null;
  held = made?.held ?? null;
  tell({ type: "lock-changed", lock: held?.lock, bytes: held?.bytes });
  watchers.forEach((run) => run());
}

/** Whether the passphrase is the right one; if so the notes are open, in every tab. */
export async function unlock(passphrase) {
  await refresh();
  if (!lock || !canSeal()) return !lock;
  const bytes = await deriveBytes(passphrase, lock.salt, lock.iterations);
  try { await unseal(await keyFrom(bytes), lock.check, lock.lock); } catch { return false; }
  await refresh({ lock: lock.lock, bytes });
  tell({ type: "key", lock: lock.lock, bytes });
  return true;
}

/** Locks the notes in every tab, after what was typed is saved. */
export async function lockNow() {
  if (lockState() !== "open") return;
  tell({ type: "lock-now" });
  await close();
}

async function close() {
  await Promise.allSettled(savers.map((save) => save()));
  held = null;
  watchers.forEach((run) => run());
}

hear("key", refresh);
hear("who-has-the-key", () => { if (held) tell({ type: "key", lock: held.lock, bytes: held.bytes }); });
hear("lock-now", () => { if (held) close(); });
hear("lock-changed", refresh);
addEventListener("pageshow", ({ persisted }) => { if (persisted) refresh().catch(() => {}); });
addEventListener("pagehide", () => passOn(held));
