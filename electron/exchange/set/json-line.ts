/** Some readers split lines at these, though JSON allows them in strings. */
const separators = new RegExp(String.raw`[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]`, 'gu');

/** JSON in one line, whoever splits it. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    separators,
    (found) => String.raw`\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
