// Requests and transactions of IndexedDB as promises.

/** The result of one request. */
export const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Runs `work({notes, …})` in one transaction; it may wait for requests alone. Settles when all is on disk, not before. */
export function within(connection, names, mode, work) {
  const transaction = connection.transaction(names, mode, { durability: "strict" });
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
