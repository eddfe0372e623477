// The two windows of one showing, the room's and the facilitator's: whoever changes it tells the other.
const MARK = /&room=(\w+)$/;

/** The room that an address names, as the facilitator's window has it; '' for the window that the room sees. */
export function roomIn(fragment) {
  return MARK.exec(fragment)?.[1] ?? "";
}

export function withoutRoom(fragment) {
  return fragment.replace(MARK, "");
}

/** A name that no other showing in this browser has. */
export function newRoom() {
  return Math.random().toString(36).slice(2);
}

export function openFacilitator(link, room) {
  window.open(`${location.href.split("#")[0]}${link}&room=${room}`, `coursewright-${room}`, "popup,width=760,height=860");
}

/** `tell()` gives the showing as it stands, `take(showing)` has it from the other window. Returns what tells the other. */
export function joinRoom(room, tell, take) {
  const channel = new BroadcastChannel(`coursewright-present:${room}`);
  channel.onmessage = ({ data }) => {
    if (data === "where?") channel.postMessage(tell());
    else take(data);
  };
  channel.postMessage("where?");
  return (showing) => channel.postMessage(showing);
}
