import type { Tokens } from '#shared/text/tokens.ts';

/** A line longer than this is prose, whatever it begins with. */
const LONGEST_FURNITURE_LINE = 160;

/**
 * Lines that belong to the page and not to the article: invitations to read, share, subscribe or
 * reply, and the notices that content systems print under every text.
 */
const FURNITURE_LINES: readonly RegExp[] = [
  /^(read|see|learn|watch|show|load) (more|also|next|full)\b.{0,60}$/iu,
  /^(click|tap) (here|to)\b.{0,60}$/iu,
  /^(share|tweet|email|print|comments?|advertisement|related|tags|topics|loading)( this)?( article| story| stories| articles| topics)?\s*:?\.{0,3}$/iu,
  /^share (this|on|via|to)\b.{0,40}$/iu,
  /^more (in|from|on|stories|news)\b.{0,40}$/iu,
  /^leave a (reply|comment)\b.{0,40}$/iu,
  /^this site uses akismet to reduce spam\b.{0,80}$/iu,
  /^learn how your comment data is processed\.?$/iu,
  /^(sign up|subscribe|log in|register)( now| today| here)?( (for|to|by|with)\b.{0,60})?\s*[.!]?$/iu,
  /^(like|follow) (us|me|him|her|them) on\b.{0,80}$/iu,
  /^support the [\p{L}\s]{3,40}!$/iu,
  /^(story|article) continued? below( advertisement)?\b.{0,20}$/iu,
  /^(photo|image|picture)s?( credit)?\s*(:|by\b).{0,80}$/iu,
  /^this (post|story|article|page|report) (was|has been) (last |first )?(updated|published|corrected)\b.{0,80}$/iu,
  /^(last |first )?(updated|published)( at| on)?:? .{0,40}$/iu,
  /^(copyright|©|\(c\)).{0,150}$/iu,
  /^(all rights reserved)\b.{0,120}$/iu,
  /^.{0,30}contributed to this (report|article|story)\.?$/iu,
];

/** Marks the words that stand in a line of page furniture: 1 = furniture. */
export function furnitureOf(text: string, tokens: Tokens): Uint8Array {
  const marks = new Uint8Array(tokens.count);
  let token = 0;
  let lineStart = 0;
  while (lineStart < text.length && token < tokens.count) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const first = token;
    while (token < tokens.count && (tokens.starts[token] ?? 0) < lineEnd) token += 1;
    if (token > first && lineEnd - lineStart <= LONGEST_FURNITURE_LINE) {
      const line = text.slice(lineStart, lineEnd).trim();
      if (isFurnitureLine(line)) marks.fill(1, first, token);
    }
    lineStart = lineEnd + 1;
  }
  return marks;
}

/** True when a line, taken by itself, is page furniture. */
export function isFurnitureLine(line: string): boolean {
  return FURNITURE_LINES.some((pattern) => pattern.test(line));
}
