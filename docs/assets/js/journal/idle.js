// Locks the notes again when nobody has used the site for a chosen time, in any tab.
import { ofCourse } from "./course.js";
import { transact } from "./database.js";
import { lockNow, lockState } from "./keyring.js";
import { done } from "./request.js";

export const IDLE_MINUTES = 10; // as long as nobody chose otherwise
const STAMP = ofCourse("coursewright-active");
let minutes = IDLE_MINUTES;
let active = Date.now();
let watching = false;

function stamped() {
  try { return Number(localStorage.getItem(STAMP)) || 0; } catch { return 0; }
}

/** When somebody last did something, in any tab. A time that is still to come was written before the clock was put back. */
function lastUse() {
  const now = Date.now();
  active = Math.min(active, now);
  return Math.max(active, stamped() <= now ? stamped() : 0);
}

function touch() {
  const now = Date.now();
  if (now - active > minutes * 60_000) check(); // the machine slept: what was due comes first
  if (Math.abs(now - active) < 5000) return;
  active = now;
  try { localStorage.setItem(STAMP, String(now)); } catch { /* then each tab counts for itself */ }
}

function check() {
  if (lockState() === "open" && Date.now() - lastUse() > minutes * 60_000) lockNow();
}

/** The minutes after which the notes are locked again. */
export async function idleMinutes() {
  const kept = await transact(["settings"], "readonly", ({ settings }) => done(settings.get("idle")));
  minutes = kept?.minutes ?? IDLE_MINUTES;
  return minutes;
}

export async function setIdleMinutes(chosen) {
  await transact(["settings"], "readwrite", ({ settings }) => done(settings.put({ id: "idle", minutes: chosen })));
  minutes = chosen;
}

/** Begins to watch, once. */
export function watchIdle() {
  if (watching) return;
  watching = true;
  idleMinutes().catch(() => {});
  for (const event of ["pointerdown", "keydown", "scroll"]) addEventListener(event, touch, { capture: true, passive: true });
  for (const event of ["visibilitychange", "focus", "pageshow"]) addEventListener(event, check, true);
  setInterval(check, 5000);
}
