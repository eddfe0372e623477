// Notes as a Word file (ECMA-376): headings, quotations and paragraphs, nothing else.
import { zip } from "./zip.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

const STYLES = { group: "Heading1", page: "Heading2", prompt: "Quote", was: "Small", date: "Small", note: "Normal" };

/** Text as XML holds it: without the control characters that XML 1.0 does not know. */
const escaped = (text) => text
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
  .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const run = (line) => `<w:r><w:t xml:space="preserve">${escaped(line).replaceAll("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">")}</w:t></w:r>`;

const paragraph = (style, text) => text.split(/\n{2,}/).map((part) => (
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${part.split("\n").map(run).join("<w:r><w:br/></w:r>")}</w:p>`)).join("");

const style = (id, name, look, more = "") => `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>`
  + `${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:pPr>${more}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;

const size = (points) => `<w:sz w:val="${2 * points}"/>`;
const sheet = (language) => `${HEAD}<w:styles xmlns:w="${WORD}">${[
  `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  style("Normal", "Normal", `<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>${size(11)}`, '<w:spacing w:after="160" w:line="300" w:lineRule="auto"/>'),
  style("Title", "Title", size(24), '<w:spacing w:after="320"/>'),
  style("Heading1", "heading 1", size(17), '<w:keepNext/><w:spacing w:before="400" w:after="120"/><w:outlineLvl w:val="0"/>'),
  style("Heading2", "heading 2", size(13), '<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="1"/>'),
  style("Quote", "Quote", "<w:i/>", '<w:keepNext/><w:ind w:left="400"/>'),
  style("Small", "Small", `<w:color w:val="555555"/>${size(9)}`, '<w:keepNext/><w:spacing w:after="60"/>'),
].join("")}</w:styles>`;

/** The file as a Blob, from the title, the language and the lines of `flatten`. */
export function toDocx(title, language, lines) {
  const body = paragraph("Title", title) + lines.map(({ kind, text }) => paragraph(STYLES[kind], text)).join("");
  const part = (name, type) => `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (type, target) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
  return zip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `${part("word/document.xml", "document.main")}${part("word/styles.xml", "styles")}</Types>`,
    "_rels/.rels": relation("officeDocument", "word/document.xml"),
    "word/_rels/document.xml.rels": relation("styles", "styles.xml"),
    "word/styles.xml": sheet(language),
    "word/document.xml": `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
}
