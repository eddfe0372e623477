// What was read, what the learner can do, where they stopped: marks {id, value, at} in this browser's database.
// Ids: read:LESSON, can:LESSON/OBJECTIVE, place:LESSON.
import { hear, tell } from "../journal/channel.js";
import { transact } from "../journal/database.js";
import { dropEarlier, earlier } from "../journal/earlier.js";
import { mergeMarks } from "../journal/merge.js";
import { done } from "../journal/request.js";

const BOTH = ["progress", "settings"];

/** Every mark, for a copy of them all. */
export const allMarks = () => transact(["progress"], "readonly", ({ progress }) => done(progress.getAll()));

/** {value of a mark by its id}; null while progress is switched off. Marks of these lessons that an earlier version of the
 *  site kept for all courses of this origin are taken over. */
export async function readMarks(lessons = []) {
  const found = (await earlier("progress")).filter(({ id }) => lessons.includes(/:([^/]*)/.exec(id)?.[1]));
  if (found.length) await takeMarks(found).then(() => dropEarlier("progress", found));
  const [off, marks] = await transact(BOTH, "readonly", ({ progress, settings }) => (
    Promise.all([done(settings.get("progress")), done(progress.getAll())])));
  return off?.off ? null : new Map(marks.map((mark) => [mark.id, mark]));
}

/** Sets a mark, unless progress is switched off. */
export async function setMark(id, value) {
  await transact(BOTH, "readwrite", async ({ progress, settings }) => {
    if (!(await done(settings.get("progress")))?.off) await done(progress.put({ id, value, at: Date.now() }));
  });
  tell({ type: "progress" });
}

/** Switches the keeping of progress off or on; what there is stays until it is erased. */
export async function switchProgress(off) {
  await transact(["settings"], "readwrite", ({ settings }) => done(settings.put({ id: "progress", off })));
  tell({ type: "progress" });
}

export async function eraseMarks() {
  await transact(["progress"], "readwrite", ({ progress }) => done(progress.clear()));
  tell({ type: "progress" });
}

/** Takes in marks from a backup; the later of two counts. */
export async function takeMarks(marks) {
  await transact(["progress"], "readwrite", async ({ progress }) => {
    const merged = mergeMarks(await done(progress.getAll()), marks);
    await Promise.all(merged.map((mark) => done(progress.put(mark))));
  });
  tell({ type: "progress" });
}

/** Runs `run()` when another tab has changed a mark. */
export const onMarks = (run) => hear("progress", run);
