// Shows a work's entry from the page's own list beside its citation: on hover, on focus, on tap.
const preview = document.createElement("span");
preview.className = "cw-preview";
preview.id = "cw-preview";
if ("popover" in preview) preview.popover = "manual";
else preview.hidden = true;

let cite = null; // the link that is shown
let pinned = false; // opened by a tap or a focus: stays until dismissed
let timer = 0;

const entry = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector(".reference");
const later = (run, ms) => { clearTimeout(timer); timer = setTimeout(run, ms); };

function show(link, { tapped = false } = {}) {
  clearTimeout(timer);
  const source = entry(link);
  if (!source || (cite === link && !tapped)) return;
  hide();
  const words = document.createElement("span");
  words.id = "cw-preview-words";
  words.append(...source.cloneNode(true).childNodes);
  words.querySelectorAll("a").forEach((a) => a.replaceWith(...a.childNodes));
  preview.replaceChildren(words);
  if (tapped) {
    const go = document.createElement("a");
    go.href = link.hash;
    go.textContent = "Go to the list";
    preview.append(go);
  }
  link.after(preview);
  link.setAttribute("aria-describedby", words.id);
  cite = link;
  if (preview.showPopover) preview.showPopover();
  else preview.hidden = false;
  place();
}

function hide() {
  clearTimeout(timer);
  if (!cite) return;
  cite.removeAttribute("aria-describedby");
  cite = null;
  pinned = false;
  if (preview.hidePopover) preview.hidePopover();
  preview.remove();
}

/** Below the citation's first line, or above it where there is no room; inside the window in any case. */
function place() {
  const at = cite.getClientRects()[0];
  const { width, height } = preview.getBoundingClientRect();
  const root = document.documentElement;
  const above = at.bottom + height + 16 > root.clientHeight && at.top > height + 16;
  const left = Math.max(16, Math.min(at.left - 16, root.clientWidth - width - 16));
  // a popover stands in the top layer; otherwise it hangs from the nearest positioned ancestor
  const base = preview.showPopover ? { left: -scrollX, top: -scrollY } : (preview.offsetParent ?? root).getBoundingClientRect();
  preview.classList.toggle("above", above);
  preview.style.left = `${left - base.left}px`;
  preview.style.top = `${(above ? at.top - height - 8 : at.bottom + 8) - base.top}px`;
}

const citeOf = (target) => target instanceof Element ? target.closest("a.cite") : null;
let tapping = false;

document.addEventListener("pointerdown", (event) => {
  tapping = event.pointerType !== "mouse";
  if (!citeOf(event.target) && !preview.contains(event.target)) hide();
});
document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const link = citeOf(event.target);
  if (link) later(() => show(link), cite ? 0 : 150);
  else if (preview.contains(event.target)) clearTimeout(timer);
  else if (cite && !pinned) later(hide, 300);
  else if (!cite) clearTimeout(timer);
});
document.addEventListener("focusin", (event) => {
  const link = citeOf(event.target);
  if (link?.matches(":focus-visible") && !tapping) { show(link); pinned = true; }
});
document.addEventListener("focusout", (event) => {
  if (cite && !preview.contains(event.relatedTarget) && event.relatedTarget !== cite && event.target !== document.body) later(hide, 100);
});
document.addEventListener("click", (event) => {
  const link = citeOf(event.target);
  if (link && tapping && entry(link) && !(cite === link && pinned)) {
    event.preventDefault();
    show(link, { tapped: true });
    pinned = true;
  } else if (link || event.target.closest?.(".cw-preview a")) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !cite) return;
  const link = cite;
  const inside = preview.contains(document.activeElement);
  hide();
  if (inside) link.focus();
});
addEventListener("resize", hide);
