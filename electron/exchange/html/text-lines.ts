/** Text put together piece by piece: white space is collapsed, and parted into paragraphs and lines. */

export interface TextLines {
  /** Runs of white space (but not no-break spaces) become one space. */
  readonly text: (written: string) => void;
  /** Every character as it is. */
  readonly exact: (written: string) => void;
  readonly space: () => void;
  readonly tab: () => void;
  /** Ends the line; two of them part paragraphs. @param isSpace where lines cannot be: a space instead */
  readonly lineFeed: (isSpace?: boolean) => void;
  /** Ends the line (1) or the paragraph (2). */
  readonly part: (feeds: 1 | 2) => void;
  /** The whole, without blank space around it. */
  readonly end: () => string;
}

export function createTextLines(): TextLines {
  const written: string[] = [];
  let feeds = 0;
  let tabs = 0;
  let isSpaced = false;
  let isBegun = false;
  let isLineBegun = false;
  /** No-break spaces that begin a line, and are part of the text only if something follows: alone they hold lines apart. */
  let held = '';

  const space = (): void => {
    if (held === '') isSpaced = true;
    else if (!held.endsWith(' ')) held += ' ';
  };
  /** What stands between what was written and what comes. */
  const join = (): void => {
    if (feeds > 0 && isBegun) {
      written.push('\n'.repeat(feeds));
      isLineBegun = false;
    }
    if (tabs > 0) written.push('\t'.repeat(tabs));
    else if (isSpaced && isLineBegun) written.push(' ');
    if (held !== '') written.push(held);
    [feeds, tabs, isSpaced, held] = [0, 0, false, ''];
    [isBegun, isLineBegun] = [true, true];
  };
  const part = (count: number): void => {
    feeds = Math.max(feeds, count);
    [tabs, isSpaced, held] = [0, false, ''];
  };
  return {
    text: (source) => {
      const words = source.replace(/[ \t\n\f\r]+/g, ' ');
      if (words.startsWith(' ')) space();
      if (words === '' || words === ' ') return;
      const isAtStart = !isLineBegun || feeds + tabs > 0;
      if (isAtStart && /^[ \u00a0]+$/u.test(words)) {
        held += words.startsWith(' ') ? words.slice(1) : words;
        return;
      }
      join();
      written.push(withoutSpaces(words));
      if (words.endsWith(' ')) isSpaced = true;
    },
    exact: (source) => {
      if (source === '') return;
      join();
      written.push(source.replace(/\r\n?/g, '\n'));
    },
    space,
    tab: () => {
      tabs += 1;
      [isSpaced, held] = [false, ''];
    },
    lineFeed: (isSpace = false) => {
      if (isSpace) space();
      else part(Math.min(2, feeds + 1));
    },
    part,
    end: () => written.join('').replace(/^\n+|[ \t\n]+$/g, ''),
  };
}

/** Without the one space on either side. */
function withoutSpaces(words: string): string {
  return words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
}
