// The lock on the journal page: set it, change it, remove it, lock now, and when to lock again.
import { flushAll } from "../box.js";
import { canSeal } from "../cipher.js";
import { idleMinutes, setIdleMinutes } from "../idle.js";
import { lockNow, lockState, makeLock, onLock, unlock } from "../keyring.js";
import { takeNotesLeft } from "../notes.js";
import { rewriteNotes } from "../rewrite.js";
import { askPassphrase } from "../unlock.js";
import { recover } from "../unsaved.js";
import { openDialog, wrongPassphrase } from "./dialog.js";

const WRONG = "That is not your passphrase. Nothing has been changed.";

/** Shows what fits the lock's state, now and whenever it changes. */
export function watchLock() {
  const idle = document.getElementById("idle-minutes");
  idleMinutes().then((minutes) => { idle.value = String(minutes); }, () => {});
  idle.addEventListener("change", () => setIdleMinutes(Number(idle.value)).catch(() => {}));
  onLock(showLock);
  showLock();
}

function showLock() {
  const state = lockState() === "none" && !canSeal() ? "insecure" : lockState();
  const locked = state === "locked";
  document.querySelector(".cw-j-locked").hidden = !locked;
  document.querySelector(".cw-j-find").hidden = locked;
  document.querySelectorAll("[data-needs]").forEach((part) => { part.hidden = locked; });
  document.querySelectorAll("[data-lock]").forEach((part) => { part.hidden = part.dataset.lock !== state; });
}

/** What the buttons of the lock do; `say(words)` tells the outcome. */
export function lockActions(say) {
  async function rekey(passphrase) {
    await flushAll();
    await recover(); // copies of what could not be saved would stay under the old lock
    await takeNotesLeft(); // and so would these
    await rewriteNotes((notes) => notes, passphrase === null ? null : await makeLock(passphrase));
  }
  const lockDialog = (changing) => {
    document.querySelector("#dialog-lock [data-old]").hidden = !changing;
    return openDialog("dialog-lock", async (data) => {
      const wrong = wrongPassphrase(data) || (changing && !(await unlock(data.get("old"))) ? WRONG : "");
      if (!wrong) await rekey(data.get("passphrase"));
      return wrong;
    });
  };
  const focus = (name) => document.querySelector(`[data-do="${name}"]`).focus(); // the button that was used is hidden now
  return {
    unlock: async () => { if (await askPassphrase()) document.getElementById("find-words").focus(); },
    lock: async () => { await lockNow(); focus("unlock"); },
    "set-lock": async () => { if (await lockDialog(false)) { say("Your notes are locked with your passphrase, and open now."); focus("lock"); } },
    "change-lock": async () => { if (await lockDialog(true)) say("The passphrase has been changed."); },
    "remove-lock": async () => {
      const removed = await openDialog("dialog-unlocked", async (data) => {
        if (!(await unlock(data.get("old")))) return WRONG;
        await rekey(null);
        return "";
      });
      if (removed) { say("The lock has been removed."); focus("set-lock"); }
    },
  };
}
