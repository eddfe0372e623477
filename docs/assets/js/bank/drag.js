// Moves the entries of a list by a handle: mouse, pen or finger. Buttons and keys do the same, elsewhere.

/** Runs `drop(from, to)` when an entry was let go in another place; Escape puts it back. */
export function dragging(list, handle, drop) {
  let held = null; // {entry, from, pointer}

  const indexOf = (entry) => [...list.children].indexOf(entry);

  function take(event) {
    if (event.button !== 0 || !event.target.closest(handle)) return;
    event.preventDefault();
    const entry = event.target.closest("li");
    held = { entry, from: indexOf(entry), pointer: event.pointerId };
    list.setPointerCapture(event.pointerId); // on the list: the entry itself leaves its place
    entry.classList.add("set-held");
  }

  function carry(event) {
    if (!held || event.pointerId !== held.pointer) return;
    const others = [...list.children].filter((entry) => entry !== held.entry);
    const below = others.find((entry) => event.clientY < middle(entry));
    if (held.entry.nextElementSibling !== (below ?? null)) list.insertBefore(held.entry, below ?? null);
    const edge = event.clientY < 50 ? -14 : event.clientY > innerHeight - 50 ? 14 : 0;
    if (edge) scrollBy(0, edge);
  }

  function middle(entry) {
    const { top, height } = entry.getBoundingClientRect();
    return top + height / 2;
  }

  function release(back) {
    if (!held) return;
    const { entry, from, pointer } = held;
    const to = indexOf(entry);
    held = null;
    if (list.hasPointerCapture(pointer)) list.releasePointerCapture(pointer);
    entry.classList.remove("set-held");
    if (back && from !== to) list.insertBefore(entry, list.children[from < to ? from : from + 1]);
    else if (from !== to) drop(from, to);
  }

  list.addEventListener("pointerdown", take);
  list.addEventListener("pointermove", carry);
  list.addEventListener("pointerup", () => release(false));
  list.addEventListener("pointercancel", () => release(true));
  addEventListener("keydown", (event) => { if (event.key === "Escape") release(true); });
}
