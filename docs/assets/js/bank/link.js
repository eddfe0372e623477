// A set in the address of the set builder, behind '#'. What it says and why: hooks/coursewright/sets/link.py. Knows no page.
import { fold } from "./words.js";

const FIELDS = ["set", "title", "about", "minutes", "form", "ask"];
const VERSION = "1";
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The part of an address behind '#', with it. */
export function writeLink(set) {
  const ask = set.items.map(({ question, format, rows }) => [question, format, ...rows].join(":")).join(",");
  const values = [VERSION, fold(set.title), fold(set.about), String(set.minutes), set.form, ask];
  const plain = new Set(["set", "minutes", "form", "ask"]); // ids need no encoding, and read better without
  const parts = FIELDS.map((name, at) => `${name}=${plain.has(name) ? values[at] : encoded(values[at])}`);
  return `#${parts.join("&")}&check=${check(values)}`;
}

const encoded = (words) => encodeURIComponent(words).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether an address holds a set at all. */
export function holdsSet(fragment) {
  return /[#&]set=/.test(fragment);
}

/** The set in an address, whether its questions exist or not; throws an Error that says what is wrong with it. */
export function readLink(fragment) {
  const fields = {};
  for (const part of fragment.slice(fragment.indexOf("#") + 1).split("&")) {
    const at = part.indexOf("=");
    fields[part.slice(0, at)] = decoded(part.slice(at + 1));
  }
  if (fields.set !== VERSION) throw new Error(`The link is of another version ('${fields.set}') than this page reads ('${VERSION}').`);
  const whole = [...FIELDS, "check"].every((name) => name in fields) && fields.check.toUpperCase() === check(FIELDS.map((name) => fields[name]));
  if (!whole) throw new Error("The link is not whole: part of it was lost or changed. Ask for it again.");
  if (!/^[A-Z]$/.test(fields.form) || !/^\d{1,3}$/.test(fields.minutes) || !fields.ask) throw new Error("The link holds no questions.");
  const items = fields.ask.split(",").map((item) => {
    const [question, format = "", ...rows] = item.split(":");
    return { question, format, rows };
  });
  const once = [...new Map(items.map((item) => [item.question, item])).values()];
  return { title: fields.title, about: fields.about, minutes: Number(fields.minutes), form: fields.form, items: once };
}

function decoded(value) {
  try { return decodeURIComponent(value); } catch { return value; }
}

/** Two signs that change where a value does. */
function check(values) {
  let number = 1;
  for (const byte of new TextEncoder().encode(values.join("\n"))) number = (number * 256 + byte) % 1021;
  return SIGNS[number >> 5] + SIGNS[number & 31];
}
