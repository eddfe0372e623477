// Runs a function on every page, also when Material exchanges pages without a reload.
export function onPage(run) {
  if (window.document$) window.document$.subscribe(() => run());
  else run();
}
