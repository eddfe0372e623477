// Progress on the journal page: figures, the switch, erasing.
import { eraseMarks, onMarks, readMarks, switchProgress } from "../../progress/marks.js";
import { readOf } from "../../progress/figures.js";
import { openDialog } from "./dialog.js";

const ids = (names) => (names ?? "").split(" ").filter(Boolean);

/** The figures of a part of the course in words; "" where there are none. `element` names its lessons and objectives. */
function figures(marks, { dataset: { lessons, objectives } }) {
  const can = ids(objectives).filter((id) => marks?.get(`can:${id}`)?.value).length;
  return [readOf(marks, ids(lessons)), can ? `${can} of ${ids(objectives).length} objectives ticked` : ""].filter(Boolean).join(" · ");
}

async function update() {
  const head = document.querySelector(".cw-j-head");
  const marks = await readMarks(ids(head.dataset.lessons));
  const whole = figures(marks, head);
  document.querySelectorAll(".cw-j-module").forEach((part) => { part.textContent = figures(marks, part); });
  Object.assign(document.getElementById("progress-on"), { checked: marks !== null, disabled: false }); // not before it is known
  document.querySelector(".cw-j-progress").textContent = marks ? whole || "Nothing is marked yet." : "Progress is off: nothing is recorded.";
}

/** Shows the figures and minds the switch; gives what its button does. `say(words)` tells the outcome. */
export function progressActions(say) {
  const refused = () => say("This browser does not let the page remember anything.");
  const show = () => update().catch(refused);
  const on = document.getElementById("progress-on");
  on.addEventListener("change", () => switchProgress(!on.checked).then(show, refused));
  onMarks(show);
  show();
  return {
    "erase-progress": async () => {
      const done = eraseProgress();
      if (await done) { say("Your progress has been erased."); show(); }
    },
    show,
  };
}

async function eraseProgress() {
  document.querySelector("#dialog-progress .cw-dialog__what").textContent =
    "What you marked as read, where you stopped and what you marked that you can do will be gone. Your notes stay.";
  return openDialog("dialog-progress", async () => { await eraseMarks(); return ""; });
}
