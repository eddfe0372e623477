// Words between the open tabs of this course. They are never written down.
import { ofCourse } from "./course.js";

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(ofCourse("coursewright-journal")) : null;

/** Tells the other tabs: {type, …}. */
export function tell(message) {
  channel?.postMessage(message);
}

/** Runs `run(message)` for each message of a type from another tab. */
export function hear(type, run) {
  channel?.addEventListener("message", ({ data }) => { if (data?.type === type) run(data); });
}
