// The browser's own database of this course: notes, progress, settings. Nothing in it leaves the browser.
import { ofCourse } from "./course.js";
import { earlier } from "./earlier.js";
import { within } from "./request.js";

const NAME = ofCourse("coursewright-journal");
const VERSION = 2; // 1 held notes alone, each {id, text, updated}; 2 adds the two other stores and changes no note
let opening;

/** The connection; null where the database is new and nobody has said yet which `settings` it begins with. */
function connect(settings) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    let isNew = false;
    request.onupgradeneeded = ({ oldVersion }) => {
      isNew = oldVersion < 1;
      if (isNew && !settings) return request.transaction.abort();
      const stores = isNew ? ["notes", "progress", "settings"] : ["progress", "settings"];
      stores.forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
      if (isNew) settings.forEach((setting) => request.transaction.objectStore("settings").put(setting));
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      request.result.onclose = () => { opening = undefined; };
      resolve(request.result);
    };
    request.onerror = () => (isNew && !settings ? resolve(null) : reject(request.error));
    request.onblocked = () => reject(new DOMException("Another tab keeps an older version open", "InvalidStateError"));
  });
}

function database() {
  opening ??= connect(null).then(async (found) => found ?? connect(await earlier("settings")))
    .catch((error) => { opening = undefined; throw error; });
  return opening;
}

/** Runs `work({notes, …})` in one transaction of this database. */
export async function transact(names, mode, work) {
  return within(await database(), names, mode, work);
}
