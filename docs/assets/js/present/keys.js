// Keys while a set is shown, from a keyboard or a clicker. What has the focus comes first: a list keeps its arrows, a button its space.
const MOVES = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back", Home: "first", End: "last" };
const LETTERS = { f: "full", b: "run" };

/** Runs `acts[name]` for a key; `letters()` tells whether letters count. */
export function onKeys(acts, letters) {
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const name = nameOf(event, letters());
    if (!name || (event.repeat && !(event.key in MOVES))) return;
    event.preventDefault();
    acts[name]();
  });
}

function nameOf({ key, target }, letters) {
  if (target.closest("select, input")) return undefined;
  if (key in MOVES) return MOVES[key];
  if (key === " ") return target.closest("button, summary, a") ? undefined : "run";
  return letters ? LETTERS[key.toLowerCase()] : undefined;
}
