// A sheet as Markdown, word for word as `coursewright print --to md` writes it. Knows no page.
import { count, escaped, runsMarkdown } from "./words.js";

const LINE = "_".repeat(72);

export function toMarkdown(sheet) {
  const references = sheet.references.length ? ["## References", ...sheet.references.map(runsMarkdown)] : [];
  const blocks = [...head(sheet), ...sheet.questions.flatMap(question), ...references, "---", sheet.about];
  return `${blocks.join("\n\n")}\n`;
}

function head(sheet) {
  const cases = sheet.cases.map((title) => title.markdown).join("; ");
  return [
    `# ${sheet.title.markdown}`,
    sheet.facts,
    `Name ${LINE.slice(0, 32)} Date ${LINE.slice(0, 16)}`,
    sheet.instructions.markdown,
    ...(cases ? [`**Read first:** ${cases}`] : []),
  ];
}

function question(item) {
  const stages = item.stages.map(({ title, minutes, instruction }, at) => `${at + 1}. **${title.markdown}** (${minutes} min) ${instruction.markdown}`);
  return [
    `## ${item.number}. ${item.title.markdown} (${count(item.minutes, "minute")})`,
    `**${item.stem.markdown}**`,
    escaped(item.facts),
    item.instructions.markdown,
    stages.join("\n"),
    ...item.notes.map(([lead, note]) => `**${lead}:** ${note.markdown}`),
    ...Array(item.lines).fill(LINE),
  ];
}
