// Notes as a Markdown file. What the learner wrote stands in it letter for letter.
const FORMS = {
  group: (text) => `## ${text}`,
  page: (text) => `### ${text}`,
  prompt: (text) => `> ${text}`,
  was: (text) => `*${text}*`,
  date: (text) => `*${text}*`,
  note: (text) => text,
};

/** The file's text, from the title and the lines of `flatten`. */
export function toMarkdown(title, lines) {
  return `${[`# ${title}`, ...lines.map(({ kind, text }) => FORMS[kind](text))].join("\n\n")}\n`;
}
