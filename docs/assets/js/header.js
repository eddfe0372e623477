// The header by keyboard: opens the search that Material's script runs, closes the contents.
import { onPage } from "./page.js";

const toggle = document.getElementById("__search");
const button = () => document.querySelector(".cw-search-open");
document.addEventListener("click", (event) => {
  if (event.target.closest(".cw-search-open")) toggle?.click();
  const menu = document.querySelector(".cw-menu[open]");
  if (menu && !menu.contains(event.target)) menu.open = false;
});
toggle?.addEventListener("change", () => {
  button()?.setAttribute("aria-expanded", String(toggle.checked));
  if (toggle.checked) document.querySelector(".md-search__input")?.focus();
});
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".cw-menu[open]");
  if (event.key !== "Escape" || !menu) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
});
onPage(() => document.querySelector(".cw-menu[open]")?.removeAttribute("open"));
