// "2 of 3 lessons read": at lists of lessons, on the home page, a module's page and the journal's.
import { element } from "../journal/element.js";

const isRead = (marks, lesson) => Boolean(marks?.get(`read:${lesson}`)?.value);

/** The figure in words; "" as long as none is read. */
export function readOf(marks, lessons) {
  const read = lessons.filter((lesson) => isRead(marks, lesson)).length;
  return read ? `${read} of ${lessons.length} ${lessons.length === 1 ? "lesson" : "lessons"} read` : "";
}

/** Writes the figure under each list, and "read" at each lesson that is; `null` takes it all away. */
export function showFigures(marks) {
  const lists = [...document.querySelectorAll(".cw-lesson-list")].filter((list) => list.querySelector("[data-lesson]"));
  document.querySelectorAll(".cw-progress__figure, .cw-progress__read").forEach((old) => old.remove());
  for (const list of lists) {
    const items = [...list.querySelectorAll(":scope > [data-lesson]")];
    for (const item of items.filter((one) => isRead(marks, one.dataset.lesson))) {
      item.querySelector(".cw-facts")?.append(element("span", { className: "cw-progress__read", textContent: " · read" }));
    }
    figure(readOf(marks, lessonsIn(items)), list);
  }
  const all = lessonsIn([...document.querySelectorAll(".cw-lesson-list > [data-lesson]")]);
  const words = lists.length > 1 && readOf(marks, all);
  if (words) figure(`In the whole course: ${words}`, lists.at(-1).closest(".cw-lessons") ?? lists.at(-1));
}

const lessonsIn = (items) => items.map((item) => item.dataset.lesson);

function figure(words, after) {
  if (words) after.after(element("p", { className: "cw-progress__figure", textContent: words }));
}
