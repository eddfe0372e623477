// The set builder: one set at a time, kept in this browser at every change, with what it covers and the sheet it makes.
import { onPage } from "../page.js";
import { loadBank } from "./bank-data.js";
import { addPanel } from "./builder-add.js";
import { showCover, totalWords } from "./builder-cover.js";
import { fieldsOf } from "./builder-fields.js";
import { listOf } from "./builder-list.js";
import { sharing } from "./builder-share.js";
import { showSheet } from "./builder-sheet.js";
import { node } from "./dom.js";
import { holdsSet, readLink } from "./link.js";
import { added, changed, emptySet, fitted, minutesOf, moved, removed } from "./set.js";
import { makeSheet } from "./sheet.js";
import { keepShelf, onShelf, openSet, readShelf, withLinked, withNewSet, withoutSet, withSet } from "./shelf.js";
import { count, range } from "./words.js";

function start(place, parts, bank) {
  let set;
  let undo = null; // what brings back what was removed last

  // changes

  const trouble = (words) => { parts.trouble.textContent = words; };
  const say = (words, back = null) => {
    undo = back;
    parts.undo.hidden = !back;
    parts.said.textContent = words;
  };
  const keep = (shelf) => {
    if (!keepShelf(shelf)) trouble("This browser does not let the page keep sets. Copy the link before you leave.");
    set = openSet(shelf);
  };
  const change = (next, words = "", back = null) => {
    keep({ ...withSet(readShelf(), next), open: next.id }); // another tab may have opened another set
    show();
    say(words, back);
  };
  const open = (shelf, words, back = null, notes = []) => {
    const fit = fitted(bank, openSet(shelf));
    trouble([...notes, ...fit.notes].join(" "));
    keep(withSet(shelf, fit.set));
    show();
    say(words, back);
  };

  // the parts of the page

  const list = listOf(parts.list, bank, {
    move(from, to) {
      change(moved(set, from, to), `Moved to place ${to + 1} of ${set.items.length}.`);
    },
    remove(question) {
      const at = set.items.findIndex((item) => item.question === question);
      const item = set.items[at];
      const { id } = set;
      const next = removed(set, question);
      change(next, `Question ${at + 1} was taken out. ${summary(next)}`, () => {
        const shelf = readShelf();
        const there = shelf.sets.find((one) => one.id === id);
        if (there) open(withSet({ ...shelf, open: id }, added(there, item, at)), "It is back.");
        list.focus(question, "remove");
      });
      if (set.items.length) list.focus(set.items[Math.min(at, set.items.length - 1)].question, "remove");
      else parts.undo.focus();
    },
    change(item) { change(changed(set, item), "Changed."); },
    first() { say("It is first already."); },
    last() { say("It is last already."); },
  });
  const add = addPanel(parts.add, bank, (item) => change(added(set, item), `Added as question ${set.items.length + 1}.`));

  const summary = (next) => {
    const { low, high } = minutesOf(bank, next);
    return next.items.length ? `${count(next.items.length, "question")}, ${range(low, high)} minutes.` : "The set is empty.";
  };

  function show() {
    list.show(set);
    add.show(set);
    parts.total.textContent = totalWords(bank, set);
    showCover(parts.cover, bank, set, parts.bank);
    share.show(set);
    if (set.items.length) showSheet(parts.sheet, makeSheet(bank, set));
    else parts.sheet.replaceChildren(node("p", {}, "The sheet appears with the first question."));
    fields.show(readShelf(), set);
  }

  const fields = fieldsOf(parts, {
    change(given) { change({ ...set, ...given }, given.form ? `Form ${given.form}: the same questions in other rows.` : ""); },
    open(id) { open({ ...readShelf(), open: id }, ""); },
  });
  const share = sharing(parts, bank, () => set);

  parts.new.addEventListener("click", () => { open(withNewSet(readShelf(), emptySet()), "A new set."); parts.title.focus(); });
  parts.delete.addEventListener("click", () => {
    const gone = set;
    open(withoutSet(readShelf(), set.id), `The set '${gone.title || "Untitled"}' was deleted.`, () => open(withNewSet(readShelf(), gone), "The set is back."));
    parts.undo.focus();
  });
  parts.undo.addEventListener("click", () => {
    undo?.();
    if (document.activeElement === document.body) parts.title.focus(); // the button itself is gone
  });

  // where the set comes from

  const takeLink = () => {
    if (!holdsSet(location.hash)) return false;
    const given = location.hash;
    history.replaceState(history.state, "", location.pathname + location.search);
    try {
      const { set: linked, notes } = fitted(bank, readLink(given));
      const { shelf, words } = withLinked(readShelf(), linked);
      open(shelf, words, null, notes);
    } catch (error) {
      open(readShelf(), "");
      trouble(error.message);
    }
    return true;
  };
  addEventListener("hashchange", takeLink);
  onShelf(() => {
    const shelf = readShelf();
    const mine = shelf.sets.find(({ id }) => id === set.id);
    if (JSON.stringify(mine) === JSON.stringify(set)) return fields.show(shelf, set);
    set = mine ?? openSet(shelf);
    show();
    say("Changed in another tab.");
  });
  place.hidden = false;
  if (!takeLink()) open(readShelf(), "");
}

onPage(async () => {
  const place = document.querySelector("[data-set-builder]");
  if (!place) return;
  const parts = Object.fromEntries([...document.querySelectorAll("[data-set]")].map((part) => [part.dataset.set, part]));
  parts.bank = document.querySelector("a[data-bank]").href;
  try {
    start(place, parts, await loadBank());
  } catch (error) {
    parts.trouble.textContent = "The question bank can't be read. Without a network it works on pages that are kept offline.";
    throw error;
  }
});
