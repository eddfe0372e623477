// A button to copy beside each text that is there to be copied; puts the page's address where the course does not say it.
import { onPage } from "./page.js";

async function copy(text, source) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* not allowed here: select it, the rest is a keystroke */ }
  getSelection().selectAllChildren(source);
  return false;
}

function start(source) {
  const what = source.dataset.copy;
  const foot = document.createElement("p");
  foot.className = "cw-copy";
  foot.innerHTML = `<button type="button"></button> <span role="status"></span>`;
  const [button, status] = foot.children;
  button.textContent = `Copy ${what}`;
  button.addEventListener("click", async () => {
    const done = await copy(source.textContent.trim(), source);
    status.textContent = done ? "Copied" : "Selected; press Ctrl or Cmd and C";
    setTimeout(() => { status.textContent = ""; }, 4000);
  });
  source.after(foot);
  delete source.dataset.copy;
}

onPage(() => {
  if (location.protocol.startsWith("http")) {
    document.querySelectorAll("[data-here]").forEach((place) => {
      place.textContent = place.dataset.here.replace("{}", location.origin + location.pathname);
    });
  }
  document.querySelectorAll("[data-copy]").forEach(start);
});
