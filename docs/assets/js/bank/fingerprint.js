// The code of a sheet, with which `coursewright print --fingerprint` makes it again. As hooks/coursewright/sets/fingerprint.py.
import { sha256Head } from "./sha256.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A form's code in groups of five signs. `asked`: [{id: variant, minutes, typed: text as its author typed it}] in order. */
export function writeFingerprint(letter, asked) {
  const ids = asked.map((item) => item.id);
  const minutes = asked.reduce((sum, item) => sum + item.minutes, 0);
  const body = [
    signs(letter.charCodeAt(0) - 65, 1),
    signs(minutes, 2),
    signs(digest("", 2), 2), // a set that the course does not offer
    ...ids.map((id) => signs(digest(id, 3), 3)),
    signs(digest([letter, ...ids].join("\n"), 2), 2),
    signs(digest(asked.map((item) => `${item.minutes} ${item.typed}`).join("\n"), 2), 2),
  ].join("");
  return (body + signs(check(body), 2)).match(/.{1,5}/g).join("-");
}

const digest = (text, width) => sha256Head(text) >>> (32 - 5 * width);

function check(body) {
  let value = 1;
  for (const sign of body) value = (value * 32 + SIGNS.indexOf(sign)) % 1021;
  return value;
}

function signs(number, width) {
  let text = "";
  for (let place = width - 1; place >= 0; place--) text += SIGNS[(number >> (5 * place)) & 31];
  return text;
}
