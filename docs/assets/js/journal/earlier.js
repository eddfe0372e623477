// What earlier versions of the site kept in one database for all courses of an origin. Each course takes out what is its
// own; what no course knows as its own stays until the learner takes it in (page/earlier.js).
import { ofCourse } from "./course.js";
import { done, within } from "./request.js";

const NAME = "coursewright-journal";
const inUse = NAME === ofCourse(NAME); // for courses that are opened as files
let opening;

/** The connection, or null where there is no such database. */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => request.transaction.abort(); // it would be a new one
    request.onerror = () => resolve(null);
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      resolve(request.result);
    };
    request.onblocked = () => reject(new DOMException("Another tab holds the database", "InvalidStateError"));
  });
}

/** Every record of a store there: "notes", "progress" or "settings". */
export async function earlier(store) {
  opening ??= inUse ? Promise.resolve(null) : open().catch((error) => { opening = undefined; throw error; });
  const connection = await opening;
  if (!connection?.objectStoreNames.contains(store)) return [];
  return within(connection, [store], "readonly", (stores) => done(stores[store].getAll()));
}

const same = (one, other) => one?.updated === other.updated && one?.at === other.at;

/** Takes records away from there, but none that was written since it was read. */
export async function dropEarlier(store, records) {
  if (!records.length) return undefined;
  return within(await opening, [store], "readwrite", (stores) => Promise.all(records.map(async (record) => {
    if (same(await done(stores[store].get(record.id)), record)) await done(stores[store].delete(record.id));
  })));
}
