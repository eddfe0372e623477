// A private note under every pause. It is kept in this browser's IndexedDB under the question's id and goes nowhere else.
import { onPage } from "./page.js";

const channel = "BroadcastChannel" in window ? new BroadcastChannel("coursewright-journal") : null;
const boxes = new Set();
let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("coursewright-journal", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("notes", { keyPath: "id" });
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => reject(request.error);
  }).catch((error) => { opening = undefined; throw error; });
  return opening;
}

/** Runs `work(store, finish)` in one transaction; settles when it is on disk, not before. */
async function transact(mode, work) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("notes", mode);
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore("notes"), (value) => { result = value; });
  });
}

const read = (id) => transact("readonly", (store, finish) => {
  const request = store.get(id);
  request.onsuccess = () => finish(request.result);
});

/** Writes the text unless the note has changed since `seen`; then gives back the newer note, and nothing is lost. */
const write = (id, text, seen) => transact("readwrite", (store, finish) => {
  const request = store.get(id);
  request.onsuccess = () => {
    const kept = request.result;
    if (kept && kept.updated !== seen && kept.text !== text) return finish({ newer: kept });
    const updated = Math.max(Date.now(), (kept?.updated ?? 0) + 1);
    store.put({ id, text, updated });
    finish({ updated });
  };
});

// What could not reach the disk before the page was left: written at once, taken up by the next visit.
const pending = {
  key: (id) => `coursewright-unsaved-${id}`,
  get(id) { try { return JSON.parse(localStorage.getItem(this.key(id))); } catch { return null; } },
  set(id, note) { try { localStorage.setItem(this.key(id), JSON.stringify(note)); } catch { /* the status line says so */ } },
  drop(id) { try { localStorage.removeItem(this.key(id)); } catch { /* nothing was there */ } },
};

function build(pause) {
  const id = pause.dataset.question;
  const field = `note-${id}`;
  const box = document.createElement("div");
  box.className = "cw-journal";
  box.innerHTML = `<label>Your private note</label><textarea rows="3" placeholder=" "></textarea>
    <div class="cw-journal__foot"><p role="status" aria-live="polite"></p><button type="button" hidden>Erase</button></div>`;
  const [label, area, status, button] = ["label", "textarea", "p", "button"].map((name) => box.querySelector(name));
  label.htmlFor = area.id = field;
  pause.append(box);

  let seen = 0; // when the text that we know was written
  let stored = ""; // that text
  let erased = null; // what Undo would bring back
  let timer = 0;
  let saving = Promise.resolve();
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const show = () => {
    button.hidden = !area.value && erased === null;
    button.textContent = erased === null ? "Erase" : "Undo";
    button.setAttribute("aria-label", erased === null ? "Erase this note" : "Bring the note back");
  };
  const take = (note) => { seen = note?.updated ?? 0; stored = note?.text ?? ""; };
  const failed = () => say("Not saved: this browser does not let the page keep notes. Copy your text before you leave.");

  async function save(done = "Saved in this browser only") {
    clearTimeout(timer);
    if (area.value === stored) return;
    const text = area.value;
    try {
      const answer = await write(id, text, seen);
      if (answer.newer) {
        take(answer.newer);
        area.value = stored && !area.value.includes(stored) ? `${stored}\n\n${area.value}` : area.value;
        const both = "This note was also changed in another tab. Both texts are here.";
        if (area.value === stored) say(both);
        else await save(both);
        return;
      }
      take({ text, updated: answer.updated });
      if (area.value === text) pending.drop(id);
      say(erased !== null && !text ? "Erased" : done);
      channel?.postMessage({ id, updated: seen });
    } catch { failed(); }
  }
  const flush = () => (saving = saving.then(() => save()));
  const leave = () => { if (area.value !== stored) pending.set(id, { text: area.value, seen }); flush(); };
  const refresh = async () => { // another tab has written; take it over if nothing here is unsaved
    const note = await read(id);
    if (area.value !== stored) return;
    take(note);
    area.value = stored;
    erased = null;
    say("Taken over from another tab");
    show();
  };

  area.addEventListener("input", () => { erased = null; show(); clearTimeout(timer); timer = setTimeout(flush, 400); });
  area.addEventListener("blur", flush);
  button.addEventListener("click", () => {
    if (erased === null) { erased = area.value; area.value = ""; } else { area.value = erased; erased = null; }
    show();
    flush();
    area.focus();
  });
  const typed = () => area.value !== stored;
  read(id).then((note) => {
    const left = pending.get(id);
    if (!typed()) {
      take(note);
      area.value = left ? left.text : stored;
      if (typed()) seen = left.seen; // otherwise it had reached the disk after all
    }
    say("Kept in this browser only");
    show();
    if (left && !typed()) pending.drop(id);
    if (typed()) flush();
  }).catch(failed);
  boxes.add({ id, pause, flush, leave, refresh: () => refresh().catch(failed) });
}

channel?.addEventListener("message", ({ data }) => boxes.forEach((box) => box.id === data.id && box.refresh()));
const leaveAll = () => boxes.forEach((box) => box.leave());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leaveAll());
addEventListener("pagehide", leaveAll);

onPage(() => {
  for (const box of boxes) if (!box.pause.isConnected) { box.flush(); boxes.delete(box); }
  document.querySelectorAll(".cw-pause[data-question]").forEach((pause) => pause.querySelector(".cw-journal") ?? build(pause));
});
