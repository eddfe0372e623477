// Which course this is: several may be published at one origin, and each keeps what is its own there.
import { address } from "../data.js";

const asFiles = location.protocol === "file:";

/** The name under which this browser keeps something of this course. It goes by the path of the site, which no edit of the
 *  course changes. Opened as files all courses share one: a newer folder lies somewhere else, and its notes should be there. */
export const ofCourse = (name) => (asFiles ? name : `${name}:${new URL(address("")).pathname}`);
