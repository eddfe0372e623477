// The page "Read offline": which parts of the course this browser keeps.
import { bytesOf, canKeep, keepParts, keptCopy, whatThereIs } from "./copy.js";

const place = document.getElementById("cw-offline");
const failures = {
  full: "There is no room left for it in this browser. Nothing was changed. Keep fewer parts, or make room.",
  changed: "The site was being renewed at this moment. Your copy is as it was; try again in a minute.",
};

const megabytes = (bytes) => `${(bytes / 1_000_000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function choice(part, kept) {
  const box = made("input", { type: "checkbox", name: "part", value: part.id, checked: kept });
  return made("li", {}, made("label", {}, box, made("span", { textContent: part.title })));
}

/** The form: a box for each part, what the choice weighs, a button that makes it so. */
function build(manifest, copy) {
  const list = made("ul", { className: "cw-offline__parts" });
  list.append(...manifest.parts.map((part) => choice(part, copy?.parts.includes(part.id))));
  const weight = made("p", { className: "cw-offline__weight" });
  const status = made("p", { className: "cw-offline__status" });
  status.setAttribute("role", "status");
  const keep = made("button", { type: "submit", textContent: "Keep what is marked" });
  const all = made("button", { type: "button", textContent: "Mark all" });
  const none = made("button", { type: "button", textContent: "Remove the copy", hidden: !copy });
  const form = made("form", {}, made("fieldset", {}, made("legend", { textContent: "Parts of the course" }), list), weight);
  form.append(made("p", { className: "cw-offline__actions" }, keep, all, none), status);

  const chosen = () => Array.from(form.querySelectorAll("input:checked"), (box) => box.value);
  const weigh = () => {
    const ids = chosen();
    weight.textContent = ids.length ? `This takes ${megabytes(bytesOf(manifest, ids))} in your browser.` : "Nothing is marked.";
  };
  const run = async (ids, words) => {
    for (const one of [keep, all, none]) one.disabled = true;
    status.textContent = "Fetching.";
    try {
      await keepParts(ids, ({ done, of }) => { if (done % 10 === 0) status.textContent = `${done} of ${of} files.`; });
      status.textContent = words;
      none.hidden = !ids.length;
    } catch (error) {
      status.textContent = failures[error.message] ?? "The site can’t be reached. Your copy is as it was.";
    }
    for (const one of [keep, all, none]) one.disabled = false;
  };
  form.addEventListener("change", weigh);
  all.addEventListener("click", () => { for (const box of form.querySelectorAll("input")) box.checked = true; weigh(); });
  none.addEventListener("click", () => {
    for (const box of form.querySelectorAll("input")) box.checked = false;
    weigh();
    run([], "The copy is gone from this browser.");
    keep.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (chosen().length) run(chosen(), "Kept. You can read these parts without a network now.");
    else status.textContent = "Mark at least one part.";
  });
  weigh();
  return form;
}

async function start() {
  const copy = await keptCopy();
  try {
    place.replaceChildren(build(await whatThereIs(), copy));
  } catch {
    const words = copy ? "You are offline. The parts that you kept can be read; choose others when you are back." : "The site can’t be reached at the moment.";
    place.replaceChildren(made("p", { textContent: words }));
  }
  if (location.hash === "#not-kept") place.prepend(made("p", { className: "cw-offline__missing", textContent: "The page you asked for is not in your offline copy." }));
}

if (canKeep()) start();
else place.textContent = location.protocol === "file:" ? "You are reading the course from a folder of files: all of it is here." : "This browser can’t keep a copy. Use the folder of files below.";
