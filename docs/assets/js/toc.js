// Marks in 'On this page' the section that is being read: the last one that began in the upper third of the window.
import { onPage } from "./page.js";

const LINE = 0.33;

onPage(() => {
  const toc = document.querySelector(".cw-toc");
  if (!toc) return;
  const links = new Map([...toc.querySelectorAll("a")].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [[heading, link]] : [];
  }));
  let current = null;

  function mark() {
    const begun = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top <= innerHeight * LINE);
    const link = links.get(begun.at(-1)) ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const above = link.offsetTop - toc.offsetTop;
    if (above < toc.scrollTop || above + link.offsetHeight > toc.scrollTop + toc.clientHeight) toc.scrollTop = above - toc.clientHeight / 2;
  }

  const watch = new IntersectionObserver(mark, { rootMargin: `0px 0px -${100 - LINE * 100}% 0px` });
  links.forEach((_, heading) => watch.observe(heading));
});
