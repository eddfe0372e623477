// The box for one note: a field that saves itself, a line that says so, a button to erase with a way back.
import { hear } from "./channel.js";
import { element } from "./element.js";
import { LockedError, beforeLock, lockName, lockState, onLock } from "./keyring.js";
import { askBeforeLeaving } from "./leaving.js";
import { readNote, saveNote } from "./notes.js";
import { dropCopy } from "./pending.js";
import { askPassphrase } from "./unlock.js";
import { copyNote, recover, takeLeft } from "./unsaved.js";

const PAUSE = 400; // milliseconds without a keystroke, then the note is saved
const boxes = new Set();

export const SAVED = "Saved in this browser only";
const UNSAVED = "Copy your text before you leave.";

/** Why something could not be saved, in words. */
export function whyNot(error) {
  if (error instanceof LockedError) return "Not saved yet: your notes are locked. Unlock them to save this one.";
  if (error?.name === "QuotaExceededError") return `Not saved: this browser has no more space for notes. ${UNSAVED}`;
  if (error?.name === "VersionError") return `Not saved: a newer version of this site is open. Copy your text and reload the page.`;
  return `Not saved: this browser does not let the page keep notes. ${UNSAVED}`;
}

/** A box for the question `id`; `prompt` and `page` are kept with the note as they are now. `note` is what
 *  the page knows of it already. `after(note)` hears of each save. */
export function makeBox({ id, prompt, page, note: shown, foot = [], after = () => {} }) {
  const area = element("textarea", { id: `write-${id}`, rows: 3, placeholder: " " });
  const label = element("label", { htmlFor: area.id, textContent: "Your private note" });
  const status = element("p", { role: "status", textContent: "Kept in this browser only" });
  const erase = element("button", { type: "button", hidden: true });
  const open = element("button", { type: "button", textContent: "Unlock your notes" });
  const closed = element("p", { className: "cw-journal__locked", hidden: true }, "Your notes are locked. ", open);
  const tools = element("p", { className: "cw-journal__tools" }, ...foot, erase);
  const box = element("div", { className: "cw-journal" }, label, closed, area,
    element("div", { className: "cw-journal__foot" }, status, tools));

  let known = shown ?? { text: "", prompt, page, updated: 0 }; // the note as it is in the database
  area.value = known.text;
  let erased = null; // what Undo would bring back
  let [timer, typed] = [0, 0];
  let copied = ""; // the lock that a copy of what is not saved is under; null where there is no copy
  let saving = Promise.resolve();

  const dirty = () => area.value !== known.text;
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const value = () => ({ text: area.value, prompt: known.prompt || prompt, page: known.page || page });
  const take = (note) => { known = note ?? { text: "", prompt, page, updated: 0 }; };

  function show() {
    const shut = lockState() === "locked";
    const writing = dirty() && copied !== lockName();
    closed.hidden = !shut;
    label.hidden = area.hidden = shut && !writing;
    erase.hidden = shut || (!area.value && erased === null);
    erase.textContent = erased === null ? "Erase" : "Undo";
    erase.setAttribute("aria-label", erased === null ? "Erase this note" : "Bring the note back");
  }

  function fail(error) {
    if (dirty() || !(error instanceof LockedError)) say(whyNot(error));
    show();
  }

  async function save() {
    clearTimeout(timer);
    if (!dirty()) return;
    const writing = value();
    try {
      const note = await saveNote(id, writing, known.updated);
      const more = area.value !== writing.text; // typed meanwhile: the next save has it
      take(note);
      if (!more) { area.value = note.text; dropCopy(id); }
      if (note.joined) say("This note was also changed in another tab. Both texts are here.");
      else say(!note.text && erased !== null ? "Erased" : SAVED);
      after(note);
      show();
    } catch (error) { fail(error); }
  }
  const flush = () => (saving = saving.then(save));

  function keep() { // a copy at every keystroke
    const [text, turn] = [area.value, ++typed];
    copied = null;
    copyNote(id, value(), known.updated, () => turn === typed && dirty()).then(
      (name) => { if (turn === typed && text === area.value) copied = name; if (name === null) askBeforeLeaving(atRisk); },
      () => askBeforeLeaving(atRisk));
  }

  async function read({ fresh }) {
    if (fresh) await recover(id);
    const note = await readNote(id);
    if (dirty()) return void flush();
    const changed = (note?.text ?? "") !== known.text;
    take(note);
    area.value = known.text;
    if (changed && !fresh) erased = null;
    if (changed && !fresh) say("Taken over from another tab");
    after(known);
    show();
  }
  const start = (how) => read(how).catch((error) => {
    if (how.fresh && !area.value && !(error instanceof LockedError)) area.value = takeLeft(id, value());
    fail(error);
  });

  function lockChanged() {
    if (lockState() === "locked") {
      erased = null;
      if (!dirty() || copied === lockName()) { take(undefined); area.value = ""; say("Kept in this browser only"); }
      if (dirty()) fail(new LockedError());
      show();
    } else start({ fresh: true });
  }

  area.addEventListener("input", () => {
    erased = null;
    keep();
    show();
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  });
  area.addEventListener("blur", flush);
  erase.addEventListener("click", () => {
    if (erased === null) { erased = area.value; area.value = ""; } else { area.value = erased; erased = null; }
    keep();
    show();
    flush();
    area.focus();
  });
  open.addEventListener("click", async () => { if (await askPassphrase()) area.focus(); });

  const own = { id, box, flush, lockChanged, atRisk: () => dirty() && copied === null, refresh: () => start({ fresh: false }) };
  boxes.add(own);
  show();
  start({ fresh: true });
  return { box, area, flush, remove: () => { boxes.delete(own); box.remove(); } };
}

const atRisk = () => [...boxes].some((box) => box.atRisk());

const each = (run) => Promise.all([...boxes].map(run));

/** Saves what is being typed in any box of this page. */
export const flushAll = () => each((box) => box.flush());

hear("note", (message) => each((box) => box.id === message.id && box.refresh()));
hear("notes", () => each((box) => box.refresh()));
onLock(() => each((box) => box.lockChanged()));
beforeLock(flushAll);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flushAll());
addEventListener("pagehide", flushAll);
