// Lets the keyboard scroll what is wider than the page, tables and code, and shows that there is more on the right.
import { onPage } from "./page.js";

const more = (part) => part.classList.toggle("cw-more", part.tabIndex === 0 && part.scrollWidth - part.clientWidth - part.scrollLeft > 1);

const mark = () => document.querySelectorAll("main pre, main .cw-scroll").forEach((part) => {
  const region = part.matches("pre") ? part.querySelector("code") ?? part : part;
  const wide = [part, region].find((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible");
  for (const one of new Set([part, region])) {
    one === wide ? one.setAttribute("tabindex", "0") : one.removeAttribute("tabindex");
    more(one);
  }
});
onPage(() => setTimeout(mark));
addEventListener("resize", mark);
addEventListener("scroll", ({ target }) => target instanceof Element && target.matches("main pre, main pre > code, main .cw-scroll") && more(target), { capture: true, passive: true });
document.fonts?.ready.then(mark);
