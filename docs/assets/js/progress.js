// Progress, for the learner alone: what they say they have read and can do, and where they stopped. Kept in this browser.
import { onPage } from "./page.js";
import { showFigures } from "./progress/figures.js";
import { lessonParts } from "./progress/lesson.js";
import { onMarks, readMarks } from "./progress/marks.js";
import { watchPlace } from "./progress/place.js";

onPage(() => {
  const lesson = document.querySelector(".cw-head__progress[data-lesson]")?.dataset.lesson
    ?? document.querySelector(".cw-objectives [data-objective]")?.dataset.objective.split("/")[0];
  const lessons = lesson ? [lesson] : [...document.querySelectorAll(".cw-lesson-list [data-lesson]")].map((item) => item.dataset.lesson);
  if (!lessons.length) return;
  const show = lesson ? lessonParts(lesson) : showFigures;
  const update = () => readMarks(lessons).then(show, () => {}); // a browser that keeps nothing shows nothing
  document.addEventListener("coursewright:progress", update);
  addEventListener("pageshow", ({ persisted }) => persisted && update());
  onMarks(update);
  update();
  if (lesson) watchPlace(lesson);
});
