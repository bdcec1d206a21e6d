/** What a text is found by: without case and accents. */

/** Text without such characters has nothing to be taken apart, and most titles have none. */
const hasMarks = /[^\t\n\r\u0020-\u007e\u00a0\u2000-\u2025\u2027-\u206f]/u;

export function plainText(text: string): string {
  const bare = hasMarks.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return bare.toLowerCase();
}
