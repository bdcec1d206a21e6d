/**
 * JSON in one line of plain ASCII: for comments and notes of formats whose readers split lines at U+2028 and the like,
 * or read files in an encoding of their own.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
