// Asks for the passphrase, in a dialog, wherever notes are wanted and locked.
import { element } from "./element.js";
import { canSeal } from "./cipher.js";
import { unlock } from "./keyring.js";

/** Opens the dialog; true when the notes are open, false when the reader would rather not. */
export function askPassphrase() {
  const field = element("input", { type: "password", id: "unlock-passphrase", autocomplete: "off", required: true });
  const trouble = element("p", { className: "cw-dialog__trouble", role: "alert" });
  const cancel = element("button", { type: "button", textContent: "Cancel" });
  const form = element("form", { method: "dialog" },
    element("h2", { id: "unlock-title", textContent: "Unlock your notes" }),
    element("p", { className: "cw-field" }, element("label", { htmlFor: field.id, textContent: "Passphrase" }), field),
    trouble,
    element("p", { className: "cw-dialog__buttons" }, element("button", { type: "submit", textContent: "Unlock" }), cancel));
  const dialog = element("dialog", { className: "cw-dialog", "aria-labelledby": "unlock-title" }, form);
  document.body.append(dialog);
  if (!canSeal()) trouble.textContent = "Notes can be unlocked only over https or on this computer itself.";
  return new Promise((resolve) => {
    let opened = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      trouble.textContent = "One moment …";
      opened = await unlock(field.value).catch(() => false);
      if (opened) return dialog.close();
      trouble.textContent = "That is not the passphrase. Nothing has been changed.";
      field.select();
    });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); resolve(opened); });
    dialog.showModal();
  });
}
