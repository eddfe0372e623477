// A dialog of the page: runs what its form asks for, says what went wrong, gives the focus back when it closes.

/** Opens the dialog. `submit(data)` gives "" when it is done, or words on what is wrong; the dialog then stays. */
export function openDialog(id, submit) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  const trouble = dialog.querySelector(".cw-dialog__trouble");
  const opener = document.activeElement;
  form.reset();
  trouble.textContent = "";
  return new Promise((resolve) => {
    let [done, busy] = [false, false];
    form.onsubmit = async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      trouble.textContent = "One moment …";
      const wrong = await submit(new FormData(form)).catch(() => "This browser refused. Nothing has been changed.");
      busy = false;
      if (!wrong) done = true;
      trouble.textContent = wrong;
      if (done) dialog.close();
    };
    dialog.querySelector("[data-cancel]").onclick = () => dialog.close();
    dialog.onclose = () => {
      form.reset(); // passphrases do not stay in the page
      if (opener?.checkVisibility?.()) opener.focus();
      resolve(done);
    };
    dialog.showModal();
  });
}

/** What is wrong with a new passphrase, typed twice; "" if nothing is. */
export function wrongPassphrase(data) {
  if ([...data.get("passphrase")].length < 8) return "Use at least 8 characters.";
  return data.get("passphrase") === data.get("again") ? "" : "The two are not the same.";
}
