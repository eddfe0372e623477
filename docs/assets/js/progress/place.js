// Where the reader stopped: the last heading that came into view. The page never moves there by itself.
import { setMark } from "./marks.js";

const PAUSE = 1000; // milliseconds without scrolling

const headings = () => [...document.querySelectorAll("article h2[id], article h3[id]")];
const words = (heading) => heading.textContent.replace(/\s+/g, " ").trim();

/** The heading of a mark, also when it has been renamed or moved since; undefined at the beginning of the page. */
export function findPlace(value) {
  const all = headings();
  if (!value || !all.length) return undefined;
  const found = all.find((heading) => heading.id === value.hash) ?? all.find((heading) => words(heading) === value.words);
  return found ?? all[Math.min(value.index, all.length - 1)];
}

/** "Go on where you stopped: …", as a link. */
export function placeLink(heading) {
  const link = document.createElement("a");
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.textContent = words(heading);
  return link;
}

/** Begins to remember the place on this page, from the first scrolling on. */
export function watchPlace(lesson) {
  let [timer, last] = [0, null];
  const remember = () => {
    clearTimeout(timer);
    const all = headings();
    const passed = all.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.6);
    const heading = passed.at(-1);
    if (!heading || heading === last || scrollY === 0) return;
    last = heading;
    setMark(`place:${lesson}`, { hash: heading.id, words: words(heading), index: all.indexOf(heading) }).catch(() => {});
  };
  addEventListener("scroll", () => { clearTimeout(timer); timer = setTimeout(remember, PAUSE); }, { passive: true });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && timer && remember());
}
