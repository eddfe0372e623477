// Copies of the notes as files, and back again from a backup.
import { RefusedError, makeBackup, openBackup, readBackup } from "../backup.js";
import { flushAll, whyNot } from "../box.js";
import { moment } from "../dates.js";
import { toDocx } from "../docx.js";
import { toMarkdown } from "../markdown.js";
import { mergeAll } from "../merge.js";
import { allNotes } from "../notes.js";
import { flatten } from "../outline.js";
import { rewriteNotes } from "../rewrite.js";
import { allMarks, readMarks, takeMarks } from "../../progress/marks.js";
import { openDialog, wrongPassphrase } from "./dialog.js";

const MOST_BYTES = 50_000_000; // a larger file is no journal, and reading it would stop the page

const course = () => document.querySelector(".cw-j-head").dataset.course;
const title = () => `My journal: ${course()}`;

function saveFile(ending, blob) {
  const [now, link] = [new Date(), document.createElement("a")];
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  link.href = URL.createObjectURL(blob);
  link.download = `journal-${day}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What the buttons for copies do; `arranged()` gives the notes as the page has them, `say(words)` tells the outcome, `load()` reads the notes again. */
export function copyActions(arranged, say, load) {
  const lines = async () => { await flushAll(); return flatten(arranged(), moment); };
  const file = document.getElementById("backup-file");
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    try { if (chosen) say(await takeIn(await textOf(chosen))); await load(); } catch (error) {
      say(error instanceof RefusedError ? error.message : `${whyNot(error)} Nothing has been changed.`);
    }
    file.value = "";
  });
  return {
    markdown: async () => saveFile("md", new Blob([toMarkdown(title(), await lines())], { type: "text/markdown" })),
    docx: async () => saveFile("docx", toDocx(title(), document.documentElement.lang, await lines())),
    print: async () => { await flushAll(); print(); },
    backup,
    import: () => file.click(),
  };
}

function backup() {
  const dialog = document.getElementById("dialog-backup");
  const more = dialog.querySelector(".cw-dialog__more");
  dialog.onchange = () => { more.hidden = dialog.querySelector("[name=kind]:checked").value === "plain"; };
  more.hidden = true;
  return openDialog(dialog.id, async (data) => {
    const sealed = data.get("kind") === "sealed";
    const wrong = sealed ? wrongPassphrase(data) : "";
    if (wrong) return wrong;
    await flushAll();
    const content = { course: course(), made: new Date().toISOString(), notes: await allNotes(), progress: await allMarks() };
    saveFile("backup.json", new Blob([await makeBackup(content, sealed ? data.get("passphrase") : "")], { type: "application/json" }));
    return "";
  });
}

function textOf(file) {
  if (file.size > MOST_BYTES) throw new RefusedError("This file is too large for a backup of a journal. Nothing has been changed.");
  return file.text();
}

/** Takes in a backup's text; says what came of it. */
async function takeIn(text) {
  const file = readBackup(text);
  if (!file.sealed) return merge(file);
  let content = null;
  const opened = await openDialog("dialog-open", async (data) => {
    content = await openBackup(file.sealed, data.get("passphrase"));
    return content ? "" : "That is not the passphrase of this file, or the file is damaged. Nothing has been changed.";
  });
  return opened ? merge({ ...content, course: file.course }) : "The backup was not read. Nothing has been changed.";
}

async function merge({ notes, progress, course: from }) {
  await flushAll();
  let told;
  await rewriteNotes((mine) => {
    const merged = mergeAll(mine, notes);
    told = merged.told;
    const later = (note) => ({ ...note, updated: Math.max(Date.now(), note.updated + 1) }); // open tabs notice that it changed
    return merged.notes.map((note) => (told.joined.includes(note.id) ? later(note) : note));
  });
  const marks = progress.length > 0 && (await readMarks()) !== null;
  if (marks) await takeMarks(progress);
  const counted = (list, words) => (list.length ? [`${list.length} ${words}`] : []);
  const facts = [...counted(told.added, "new"), ...counted(told.joined, "with both versions kept"), ...counted(told.same, "already here")];
  const foreign = from && from !== course() ? ` They come from the journal of “${from}”.` : "";
  return `Backup read: ${facts.join(", ") || "no notes in it"}${marks ? "; progress taken in" : ""}.${foreign}`;
}
