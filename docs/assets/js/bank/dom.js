// Small pieces of a page.

/** An element with attributes (and `on…` listeners) around text and elements; `false` and `null` are left out. */
export function node(tag, attributes = {}, ...inner) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...inner.flat().filter((one) => one !== null && one !== false));
  return made;
}

/** Runs of a text as text and emphasis. */
export function shown(runs) {
  return runs.map((run) => {
    if (typeof run === "string") return document.createTextNode(run);
    return run[1].split(" ").reduceRight((inner, tag) => node(tag, {}, inner), run[0]);
  });
}

/** A button of the page's own look. */
export function button(words, attributes = {}) {
  return node("button", { type: "button", ...attributes }, words);
}
