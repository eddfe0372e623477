// Dates as the page's language writes them; plain "en" is British here, as the course is.
const written = document.documentElement.lang;
const locale = written === "en" ? "en-GB" : written;

/** "23 November 2026" */
export const day = (time) => new Date(time).toLocaleDateString(locale, { dateStyle: "long" });

/** "23 November 2026 at 10:18" */
export const moment = (time) => new Date(time).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
