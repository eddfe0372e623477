// Says on every page when it comes from the offline copy, and when the site has something newer than the copy.
import { canKeep, keepParts, keptCopy, order } from "./copy.js";

const version = document.documentElement.dataset.version;
const day = (time) => new Date(time).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" });

function show(words, ...buttons) {
  document.querySelector(".cw-offline-notice")?.remove();
  const notice = document.createElement("div");
  notice.className = "cw-offline-notice";
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  const close = button("Close", () => notice.remove());
  notice.append(text, ...buttons, close);
  document.body.append(notice);
  text.textContent = words; // after it is in the page, so that it is announced
  return text;
}

function button(words, run) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", run);
  return made;
}

async function update(copy) {
  const text = show("Your offline copy is being brought up to date.");
  try {
    await keepParts(copy.parts, ({ done, of }) => {
      if (done % 20 === 0) text.textContent = `Your offline copy is being brought up to date: ${done} of ${of} files.`;
    });
    text.textContent = "Your offline copy is up to date.";
  } catch {
    text.textContent = "That did not work; your offline copy is as it was. Try again with a better connection.";
  }
}

async function look() {
  const copy = await keptCopy();
  if (!copy) return;
  const mode = await order("mode");
  if (mode.copied) show(`You are offline, or the connection is slow. This page is from your copy of ${day(copy.at)}.`);
  else if (version && copy.version !== version) {
    show("The course has changed since you kept a copy to read offline.", button("Update the copy", () => update(copy)));
  }
}

if (canKeep() && navigator.serviceWorker.controller) look();
