// Short texts: as bank.json writes them, as Markdown, as words.

const MARKS = /[\\`*_[\]<>]/g;
const TYPED = /[\\`*_[\]<>@]|&(?=#?\w+;)|^[-+=~#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]/g;

/** A text of bank.json as {markdown, runs, words}. */
export function readText(value) {
  if (typeof value === "string") return { markdown: value, runs: value ? [value] : [], words: value };
  if (value.length === 1) return { markdown: value[0].replace(/[‘’]/g, "'").replace(/[“”]/g, '"'), runs: value, words: value[0] };
  const [markdown, runs] = value;
  return { markdown, runs, words: wordsOf(runs) };
}

export function wordsOf(runs) {
  return runs.map((run) => (typeof run === "string" ? run : run[0])).join("");
}

/** What somebody typed, white space folded, as a text whose Markdown shows just these words. */
export function typedText(typed) {
  const words = fold(typed);
  return { markdown: words.replace(TYPED, "\\$&"), runs: words ? [words] : [], words };
}

/** One line without white space at its ends, as Python's `" ".join(words.split())`. */
export function fold(typed) {
  return typed.replace(/[\s\x1c-\x1f\x85]+/g, " ").trim();
}

/** A reference as Markdown: words escaped, titles in italics. */
export function runsMarkdown(runs) {
  return runs.map((run) => (typeof run === "string" ? escaped(run) : `*${escaped(run[0])}*`)).join("");
}

/** Words without markup as Markdown that shows them as they are. */
export function escaped(words) {
  return words.replace(MARKS, "\\$&");
}

/** Words for comparing: no accents, no capitals, one kind of apostrophe. */
export function comparable(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
}

/** '1 question', '9 questions', '1,275 variants'. */
export function count(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}

/** '8–12', or '8' where both ends are the same. */
export function range(low, high) {
  return low === high ? String(low) : `${low}–${high}`;
}
