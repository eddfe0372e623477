// The fields of a set: which of the sets is open, its title, its instructions, its minutes, its form.
import { node } from "./dom.js";
import { FORMS } from "./set.js";

/** `act`: {change({field: value}), open(id)}. */
export function fieldsOf(parts, act) {
  const forms = FORMS.map((form) => node("input", { type: "radio", name: "set-form", value: form }));
  parts.forms.append(...forms.map((radio) => node("label", {}, radio, ` ${radio.value}`)));
  parts.forms.addEventListener("change", ({ target }) => act.change({ form: target.value }));
  for (const name of ["title", "about"]) parts[name].addEventListener("input", () => act.change({ [name]: parts[name].value }));
  parts.minutes.addEventListener("input", () => {
    if (parts.minutes.validity.valid) act.change({ minutes: Number(parts.minutes.value) || 0 });
  });
  parts.open.addEventListener("change", () => act.open(Number(parts.open.value)));

  return {
    show(shelf, set) {
      const titles = shelf.sets.map((one, at) => node("option", { value: one.id }, one.title || `Untitled set ${at + 1}`));
      parts.open.replaceChildren(...titles);
      parts.open.value = String(set.id);
      for (const name of ["title", "about"]) if (parts[name].value !== set[name]) parts[name].value = set[name];
      if (parts.minutes.validity.valid && Number(parts.minutes.value) !== set.minutes) parts.minutes.value = set.minutes || "";
      for (const radio of forms) radio.checked = radio.value === set.form;
    },
  };
}
