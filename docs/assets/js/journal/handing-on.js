// Hands the key to the next page when the reader follows a link of this site. It lies in this tab's session storage
// from the moment one page goes until the next one takes it; closing or reloading the page leaves none behind.
import { address } from "../data.js";
import { fromBase64, toBase64 } from "./cipher.js";
import { ofCourse } from "./course.js";

const NAME = ofCourse("coursewright-key");
const SECONDS = 20; // longer than a slow page takes to come
let leaving = 0; // when a link of this site was followed

addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  const plain = link && !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const here = plain && link.href.startsWith(address("")); // not to another course of this origin
  const away = here && link.href.split("#")[0] !== location.href.split("#")[0];
  if (away && !link.download && (!link.target || link.target === "_self")) leaving = Date.now();
});

/** Called when the page goes. */
export function passOn(held) {
  if (!held || Date.now() - leaving > SECONDS * 1000) return;
  const handed = { lock: held.lock, bytes: toBase64(held.bytes), at: Date.now() };
  try { sessionStorage.setItem(NAME, JSON.stringify(handed)); } catch { /* the next page asks for the passphrase */ }
}

/** Whether the page before left a key; whoever asks has to take it. */
export function isHandedOn() {
  try { return sessionStorage.getItem(NAME) !== null; } catch { return false; }
}

/** {lock, bytes} as the page before left it, taken away from there; or null. */
export function takeOver() {
  try {
    const handed = JSON.parse(sessionStorage.getItem(NAME));
    sessionStorage.removeItem(NAME);
    if (handed && Date.now() - handed.at < SECONDS * 1000) return { lock: handed.lock, bytes: fromBase64(handed.bytes) };
  } catch { /* nothing was left */ }
  return null;
}
