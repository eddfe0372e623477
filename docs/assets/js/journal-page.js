// The journal page: every note of this browser under its question, and the means to keep, lock or erase them.
import { element } from "./journal/element.js";
import { whyNot } from "./journal/box.js";
import { hear } from "./journal/channel.js";
import { watchIdle } from "./journal/idle.js";
import { LockedError, onLock, ready } from "./journal/keyring.js";
import { allNotes } from "./journal/notes.js";
import { copyActions } from "./journal/page/copies.js";
import { openDialog } from "./journal/page/dialog.js";
import { earlierActions } from "./journal/page/earlier.js";
import { makeEntries, readLists, readOutline } from "./journal/page/entries.js";
import { makeFind } from "./journal/page/find.js";
import { lockActions, watchLock } from "./journal/page/lock.js";
import { progressActions } from "./journal/page/progress.js";
import { countNotes, eraseNotes } from "./journal/rewrite.js";
import { recover } from "./journal/unsaved.js";
import { eraseMarks } from "./progress/marks.js";
import { onPage } from "./page.js";

onPage(() => {
  const head = document.querySelector(".cw-j-head");
  if (head) start(head);
});

function start(head) {
  const care = document.querySelector(".cw-j-care");
  const said = care.querySelector(".cw-j-said");
  const say = (words) => { said.textContent = words; };
  const lists = readLists();
  let trouble = "";
  const find = makeFind(lists, () => trouble);
  const jump = element("a", { href: "#look-after", textContent: "Look after your notes" });
  head.append(document.querySelector(".cw-j-locked"), find.form, element("p", { className: "cw-facts cw-j-jump" }, jump));
  lists.at(-1)?.list.after(document.querySelector(".cw-j-gone"));
  care.hidden = false;

  const outline = readOutline(lists);
  const asked = outline.flatMap(({ questions }) => questions.map(({ id }) => id));
  let notes = new Map();
  const show = () => { const arranged = entries.show(notes && [...notes.values()]); find.apply(); return arranged; };
  const entries = makeEntries(lists, outline, (id, note) => {
    if (note.text) notes?.set(id, { ...note, id });
    else notes?.delete(id);
    show();
  });
  let turn = 0; // the last reading counts: one before it may come to its end after the notes were locked
  async function load() {
    const mine = ++turn;
    let [found, failure] = [null, ""];
    try {
      await recover(null, asked);
      found = new Map((await allNotes(asked)).map((note) => [note.id, note]));
    } catch (error) {
      if (!(error instanceof LockedError)) failure = whyNot(error).replace("Not saved: ", "Your notes can’t be read: ");
    }
    if (mine !== turn) return;
    [notes, trouble] = [found, failure];
    show();
    offerToKeep(notes?.size, say);
    left.show(Boolean(notes));
  }

  const left = earlierActions(say, load);
  const progress = progressActions(say);
  const actions = { ...copyActions(show, say, () => load().then(progress.show)), ...lockActions(say), ...progress, ...left.actions, erase: () => eraseAll(asked, say, load, progress.show), persist: () => keep(say) };
  document.addEventListener("click", (event) => actions[event.target.closest?.("[data-do]")?.dataset.do]?.());
  for (const type of ["note", "notes"]) hear(type, load);
  ready().catch(() => {}).then(() => {
    watchLock();
    onLock(load);
    watchIdle();
    return load();
  }).then(() => { if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView(); });
}

async function eraseAll(asked, say, load, showProgress) {
  const number = await countNotes(asked).catch(() => 0);
  const what = number === 1 ? "One note" : `${number} notes`;
  document.querySelector("#dialog-erase .cw-dialog__what").textContent =
    `${what} in this browser will be gone, with what was not saved yet and the passphrase if there is one. This can’t be undone. Backups that you made stay where you put them.`;
  const done = await openDialog("dialog-erase", async (data) => {
    await eraseNotes(asked);
    if (data.get("progress")) await eraseMarks();
    return "";
  });
  if (!done) return;
  await load();
  showProgress();
  say("Erased.");
}

async function offerToKeep(number, say) {
  const kept = await navigator.storage?.persisted?.().catch(() => true);
  document.querySelector(".cw-j-keep").hidden = kept !== false || !number;
}

async function keep(say) {
  const kept = await navigator.storage.persist().catch(() => false);
  document.querySelector(".cw-j-keep").hidden = kept;
  say(kept ? "This browser will keep your notes until you erase them." : "This browser did not agree. Make a backup now and then.");
}
