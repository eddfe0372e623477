// A private box under every pause. What is written is kept in this browser under the question's id and goes nowhere else.
import { makeBox } from "./journal/box.js";
import { element } from "./journal/element.js";
import { isHandedOn } from "./journal/handing-on.js";
import { watchIdle } from "./journal/idle.js";
import { ready } from "./journal/keyring.js";
import { onPage } from "./page.js";

const words = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? "";

onPage(() => {
  const pauses = document.querySelectorAll(".cw-pause[data-question]");
  for (const pause of pauses) {
    const { question, journal } = pause.dataset;
    const all = journal ? [element("a", { href: journal, textContent: "All your notes" })] : [];
    const made = makeBox({ id: question, prompt: words(pause.querySelector(".cw-stem")), page: words(document.querySelector("h1")), foot: all });
    pause.append(made.box);
  }
  if (!pauses.length && !isHandedOn()) return;
  ready().catch(() => {}); // a page without a box hands the key on to the next
  watchIdle();
});
