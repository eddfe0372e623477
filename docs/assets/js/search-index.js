// The sections of the course, ready to be searched, and what a search finds: pages, their sections, and the words around.
import { loadData } from "./data.js";
import { MiniSearch } from "./vendor/minisearch.js";

const PAGES = 8; // shown at most
const SECTIONS = 3; // of one page
const AROUND = 90; // characters before the first word that is marked

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const words = (text) => text.match(WORD) ?? [];

/** `find(words)` of the whole course: what `results` gives. Rejects where the index can't be had. */
export async function openIndex() {
  const pages = await loadData("assets/search.json");
  const sections = pages.flatMap((page, number) => page.sections.map(([anchor, heading, text], at) => (
    { id: `${number}-${at}`, page, anchor, title: page.title, heading: heading === page.title ? "" : heading, text }
  )));
  const index = new MiniSearch({
    fields: ["title", "heading", "text"],
    tokenize: words,
    processTerm: fold,
    searchOptions: { boost: { title: 4, heading: 3 }, combineWith: "AND", prefix: (term) => term.length > 1, fuzzy: (term) => term.length > 4 ? 0.2 : false },
  });
  index.addAll(sections);
  const byId = new Map(sections.map((section) => [section.id, section]));
  return (query) => results(index.search(query), byId);
}

/** The first pages, in the order of their best section: `{ title, part, address, sections: [{ heading, address, words }] }`; and how many there are. */
function results(hits, byId) {
  const pages = new Map();
  for (const hit of hits) {
    const section = byId.get(hit.id);
    if (!pages.has(section.page)) pages.set(section.page, []);
    pages.get(section.page).push({ section, terms: new Set(Object.keys(hit.match)) });
  }
  const first = [...pages].slice(0, PAGES).map(([{ title, part, address }, found]) => (
    { title, part, address, sections: found.slice(0, SECTIONS).map(shown) }
  ));
  return { pages: first, count: pages.size };
}

function shown({ section: { page, anchor, heading, text }, terms }) {
  return { heading, address: page.address + (anchor && `#${anchor}`), words: around(text, terms) };
}

/** The text around the first words that were found: pieces `{ text, found }`; empty where only the heading holds them. */
function around(text, terms) {
  const spots = [...text.matchAll(WORD)].filter(([word]) => terms.has(fold(word)));
  if (!spots.length) return [];
  const begin = Math.max(0, text.lastIndexOf(" ", spots[0].index - AROUND) + 1);
  const end = text.length <= begin + 3 * AROUND ? text.length : text.lastIndexOf(" ", begin + 3 * AROUND);
  const pieces = [];
  let at = begin;
  for (const { 0: word, index } of spots) {
    if (index + word.length > end) break;
    pieces.push({ text: (at === begin && begin ? "… " : "") + text.slice(at, index), found: false }, { text: word, found: true });
    at = index + word.length;
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? " …" : ""), found: false });
  return pieces;
}
