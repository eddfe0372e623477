// Opens the search: by its button, by / and by Ctrl or Cmd and K. The search itself is fetched when it is first wanted.
import { runScript } from "./data.js";
import { onPage } from "./page.js";

const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
const alone = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;
let wanted = false;

function open() {
  if (wanted) dispatchEvent(new Event("coursewright-search"));
  else runScript("assets/js/search-dialog.js"); // opens as soon as it is there
  wanted = true;
}

onPage(() => {
  document.querySelector(".cw-search-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const asked = event.key.toLowerCase() === "k" ? (event.ctrlKey || event.metaKey) && !event.altKey : event.key === "/" && alone(event) && !typing(event.target);
    if (!asked || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
});
