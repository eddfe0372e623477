// One question of the journal page with its note: to read, to edit in place, to erase with a way back.
import { makeBox, whyNot } from "../box.js";
import { moment } from "../dates.js";
import { element } from "../element.js";
import { saveNote } from "../notes.js";
import { dropCopy } from "../pending.js";
import { wasOtherwise } from "../outline.js";

/** `item` is the question's list item; `changed(id, note)` hears of every note that is saved here. */
export function makeEntry(item, { id, prompt, page }, changed) {
  const stem = item.querySelector(".cw-stem");
  stem.id ||= `prompt-${id}`;
  const button = (className) => element("button", { type: "button", className, "aria-describedby": stem.id });
  const [edit, erase] = [button("cw-j-edit"), button("cw-j-erase")];
  const [text, was, date] = [element("div", { className: "cw-j-text" }), element("div", { className: "cw-j-was" }), element("span", { className: "cw-facts" })];
  const status = element("span", { role: "status" });
  const read = element("div", { className: "cw-j-entry" }, was, text, element("p", { className: "cw-j-foot" }, date, edit, erase, status));
  item.append(read);
  let [entry, box, erased] = [{}, null, null];

  function show(next = entry) {
    entry = next;
    const { note } = entry;
    text.textContent = note?.text ?? "";
    text.hidden = !note;
    was.replaceChildren(...(note ? wasOtherwise(entry) : []).map((words) => element("p", { className: "cw-facts", textContent: words })));
    date.textContent = note ? moment(note.updated) : "";
    edit.textContent = note ? "Edit" : "Write";
    erase.hidden = !note && !erased;
    erase.textContent = erased ? "Undo" : "Erase";
    read.hidden = Boolean(box);
  }

  async function finish() {
    await box.flush();
    if (!box) return;
    box.remove();
    box = null;
    show();
    edit.focus();
  }

  edit.addEventListener("click", () => {
    const done = element("button", { type: "button", textContent: "Done" });
    done.addEventListener("click", finish);
    erased = null;
    status.textContent = "";
    box = makeBox({ id, prompt, page, note: entry.note, foot: [done], after: (note) => changed(id, note) });
    box.area.addEventListener("keydown", (event) => { if (event.key === "Escape") finish(); });
    item.append(box.box);
    show();
    box.area.focus();
  });

  erase.addEventListener("click", async () => {
    const [before, bring] = [entry.note, erased];
    try {
      const note = bring ? await saveNote(id, bring, 0) : await saveNote(id, { ...before, text: "" }, before.updated);
      if (!bring) dropCopy(id);
      erased = bring || note.text ? null : before;
      status.textContent = bring ? "The note is back" : note.text ? "Changed in another tab: not erased" : "Erased";
      changed(id, note);
    } catch (error) { status.textContent = whyNot(error); }
  });

  show();
  return { id, item, show, editing: () => Boolean(box), close: () => { box?.remove(); box = null; erased = null; status.textContent = ""; show({}); } };
}
