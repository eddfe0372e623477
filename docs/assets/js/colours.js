// Runs before the first paint, in the head of every page: which colours were chosen, and that scripts run. No module.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const chosen = localStorage.getItem("coursewright-colours");
    if (chosen === "light" || chosen === "dark") root.dataset.colours = chosen;
  } catch { /* storage is not allowed here: as the system has them */ }
})();
