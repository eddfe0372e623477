// A zip archive with its files stored, not compressed: what a DOCX is made of (APPNOTE.TXT 6.3, §4.3).
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers as bytes, from pairs of [value, width]. */
const numbers = (...pairs) => pairs.flatMap(([value, width]) => Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff));

const UTF8 = 0x0800; // names are UTF-8
const DAY = 33; // 1 January 1980, the first day a zip knows: the archive says nothing of when

/** The archive's bytes, from {name: text}. */
export function zip(files) {
  const encoder = new TextEncoder();
  const [parts, directory] = [[], []];
  let offset = 0;
  const entries = Object.entries(files);
  for (const [path, text] of entries) {
    const [name, data] = [encoder.encode(path), encoder.encode(text)];
    const facts = numbers([20, 2], [UTF8, 2], [0, 2], [0, 2], [DAY, 2], [crc32(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]);
    const head = Uint8Array.from([0x50, 0x4b, 3, 4, ...facts, ...name]);
    parts.push(head, data);
    directory.push(Uint8Array.from([0x50, 0x4b, 1, 2, ...numbers([20, 2]), ...facts, ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...name]));
    offset += head.length + data.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = entries.length;
  const end = Uint8Array.from([0x50, 0x4b, 5, 6, ...numbers([0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])]);
  return new Blob([...parts, ...directory, end], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}
