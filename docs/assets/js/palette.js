// The button for colours: as the system has them, light, dark, and round again. colours.js knows the choice on the next page.
import { onPage } from "./page.js";

const KEY = "coursewright-colours";
const NEXT = { system: "light", light: "dark", dark: "system" };
const root = document.documentElement;

function apply(colours) {
  if (colours === "system") delete root.dataset.colours;
  else root.dataset.colours = colours;
}

function keep(colours) {
  try {
    if (colours === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, colours);
  } catch { /* storage is not allowed here: the choice holds for this page */ }
}

/** The bar of the browser has the colour of the page: each of the two tags takes what was chosen, or its own again. */
function paintBar() {
  const tags = [...document.querySelectorAll('meta[name="theme-color"]')];
  const own = Object.fromEntries(tags.map((tag) => [tag.media.includes("dark") ? "dark" : "light", tag.content]));
  return () => tags.forEach((tag) => {
    tag.content = own[root.dataset.colours ?? (tag.media.includes("dark") ? "dark" : "light")];
  });
}

onPage(() => {
  const paint = paintBar();
  paint();
  document.querySelector(".cw-palette")?.addEventListener("click", () => {
    const colours = NEXT[root.dataset.colours ?? "system"];
    apply(colours);
    keep(colours);
    paint();
  });
  addEventListener("storage", (event) => { // chosen in another tab
    if (event.key !== KEY) return;
    apply(event.newValue ?? "system");
    paint();
  });
});
