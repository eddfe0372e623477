// Lets the keyboard scroll what is wider than the page: tables and code.
import { onPage } from "./page.js";

const mark = () => document.querySelectorAll("main pre, main .cw-scroll").forEach((part) => {
  const region = part.matches("pre") ? part.querySelector("code") ?? part : part;
  const wide = [part, region].find((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible");
  for (const one of new Set([part, region])) one === wide ? one.setAttribute("tabindex", "0") : one.removeAttribute("tabindex");
});
onPage(() => setTimeout(mark));
addEventListener("resize", mark);
document.fonts?.ready.then(mark);
