// The way back: after a link in the text has led to another part of the page, a button that returns to where one was reading.
import { onPage } from "./page.js";

const bar = document.createElement("p");
bar.className = "cw-return";
bar.hidden = true;
const button = document.createElement("button");
button.type = "button";
button.textContent = "Back to where you were";
bar.append(button);

let left = null; // the link that was followed, how far the page was scrolled, the address then
const seen = new IntersectionObserver(([entry]) => entry.isIntersecting && forget());

function forget() {
  seen.disconnect();
  bar.hidden = true;
  left = null;
}

/** The link in the text that a click follows; one inside a preview stands for the citation before it. */
function followed(event) {
  const link = event.target instanceof Element ? event.target.closest("main a[href^='#']") : null;
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  return link.closest(".cw-preview")?.previousElementSibling ?? link;
}

function leave(place) {
  forget();
  if (place.link.closest(".backlinks")) return; // that was the way back
  left = place;
  bar.hidden = false;
  setTimeout(() => left === place && seen.observe(place.link), 500); // once the page has moved
}

document.addEventListener("click", (event) => {
  const link = followed(event);
  if (!link) return;
  const place = { link, top: scrollY, address: location.href };
  setTimeout(() => event.defaultPrevented || leave(place));
}, true);

button.addEventListener("click", () => {
  const { link, top, address } = left;
  forget();
  history.replaceState(history.state, "", address);
  scrollTo({ top });
  link.focus({ preventScroll: true });
});

onPage(() => document.body.append(bar));
