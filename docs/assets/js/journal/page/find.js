// Narrows the journal page to the questions and notes with some words, or to those that have a note.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

/** `lists` as the build wrote them; `trouble()` says why the notes can't be read, if they can't. `apply()` narrows again
 *  after the notes have changed. */
export function makeFind(lists, trouble) {
  const form = document.querySelector(".cw-j-find");
  const [field, written, count] = ["#find-words", "#find-written", ".cw-j-count"].map((name) => form.querySelector(name));
  const gone = document.querySelector(".cw-j-gone");
  let timer = 0;
  let printing = false; // on paper questions without a note are left out

  const noted = (item) => Boolean(item.querySelector(".cw-j-text:not([hidden]), .cw-journal"));
  const fits = (item, asked) => {
    const text = fold([...item.querySelectorAll(".cw-stem, .cw-j-was, .cw-j-text")].map((node) => node.textContent).join("\n"));
    return (!(written.checked || printing) || noted(item)) && asked.every((word) => text.includes(word));
  };

  function apply() {
    const asked = fold(field.value).split(/\s+/).filter(Boolean);
    const lost = [...gone.querySelectorAll("li")];
    const all = [...lists.flatMap(({ items }) => items), ...lost];
    all.forEach((item) => { item.hidden = !fits(item, asked); });
    for (const { list, facts, heading, items } of lists) {
      list.hidden = facts.hidden = heading.hidden = items.every((item) => item.hidden);
    }
    for (const group of new Set(lists.map((list) => list.group))) {
      group.hidden = lists.every((list) => list.group !== group || list.list.hidden);
      const figure = group.nextElementSibling;
      if (figure?.matches(".cw-j-module")) figure.hidden = group.hidden;
    }
    gone.hidden = lost.every((item) => item.hidden);
    const shown = all.filter((item) => !item.hidden).length;
    if (printing) return;
    clearTimeout(timer);
    timer = setTimeout(() => { count.textContent = trouble() || inWords(shown, all, asked.length || written.checked); }, 250);
  }

  function inWords(shown, all, narrowed) {
    if (narrowed) return shown ? `${shown} of ${all.length} questions` : "Nothing fits all of this.";
    const notes = all.filter(noted).length;
    return notes ? `${notes} ${notes === 1 ? "note" : "notes"} under ${all.length} questions` : `${all.length} questions, no note yet`;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  for (const event of ["beforeprint", "afterprint"]) {
    addEventListener(event, () => { printing = event === "beforeprint"; apply(); });
  }
  form.hidden = false;
  return { form, apply };
}
