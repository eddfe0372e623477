// Where a showing is, kept for this tab only, so that a reload does not lose the place or the time. A browser may refuse.
const KEY = "coursewright-present";

/** {link, room, showing, letters} as it was kept for this link, or null. */
export function readKept(link) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return kept?.link === link ? kept : null;
  } catch {
    return null;
  }
}

export function keep(value) {
  try { sessionStorage.setItem(KEY, JSON.stringify(value)); } catch { /* shown all the same */ }
}
