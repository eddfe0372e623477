// The browser's own database of this course: notes, progress, settings. Nothing in it leaves the browser.
const NAME = "coursewright-journal";
const VERSION = 2; // 1 held notes alone, each {id, text, updated}; 2 adds the two other stores and changes no note
let opening;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      const stores = oldVersion < 1 ? ["notes", "progress", "settings"] : ["progress", "settings"];
      stores.forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      request.result.onclose = () => { opening = undefined; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("Another tab keeps an older version open", "InvalidStateError"));
  });
}

function database() {
  opening ??= open().catch((error) => { opening = undefined; throw error; });
  return opening;
}

/** The result of one request. */
export const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Runs `work({notes, …})` in one transaction; it may wait for requests alone. Settles when all is on disk, not before. */
export async function transact(names, mode, work) {
  const transaction = (await database()).transaction(names, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]))).then(
      (value) => { result = value; },
      (error) => {
        reject(error);
        try { transaction.abort(); } catch { /* it has ended already */ }
      },
    );
  });
}
