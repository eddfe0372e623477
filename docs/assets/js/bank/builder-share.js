// What can be done with a finished set: print its sheet, download it as Markdown, copy its link.
import { node } from "./dom.js";
import { writeLink } from "./link.js";
import { toMarkdown } from "./markdown.js";
import { makeSheet } from "./sheet.js";

/** The set's whole address; what stood behind '#' before is not part of it. */
const linkOf = (set) => location.href.split("#")[0] + writeLink(set);

/** `now()` is the set as it stands. */
export function sharing(parts, bank, now) {
  function download() {
    const file = new Blob([toMarkdown(makeSheet(bank, now()))], { type: "text/markdown" });
    const link = node("a", { href: URL.createObjectURL(file), download: `questions-${now().form.toLowerCase()}.md` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  async function copy() {
    parts.link.value = linkOf(now());
    try {
      await navigator.clipboard.writeText(parts.link.value);
      parts.done.textContent = "The link is copied.";
    } catch { // not allowed here: show it, the rest is a keystroke
      parts.link.parentElement.hidden = false;
      parts.link.select();
      parts.done.textContent = "Press Ctrl or Cmd and C to copy the link.";
    }
  }

  parts.print.addEventListener("click", () => print());
  parts.markdown.addEventListener("click", download);
  parts.copy.addEventListener("click", copy);
  return {
    show(set) {
      parts.print.textContent = `Print form ${set.form}`;
      parts.link.parentElement.hidden = true;
      parts.done.textContent = "";
      parts.present.hash = writeLink(set);
      parts.present.hidden = !set.items.length;
      for (const name of ["print", "markdown", "copy"]) parts[name].disabled = !set.items.length;
    },
  };
}
