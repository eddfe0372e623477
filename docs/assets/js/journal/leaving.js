// The browser asks whether to leave while a text is neither saved nor copied.
let risky = null;

/** `risk()` says whether there is such a text. Called when there may be one: a page that asks may be kept less well by its browser. */
export function askBeforeLeaving(risk) {
  if (!risky) addEventListener("beforeunload", (event) => { if (risky()) event.preventDefault(); });
  risky = risk;
}
