// The backup file: JSON with a version. The manual for authors describes it (authors/journal.md).
import { ITERATIONS, deriveBytes, fromBase64, keyFrom, randomBytes, seal, toBase64, unseal } from "./cipher.js";

export const FORMAT = "coursewright-journal";
export const VERSION = 1;
const MOST_ITERATIONS = 10_000_000; // a file that asks for more would keep the page busy for minutes

/** The file can't be taken; the message says why, in words for the reader. */
export class RefusedError extends Error {}

/** The file's text. With a passphrase, notes and progress in it are sealed. */
export async function makeBackup({ course, made, notes, progress }, passphrase) {
  const head = { format: FORMAT, version: VERSION, course, made };
  const content = { notes: notes.map(({ id, text, prompt = "", page = "", updated }) => ({ id, text, prompt, page, updated })), progress };
  if (!passphrase) return JSON.stringify({ ...head, ...content }, null, 1);
  const salt = randomBytes(16);
  const { iv, data } = await seal(await keyFrom(await deriveBytes(passphrase, salt, ITERATIONS)), content, FORMAT);
  const sealed = { method: "PBKDF2-SHA-256, AES-256-GCM", iterations: ITERATIONS, salt: toBase64(salt), iv: toBase64(iv), data: toBase64(data) };
  return JSON.stringify({ ...head, sealed }, null, 1);
}

/** What a file holds: {course, made, notes, progress}, or {course, made, sealed} where it asks for a passphrase. */
export function readBackup(text) {
  let file;
  try { file = JSON.parse(text); } catch { throw new RefusedError("This file is no backup of a journal, or it is damaged: it can’t be read as JSON."); }
  if (file?.format !== FORMAT) throw new RefusedError("This file is no backup of a journal.");
  if (Number.isInteger(file.version) && file.version > VERSION) {
    throw new RefusedError("This backup was made by a newer version of the site. Open the newest version of the site and read it there.");
  }
  if (file.version !== VERSION) throw damaged("it does not say its version");
  const head = { course: String(file.course ?? ""), made: String(file.made ?? "") };
  return file.sealed ? { ...head, sealed: checkedSeal(file.sealed) } : { ...head, ...checked(file) };
}

/** The content of a sealed file; null where the passphrase is wrong (or the sealed bytes are damaged: nobody can tell). */
export async function openBackup(sealed, passphrase) {
  const key = await keyFrom(await deriveBytes(passphrase, sealed.salt, sealed.iterations));
  const content = await unseal(key, sealed, FORMAT).catch(() => null);
  return content && checked(content);
}

const damaged = (how) => new RefusedError(`This backup is damaged: ${how}. Nothing has been changed.`);

function checkedSeal({ iterations, salt, iv, data }) {
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > MOST_ITERATIONS) throw damaged("its sealed part can’t be read");
  try { return { iterations, salt: fromBase64(salt), iv: fromBase64(iv), data: fromBase64(data) }; }
  catch { throw damaged("its sealed part can’t be read"); }
}

function checked({ notes, progress = [] }) {
  if (!Array.isArray(notes) || !Array.isArray(progress)) throw damaged("its list of notes is missing");
  notes.forEach((note, index) => { if (!isNote(note)) throw damaged(`note ${index + 1} of ${notes.length} can’t be read`); });
  progress.forEach((mark) => { if (!isMark(mark)) throw damaged("its progress can’t be read"); });
  if (new Set(notes.map((note) => note.id)).size < notes.length) throw damaged("a note is in it twice");
  return {
    notes: notes.map(({ id, text, prompt, page, updated }) => ({ id, text, prompt, page, updated: past(updated) })),
    progress: progress.map(({ id, value, at }) => ({ id, value, at: past(at) })),
  };
}

const past = (time) => Math.min(time, Date.now()); // a time to come is that of a clock that went wrong
const isId = (id) => typeof id === "string" && id.length > 0 && id.length <= 300;
const isTime = (time) => Number.isSafeInteger(time) && time >= 0 && time <= 8.64e15;
const isNote = (note) => isId(note?.id) && isTime(note.updated) && [note.text, note.prompt, note.page].every((words) => typeof words === "string");
const isMark = (mark) => isId(mark?.id) && isTime(mark.at) && ["boolean", "object"].includes(typeof mark.value);
