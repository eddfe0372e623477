// Progress on a lesson: the line in its head, a box at each objective, the button at its end.
import { day } from "../journal/dates.js";
import { element } from "../journal/element.js";
import { setMark } from "./marks.js";
import { findPlace, placeLink } from "./place.js";

/** The parts of a lesson's page; `show(marks)` brings them up to date, null takes them away. */
export function lessonParts(lesson) {
  const head = document.querySelector(".cw-head__progress") ?? element("div", { className: "cw-head__progress" });
  if (!head.isConnected) document.querySelector(".cw-head")?.append(head);
  const objectives = objectiveBoxes();
  const end = endOfLesson(lesson);
  let offered = false; // the place is offered once, as it was when the page was opened

  return function show(marks) {
    const read = marks?.get(`read:${lesson}`);
    if (!offered) {
      offered = true;
      const heading = marks && !read?.value && !location.hash && findPlace(marks.get(`place:${lesson}`)?.value);
      if (heading) head.append(element("p", { className: "cw-progress__place" }, "Go on where you stopped: ", placeLink(heading)));
    }
    if (!marks) head.replaceChildren();
    head.querySelector(".cw-progress__facts")?.remove();
    const facts = marks ? factsOf(read, objectives, marks) : "";
    if (facts) head.prepend(element("p", { className: "cw-progress__facts", textContent: facts }));
    objectives.show(marks);
    end(marks, read);
  };
}

function factsOf(read, objectives, marks) {
  const able = objectives.ids.filter((id) => marks.get(`can:${id}`)?.value).length;
  return [
    read?.value ? `Read on ${day(read.at)}` : "",
    able ? `${able} of ${objectives.ids.length} objectives ticked` : "",
  ].filter(Boolean).join(" · ");
}

function objectiveBoxes() {
  const list = document.querySelector(".cw-objectives ul");
  const items = [...(list?.querySelectorAll("[data-objective]") ?? [])];
  const boxes = new Map();
  const hint = element("p", { className: "cw-objectives__hint", textContent: "Tick what you can do by now. Only this browser remembers it." });
  const trouble = element("span", { role: "status" });
  hint.append(" ", trouble);
  for (const item of items) {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => setMark(`can:${item.dataset.objective}`, box.checked).then(
      () => document.dispatchEvent(new Event("coursewright:progress")),
      () => { box.checked = !box.checked; trouble.textContent = "Not kept: this browser does not let the page remember."; }));
    boxes.set(item, box);
  }
  function show(marks) {
    list?.classList.toggle("cw-objectives__able", Boolean(marks));
    if (!marks) hint.remove();
    for (const [item, box] of boxes) {
      box.checked = Boolean(marks?.get(`can:${item.dataset.objective}`)?.value);
      if (marks && !box.isConnected) item.replaceChildren(element("label", {}, box, element("span", {}, ...item.childNodes)));
      if (!marks && box.isConnected) item.replaceChildren(...item.querySelector("label > span").childNodes);
    }
    if (marks && items.length && !hint.isConnected) list.after(hint);
  }
  return { ids: items.map((item) => item.dataset.objective), show };
}

/** "I have read this lesson", before the list of works. */
function endOfLesson(lesson) {
  const button = element("button", { type: "button", textContent: "I have read this lesson" });
  const status = element("span", { role: "status" });
  const line = element("p", { className: "cw-progress__end" }, button, " ", status);
  let done = false;
  button.addEventListener("click", () => setMark(`read:${lesson}`, !done).then(
    () => {
      status.textContent = done ? "Taken back" : "Kept in this browser";
      document.dispatchEvent(new Event("coursewright:progress"));
    },
    () => { status.textContent = "Not kept: this browser does not let the page remember."; }));
  return function show(marks, read) {
    done = Boolean(read?.value);
    button.setAttribute("aria-pressed", String(done));
    if (!marks) line.remove();
    else if (!line.isConnected) place(line);
  };
}

function place(line) {
  const article = document.querySelector("article");
  const works = document.getElementById("references") ?? article?.querySelector(".cw-cite");
  if (works) works.before(line);
  else article?.append(line);
}
