/** Runs a function once, when the page is parsed. */
export function onPage(run) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => run(), { once: true });
  else run();
}
