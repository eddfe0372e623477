// Narrows the list of works: by words, part of the course, years, and how each was checked. The address keeps what was asked.
import { onPage } from "./page.js";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

function start(form) {
  const fields = [...form.elements].filter((field) => field.name);
  const reset = form.querySelector("[type=reset]");
  const count = form.parentElement.querySelector(".cw-works-count");
  const works = [...form.parentElement.querySelectorAll(".references > li")].map((item) => {
    const { parts = "", years = "", checked = "" } = item.querySelector(".cw-work").dataset;
    const text = fold(item.querySelector(".reference").textContent);
    return { item, text, parts: parts.split(" "), years: years.split(" ").filter(Boolean).map(Number), checked };
  });
  let timer = 0;

  const asked = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const year = (text, otherwise) => /^\d{4}$/.test(text) ? Number(text) : otherwise;

  function narrow() {
    const { words, part, from, to, checked } = asked();
    reset.hidden = !(words || part || from || to || checked);
    const wanted = fold(words).split(/\s+/);
    const [first, last] = [year(from, -Infinity), year(to, Infinity)];
    const dated = first > -Infinity || last < Infinity;
    for (const work of works) {
      work.item.hidden = !(wanted.every((word) => work.text.includes(word))
        && (!part || work.parts.includes(part))
        && (!dated || work.years.some((one) => first <= one && one <= last))
        && (!checked || work.checked === checked));
    }
  }

  function tell() {
    const shown = works.filter((work) => !work.item.hidden).length;
    count.textContent = shown === works.length ? `${shown} works` : shown ? `${shown} of ${works.length} works` : "No work fits all of this.";
  }

  function keep() {
    const address = new URL(location.href);
    Object.entries(asked()).forEach(([name, value]) => value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  const change = () => { narrow(); clearTimeout(timer); timer = setTimeout(() => { tell(); keep(); }, 300); };
  const clear = () => { fields.forEach((field) => { field.value = ""; }); change(); };
  const reveal = () => { // a link to a work that is not shown shows all of them
    const item = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (item?.hidden) { clear(); item.scrollIntoView(); }
  };

  form.addEventListener("input", change);
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); fields[0].focus(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  const given = new URLSearchParams(location.search);
  fields.forEach((field) => {
    field.value = given.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.selectedIndex = 0; // a choice that does not exist
  });
  form.hidden = false;
  narrow();
  tell();
  reveal();
}

onPage(() => document.querySelectorAll(".cw-works-filter[hidden]").forEach(start));
