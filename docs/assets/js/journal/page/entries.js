// All questions of the journal page with their notes, and below them the notes whose question is gone.
import { element } from "../element.js";
import { arrange } from "../outline.js";
import { makeEntry } from "./entry.js";

const words = (node) => node.textContent.replace(/\s+/g, " ").trim();

/** The lists of questions as the build wrote them: {list, heading, facts, group (its heading), page, items}. */
export function readLists() {
  let group = null;
  return [...document.querySelectorAll("article h2, article ol.cw-j-prompts[data-page]")].flatMap((node) => {
    if (node.localName === "h2") { group = node; return []; }
    const facts = node.previousElementSibling;
    return [{ list: node, facts, heading: facts.previousElementSibling, group, page: node.dataset.page, items: [...node.children] }];
  });
}

export const readOutline = (lists) => lists.map(({ group, page, items }) => ({
  group: words(group),
  page,
  questions: items.map((item) => ({ id: item.dataset.question, prompt: words(item.querySelector(".cw-stem")) })),
}));

/** `show(notes)` puts notes (null: locked) under the questions and gives back how they are arranged. */
export function makeEntries(lists, outline, changed) {
  const entries = new Map();
  outline.forEach(({ page, questions }, at) => questions.forEach((question, index) => (
    entries.set(question.id, makeEntry(lists[at].items[index], { ...question, page }, changed)))));
  const goneSection = document.querySelector(".cw-j-gone");
  const gone = new Map();

  function showGone(notes) {
    for (const note of notes) {
      if (gone.has(note.id)) continue;
      const prompt = note.prompt || "The words of this question were not kept.";
      const item = element("li", { className: "cw-j-prompt", id: `note-${note.id}` }, element("p", { className: "cw-stem", textContent: prompt }));
      item.dataset.question = note.id;
      goneSection.querySelector("ol").append(item);
      gone.set(note.id, makeEntry(item, { id: note.id, prompt: note.prompt, page: note.page }, changed));
    }
    for (const entry of gone.values()) {
      const note = notes.find((one) => one.id === entry.id);
      entry.show({ note, asked: "", stood: note?.page ?? "" });
    }
    goneSection.hidden = !gone.size;
  }

  function show(notes) {
    const arranged = arrange(outline, notes ?? []);
    document.documentElement.classList.toggle("cw-j-shut", !notes);
    for (const entry of notes ? [] : [...entries.values(), ...gone.values()]) entry.close();
    for (const place of arranged.places) for (const entry of place.entries) entries.get(entry.id).show(entry);
    if (notes) showGone(arranged.gone);
    else {
      gone.forEach((entry) => entry.item.remove());
      gone.clear();
      goneSection.hidden = true;
    }
    return arranged;
  }
  return { show };
}
