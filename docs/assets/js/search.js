// Opens the search: by its button, by / and by Ctrl or Cmd and K. The search itself is fetched when it is first wanted.
import { runScript } from "./data.js";
import { onPage } from "./page.js";

const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
const alone = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;
let wanted = false;
let early = null; // what is typed before the search is there

function open() {
  if (wanted) return dispatchEvent(new Event("coursewright-search"));
  [wanted, early] = [true, ""];
  runScript("assets/js/search-dialog.js").then(hand, () => { [wanted, early] = [false, null]; }); // it opens by itself
}

/** Puts what was typed early into the field. */
function hand() {
  const field = document.getElementById("cw-search-field");
  if (early) {
    field.value = early + field.value;
    field.dispatchEvent(new Event("input"));
  }
  early = null;
}

onPage(() => {
  document.querySelector(".cw-search-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (early !== null && event.key.length === 1 && alone(event) && !typing(event.target)) {
      event.preventDefault();
      early += event.key;
      return;
    }
    const asked = event.key.toLowerCase() === "k" ? (event.ctrlKey || event.metaKey) && !event.altKey : event.key === "/" && alone(event) && !typing(event.target);
    if (!asked || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
});
