/** Text as HTML, and back: five references are all that is needed between tags and in quoted attributes. */

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const characters = new Map(Object.entries(references).map(([character, reference]) => [reference, character]));

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (found) => references[found] ?? found);
}

/** The inverse, for markup of ours alone. */
export function unescapeHtml(markup: string): string {
  return markup.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (found) => characters.get(found) ?? found);
}
