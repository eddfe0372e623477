// Files of the site, by their path from its root. Opened as files (file://) a page may not fetch and has no modules: there
// each data file has a script beside it that holds it, and each module that is run by its path is a plain script.
const root = new URL(`${document.documentElement.dataset.root ?? "."}/`, location.href);
const asFiles = location.protocol === "file:";

/** The whole address of a page or file of the site. */
export function address(path) {
  return new URL(path, root).href;
}

/** The value in a JSON file; rejects where it can't be had. */
export async function loadData(path) {
  if (asFiles) return fromScript(path);
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

async function fromScript(path) {
  await runScript(`${path}.js`);
  return globalThis.coursewrightData[path];
}

/** Runs a module of the site that is not needed until somebody asks for it; rejects where it can't be had. */
export function runScript(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    if (!asFiles) script.type = "module";
    script.src = address(path);
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${path}: can't be read`));
    document.head.append(script);
  });
}
