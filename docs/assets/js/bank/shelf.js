// The sets that somebody keeps in this browser: several, one of them open. They stay in its localStorage and go nowhere else.
import { address } from "../data.js";
import { writeLink } from "./link.js";
import { emptySet, FORMS } from "./set.js";

const KEY = `coursewright-sets:${new URL(address("")).pathname}`; // courses on one host keep theirs apart
const VERSION = 1;

/** {open: id of a set, sets: [{id, …set}]}, never without a set. What can't be read counts as nothing. */
export function readShelf() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    const sets = kept.version === VERSION ? kept.sets.filter(sound) : [];
    if (sets.length) return { open: sets.some(({ id }) => id === kept.open) ? kept.open : sets[0].id, sets };
  } catch { /* nothing is kept, or not by us */ }
  return { open: 1, sets: [{ id: 1, ...emptySet() }] };
}

function sound({ id, title, about, minutes, form, items }) {
  const words = [title, about].every((one) => typeof one === "string");
  const item = (one) => typeof one?.question === "string" && typeof one.format === "string" && Array.isArray(one.rows);
  return words && Number.isInteger(id) && Number.isInteger(minutes) && FORMS.includes(form) && Array.isArray(items) && items.every(item);
}

/** Whether it could be kept: a browser may refuse, or be full. */
export function keepShelf(shelf) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...shelf }));
    return true;
  } catch {
    return false;
  }
}

export function openSet(shelf) {
  return shelf.sets.find(({ id }) => id === shelf.open);
}

/** The shelf with this set in the place of the one that has its id, or at the end where none has. */
export function withSet(shelf, set) {
  const at = shelf.sets.findIndex(({ id }) => id === set.id);
  return { ...shelf, sets: at < 0 ? [...shelf.sets, set] : shelf.sets.with(at, set) };
}

/** The shelf with one more set, which is open. */
export function withNewSet(shelf, set) {
  const id = 1 + Math.max(...shelf.sets.map((one) => one.id));
  return { open: id, sets: [...shelf.sets, { ...set, id }] };
}

/** The shelf without a set; another is open then, an empty one where none is left. */
export function withoutSet(shelf, id) {
  const at = shelf.sets.findIndex((one) => one.id === id);
  const sets = shelf.sets.toSpliced(at, 1);
  if (!sets.length) sets.push({ id: id + 1, ...emptySet() });
  return { open: sets[Math.min(at, sets.length - 1)].id, sets };
}

/** The shelf with a set from a link open, and words that say so: the same set if it is there, else an empty one's place
 *  or a new one. A form that the builder does not have counts as A. */
export function withLinked(shelf, linked) {
  const set = { ...linked, form: FORMS.includes(linked.form) ? linked.form : "A" };
  const same = shelf.sets.find((one) => writeLink({ ...one, form: set.form }) === writeLink(set));
  if (same) return { shelf: withSet({ ...shelf, open: same.id }, { ...same, form: set.form }), words: "The set from the link is among your sets already." };
  const { id, title, about, items } = openSet(shelf);
  if (!title && !about && !items.length) return { shelf: withSet(shelf, { ...set, id }), words: "The set from the link." };
  return { shelf: withNewSet(shelf, set), words: "The set from the link is open; your own sets are kept." };
}

/** Runs when another tab of this browser changed the shelf. */
export function onShelf(run) {
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) run(); });
}
