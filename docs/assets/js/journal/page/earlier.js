// Notes of earlier versions of the site that no course of this origin has taken out: the learner says whether they belong here.
import { notesLeft, takeNotesLeft } from "../notes.js";

/** `show(open)` brings the section up to date, `actions` has what its button does; `load()` reads the notes again. */
export function earlierActions(say, load) {
  const section = document.querySelector(".cw-j-earlier");

  async function show(open) {
    const { length } = open ? await notesLeft().catch(() => []) : [];
    section.querySelector("[data-count]").textContent = length === 1 ? "One note is" : `${length} notes are`;
    section.hidden = !length;
  }

  async function take() {
    await takeNotesLeft().catch(() => {});
    const { length } = await notesLeft().catch(() => []);
    say(length ? "Some could not be opened: they are locked with another passphrase. They stay where they are." : "The notes stand at the end of your journal.");
    await load();
  }
  return { show, actions: { "take-earlier": take } };
}
