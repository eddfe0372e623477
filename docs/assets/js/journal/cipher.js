// Sealing with a passphrase: PBKDF2-SHA-256 and AES-GCM of the browser's own WebCrypto.
export const ITERATIONS = 600_000; // what OWASP's Password Storage Cheat Sheet asks of PBKDF2 with SHA-256

/** Whether this page may use WebCrypto: over https, on localhost or from a file, not over plain http. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle);

export const randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** The 32 bytes of a key. The same passphrase typed on another keyboard gives the same bytes. */
export async function deriveBytes(passphrase, salt, iterations) {
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveBits"]);
  const method = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(method, material, 256));
}

export const keyFrom = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

/** A value under a key, with an IV of its own; `label` says what it is and is needed to open it. */
export async function seal(key, value, label) {
  const iv = randomBytes(12);
  const additionalData = new TextEncoder().encode(label);
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, text)) };
}

/** The value again; rejects where the key, the label or the bytes are not those that sealed it. */
export async function unseal(key, { iv, data }, label) {
  const additionalData = new TextEncoder().encode(label);
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, data);
  return JSON.parse(new TextDecoder().decode(text));
}

export function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Rejects (throws) what is no base64. */
export const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
