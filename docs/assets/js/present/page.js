// A set in the room: reads it from the address, shows a step at a time, keeps the time, and keeps a second window in step.
import { loadBank } from "../bank/bank-data.js";
import { holdsSet, readLink } from "../bank/link.js";
import { fitted } from "../bank/set.js";
import { makeSheet } from "../bank/sheet.js";
import { onPage } from "../page.js";
import { keep, readKept } from "./kept.js";
import { onKeys } from "./keys.js";
import { joinRoom, newRoom, openFacilitator, roomIn, withoutRoom } from "./room.js";
import { isShowing, movedTo, stepOf, stepsOf, stepWords, timerAt, withTimer } from "./steps.js";
import { isRunning, left, lengthened, newTimer, paused, started } from "./timer.js";
import { showNotes, showSet, showStep, showTime } from "./view.js";
import { keepAwake } from "./wake.js";

const UNHEARD = "This window hears nothing from the one that the room sees. That one may be closed; or this browser keeps windows "
  + "of files apart, and then the set has to be presented from the site itself.";

function start(parts, bank, set, link) {
  const sheet = makeSheet(bank, set);
  const steps = stepsOf(sheet);
  const notes = set.items.map((item) => bank.questions.get(item.question).notes);
  const second = roomIn(location.hash);
  const kept = readKept(link);
  const room = second || kept?.room || newRoom();
  let showing = isShowing(kept?.showing, steps) ? kept.showing : { at: 0, timers: {} };
  let over = true; // whether it was said that the time is up; not again after a reload

  const timer = () => timerAt(sheet, steps, showing);
  const say = (words) => { parts.said.textContent = words; };

  function show() {
    const { question } = steps[showing.at];
    showStep(parts, sheet, steps, showing.at);
    if (second) showNotes(parts.facilitator, notes[question], sheet.questions[question + 1]);
    over = left(timer(), Date.now()) <= 0;
    tick();
  }

  function tick() {
    const now = Date.now();
    showTime(parts, timer(), now);
    keepAwake(isRunning(timer()));
    const up = left(timer(), now) <= 0;
    if (up && !over) say("Time is up.");
    over = up;
  }

  function become(next) {
    const from = showing.at;
    showing = next;
    keep({ link, room, showing, letters: parts.letters.checked });
    if (next.at === from) return tick();
    show();
    scrollTo(0, 0);
    say(stepWords(sheet, steps, next.at, from));
  }

  let heard = false; // the other window
  const tell = joinRoom(room, () => showing, (told) => {
    if (!heard && parts.trouble.textContent === UNHEARD) parts.trouble.textContent = "";
    heard = true;
    if (isShowing(told, steps)) become(told);
  });
  if (second) setTimeout(() => { if (!heard) parts.trouble.textContent = UNHEARD; }, 2000);
  const change = (next, words) => {
    become(next);
    tell(next);
    if (words) say(words);
  };
  const time = (next, words) => change(withTimer(showing, next), words);
  const go = (at) => change(movedTo(steps, showing, at, Date.now()));

  const acts = {
    next: () => (showing.at === steps.length - 1 ? say("This is the last stage of the last question.") : go(showing.at + 1)),
    back: () => (showing.at === 0 ? say("This is the first stage of the first question.") : go(showing.at - 1)),
    first: () => go(0),
    last: () => go(stepOf(steps, sheet.questions.length - 1)),
    run: () => (isRunning(timer()) ? time(paused(timer(), Date.now()), "Paused.") : time(started(timer(), Date.now()), "Started.")),
    more: () => time(lengthened(timer(), 1, Date.now()), "One more minute."),
    less: () => time(lengthened(timer(), -1, Date.now()), "One minute less."),
    reset: () => {
      const { question, stage } = steps[showing.at];
      time(newTimer(sheet.questions[question].stages[stage].minutes), "Reset.");
    },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())?.catch(() => {}),
    second: () => openFacilitator(link, room),
  };
  for (const name of ["next", "back", "run", "more", "less", "reset", "full", "second"]) parts[name].addEventListener("click", acts[name]);
  parts.jump.addEventListener("change", () => go(stepOf(steps, Number(parts.jump.value))));
  parts.letters.checked = kept?.letters ?? true;
  parts.letters.addEventListener("change", () => become(showing));
  onKeys(acts, () => parts.letters.checked);
  document.addEventListener("fullscreenchange", () => { parts.full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen"; });

  parts.full.hidden = !document.fullscreenEnabled;
  parts.second.hidden = Boolean(second) || !notes.some(Boolean);
  parts.facilitator.hidden = !second;
  parts.change.hash = link;
  document.documentElement.classList.add("presenting");
  parts.room.hidden = false;
  showSet(parts, sheet);
  show();
  keep({ link, room, showing, letters: parts.letters.checked });
  setInterval(tick, 250);
}

onPage(async () => {
  const parts = Object.fromEntries([...document.querySelectorAll("[data-present]")].map((part) => [part.dataset.present, part]));
  const trouble = (words) => { parts.trouble.textContent = words; };
  addEventListener("hashchange", () => { if (holdsSet(location.hash)) location.reload(); });
  if (!holdsSet(location.hash)) return;
  const link = withoutRoom(location.hash);
  let asked;
  try {
    asked = readLink(link);
  } catch (error) {
    return trouble(error.message);
  }
  try {
    const bank = await loadBank();
    const { set, notes } = fitted(bank, asked);
    trouble(notes.join(" "));
    if (set.items.length) start(parts, bank, set, link);
  } catch (error) {
    trouble("The question bank can't be read. Without a network it works on pages that are kept offline.");
    throw error;
  }
});
