// The timer of a stage as a plain value: {length, spent, since}, in milliseconds. `spent` is what ran before the last
// start, `since` the time of that start by the wall clock, null while it rests: a tab that sleeps loses nothing.
// Knows no page and no clock: the time is an argument. Every change makes a new value.
const MINUTE = 60_000;

export function newTimer(minutes) {
  return { length: minutes * MINUTE, spent: 0, since: null };
}

export function isRunning(timer) {
  return timer.since !== null;
}

/** Milliseconds that are left; below 0 by as many as it has run over. A clock that is put back counts as standing. */
export function left(timer, now) {
  return timer.length - timer.spent - (isRunning(timer) ? Math.max(0, now - timer.since) : 0);
}

export function started(timer, now) {
  return isRunning(timer) ? timer : { ...timer, since: now };
}

export function paused(timer, now) {
  return { ...timer, spent: timer.length - left(timer, now), since: null };
}

/** A minute more from what is left, so that a minute can be added when it has run over; or one less, never below nothing. */
export function lengthened(timer, minutes, now) {
  const rest = left(timer, now);
  const wanted = Math.max(0, Math.max(0, rest) + minutes * MINUTE);
  return { ...timer, length: timer.length - rest + wanted };
}

/** '4:05' while time is left, rounded up so that 0:00 is the end; '+0:12' when it is over. */
export function clockWords(milliseconds) {
  const over = milliseconds <= -1000;
  const seconds = over ? Math.floor(-milliseconds / 1000) : Math.max(0, Math.ceil(milliseconds / 1000));
  return `${over ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
