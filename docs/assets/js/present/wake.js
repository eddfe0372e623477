// The screen stays on while a timer runs, where the browser can do that and lets us.
let wanted = false;
let lock = null;

export function keepAwake(on) {
  if (on === wanted) return;
  wanted = on;
  settle();
}

async function settle() {
  if (!wanted || document.hidden) {
    lock?.release().catch(() => {});
    lock = null;
    return;
  }
  try {
    const got = await navigator.wakeLock.request("screen");
    if (wanted && !lock) lock = got;
    else await got.release(); // paused while we asked
  } catch { /* not here, or not now: the screen may go dark */ }
}

document.addEventListener("visibilitychange", () => { lock = null; settle(); }); // a hidden page loses its lock
