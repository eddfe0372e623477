// The offline copy. It is made only when a reader asks for one, is checked file by file against one version of the site,
// and takes the place of the copy before it when it is whole. A page and all that it loads come from one version.
"use strict";

const SCOPE = new URL("./", location.href);
const COPY = `coursewright copy ${SCOPE.pathname} `; // and the version; another course on this host has a copy of its own
const MODES = `coursewright pages ${SCOPE.pathname}`;
const MARK = new URL("copy-is-whole", SCOPE).href;
const PATIENCE = 4000; // milliseconds that a page may take before the copy is shown
const OPENING = 60_000; // milliseconds after which a page that is not among the open ones has been closed

const address = (path) => new URL(path, SCOPE).href;
const pathOf = (url) => decodeURIComponent(url.pathname.slice(SCOPE.pathname.length)).replace(/(^|\/)$/, "$1index.html");

/** The whole copy, newest first if a change was interrupted: { cache, version, parts, files, at }, or nothing. */
async function currentCopy() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(COPY)) continue;
    const cache = await caches.open(name);
    const mark = await cache.match(MARK);
    if (mark) found.push({ cache, name, ...(await mark.json()) });
  }
  return found.sort((a, b) => b.at - a.at)[0];
}

async function readManifest() {
  const response = await fetch(address("offline.json"), { cache: "no-store" });
  if (!response.ok) throw new Error("unreachable");
  return response.json();
}

async function digestOf(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts one file into a cache: from the copy before if it is the same there, else from the site, if it is what it should be. */
async function keepFile(path, digest, cache, before) {
  const same = before?.files[path]?.[0] === digest && await before.cache.match(address(path));
  if (same) return cache.put(address(path), same);
  const response = await fetch(address(path), { cache: "no-cache" });
  if (!response.ok) throw new Error("changed");
  const bytes = await response.arrayBuffer();
  if (await digestOf(bytes) !== digest) throw new Error("changed");
  const headers = { "Content-Type": response.headers.get("Content-Type") ?? "application/octet-stream" };
  return cache.put(address(path), new Response(bytes, { headers }));
}

/** Makes the copy hold these parts, in the site's newest version; says after every file how far it is. */
async function keep(parts, say) {
  const [manifest, before] = [await readManifest(), await currentCopy()];
  const chosen = manifest.parts.filter((part) => parts.includes(part.id));
  const paths = [...new Set([...manifest.core, ...chosen.flatMap((part) => part.files)])];
  const cache = await caches.open(COPY + manifest.version);
  const waiting = [...paths];
  let done = 0;
  const work = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      await keepFile(path, manifest.files[path][0], cache, before);
      say({ done: ++done, of: paths.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: 6 }, work));
  } catch (error) {
    waiting.length = 0;
    if (before?.version !== manifest.version) await caches.delete(COPY + manifest.version);
    throw error;
  }
  const files = Object.fromEntries(paths.map((path) => [path, manifest.files[path]]));
  const mark = { version: manifest.version, parts: chosen.map((part) => part.id), files, at: Date.now() };
  await cache.put(MARK, Response.json(mark));
  for (const key of await cache.keys()) if (key.url !== MARK && !(pathOf(new URL(key.url)) in files)) await cache.delete(key);
  await forget(COPY + manifest.version);
}

/** Deletes the copies of this course, but for one. */
async function forget(but) {
  for (const name of await caches.keys()) if (name.startsWith(COPY) && name !== but) await caches.delete(name);
}

// Which version each open page is of, and whether it came from the copy: kept on disk, since a worker may be stopped at any time.
async function remember(client, mode) {
  const cache = await caches.open(MODES);
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map((one) => address(`${one.id}/mode`)));
  for (const key of await cache.keys()) {
    if (open.has(key.url)) continue;
    const { at } = await (await cache.match(key))?.json() ?? { at: 0 };
    if (Date.now() - at > OPENING) await cache.delete(key); // a page that is just opening is not among the open ones yet
  }
  await cache.put(address(`${client}/mode`), Response.json({ ...mode, at: Date.now() }));
}

async function modeOf(client) {
  const kept = client && await caches.match(address(`${client}/mode`), { cacheName: MODES });
  return kept ? kept.json() : { copied: false, version: null };
}

const versionIn = (html) => /<html[^>]*\bdata-version="([^"]*)"/.exec(html)?.[1] ?? null;

function within(milliseconds, promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("slow")), milliseconds))]);
}

/** A page: the site's, so that it is the newest; the copy's if the site can't be reached or is slow. */
async function page(event, url) {
  const copy = await currentCopy();
  const client = event.resultingClientId;
  const kept = await copy?.cache.match(address(pathOf(url)));
  try {
    const asked = fetch(event.request);
    const response = await (kept ? within(PATIENCE, asked) : asked);
    const html = response.clone();
    event.waitUntil(html.text().then((text) => remember(client, { copied: false, version: versionIn(text) })));
    return response;
  } catch (error) {
    if (!copy) throw error;
    await remember(client, { copied: true, version: copy.version });
    if (kept) return kept;
    const page = await copy.cache.match(address("offline/index.html"));
    return page ? Response.redirect(address("offline/#not-kept")) : Response.error();
  }
}

/** What a page loads: from where the page came from; from the copy instead of the site only if it is of the same version. */
async function part(event, url) {
  const mode = await modeOf(event.clientId);
  const copy = await currentCopy();
  const kept = await copy?.cache.match(address(pathOf(url)));
  if (mode.copied && kept) return kept;
  try {
    return await fetch(event.request);
  } catch (error) {
    if (kept && mode.version === copy.version) return kept;
    throw error;
  }
}

addEventListener("activate", (event) => event.waitUntil(currentCopy().then((copy) => forget(copy?.name))));

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
  if (event.request.method !== "GET" || !ours || url.pathname.endsWith("/offline.json")) return;
  event.respondWith(event.request.mode === "navigate" ? page(event, url) : part(event, url));
});

addEventListener("message", (event) => {
  const say = (message) => event.ports[0].postMessage(message);
  const { order, parts } = event.data;
  const work = {
    keep: () => keep(parts, say),
    erase: () => forget(null).then(() => caches.delete(MODES)),
    mode: () => modeOf(event.source.id),
  }[order];
  event.waitUntil(work().then(
    (result) => say({ finished: true, result }),
    (error) => say({ finished: true, failed: error.name === "QuotaExceededError" ? "full" : error.message }),
  ));
});
