// Opens the closed parts of the text for printing and closes them again; questions print on their own sheet.
const closed = "main details:not([open]):not(.cw-discussion details)";
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(closed)];
  opened.forEach((part) => (part.open = true));
});
addEventListener("afterprint", () => opened.splice(0).forEach((part) => (part.open = false)));
