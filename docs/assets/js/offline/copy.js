// The offline copy, seen from a page: what it holds, and orders to the worker (sw.js) that makes it.
const root = new URL(`${document.documentElement.dataset.root ?? "."}/`, location.href);
const COPY = `coursewright copy ${root.pathname} `; // as in sw.js

/** Whether this browser can keep a copy of this site. */
export function canKeep() {
  return location.protocol !== "file:" && "serviceWorker" in navigator && "caches" in window;
}

/** What is kept: { version, parts, files, at }, or nothing. */
export async function keptCopy() {
  const found = [];
  for (const name of await caches.keys()) {
    const mark = name.startsWith(COPY) && await (await caches.open(name)).match(new URL("copy-is-whole", root));
    if (mark) found.push(await mark.json());
  }
  return found.sort((a, b) => b.at - a.at)[0];
}

/** What can be kept; rejects without a network. */
export async function whatThereIs() {
  const response = await fetch(new URL("offline.json", root), { cache: "no-store" });
  if (!response.ok) throw new Error("unreachable");
  return response.json();
}

/** Bytes of the files of these parts and of the core, each counted once. */
export function bytesOf(manifest, ids) {
  const chosen = manifest.parts.filter((part) => ids.includes(part.id)).flatMap((part) => part.files);
  return [...new Set([...manifest.core, ...chosen])].reduce((sum, path) => sum + manifest.files[path][1], 0);
}

/** Gives the worker an order and waits until it is done; `progress({ done, of })` is called on the way. */
export async function order(what, details = {}, progress = () => {}) {
  const registered = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  const worker = registered.active ?? (await navigator.serviceWorker.ready).active;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (!data.finished) return progress(data);
      port1.close();
      return data.failed ? reject(new Error(data.failed)) : resolve(data.result);
    };
    worker.postMessage({ order: what, ...details }, [port2]);
  });
}

/** Keeps these parts and no others; none at all: the copy goes, and the worker with it. */
export async function keepParts(ids, progress) {
  if (ids.length) {
    navigator.storage?.persist?.();
    return order("keep", { parts: ids }, progress);
  }
  await order("erase");
  const registered = await navigator.serviceWorker.getRegistration(root.pathname);
  return registered?.unregister();
}
