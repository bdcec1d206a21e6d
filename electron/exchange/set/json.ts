/** JSON of strangers: nothing in it becomes a prototype, and nothing is nested so deep that walking it would not end. */
import { parse } from 'secure-json-parse';
import { err, ok, type Result } from '#shared/text/result.ts';

/** How deep a value may be nested: what walks it later need not be afraid of its depth. */
const depthLimit = 200;

/** The value of a JSON text, or what is wrong with it. Of a key that is there twice the last counts (RFC 8259 §4). */
export function parseJson(text: string): Result<unknown, string> {
  if (isDeep(text)) return err(`it is nested more than ${depthLimit} deep`);
  try {
    return ok(parse(text, undefined, { protoAction: 'error', constructorAction: 'error' }) as unknown);
  } catch (error) {
    const isForbidden = error instanceof SyntaxError && /forbidden prototype/u.test(error.message);
    return err(isForbidden ? 'it has a key “__proto__” or “constructor”, which is an attack' : 'it is no JSON');
  }
}

function isDeep(text: string): boolean {
  // Most texts have too few brackets to be deep, wherever they stand.
  if (openings(text, '[') + openings(text, '{') <= depthLimit) return false;
  const scan = createJsonScan();
  for (let at = scan.skip(text, 0); at < text.length; at = scan.skip(text, at + 1)) {
    scan.take(text.charCodeAt(at));
    if (scan.depth > depthLimit) return true;
  }
  return false;
}

/** How many there are, up to one more than matters. */
function openings(text: string, bracket: string): number {
  let count = 0;
  for (let at = text.indexOf(bracket); at !== -1 && count <= depthLimit; at = text.indexOf(bracket, at + 1)) count += 1;
  return count;
}

/** Where a JSON text is, character by character: how many brackets are open, and whether this is inside a string. */
export interface JsonScan {
  depth: number;
  isInString: boolean;
  take: (unit: number) => void;
  /** Where the next character stands that may change any of this, or is a comma: those before it need not be taken. */
  skip: (text: string, from: number) => number;
}

const inString = /["\\]/gu;
const outside = /["[\]{},]/gu;

export function createJsonScan(): JsonScan {
  let isEscaped = false;
  const scan: JsonScan = {
    depth: 0,
    isInString: false,
    take: (unit) => {
      if (scan.isInString) {
        if (isEscaped) isEscaped = false;
        else if (unit === 0x5c) isEscaped = true;
        else if (unit === 0x22) scan.isInString = false;
      } else if (unit === 0x22) scan.isInString = true;
      else if (unit === 0x5b || unit === 0x7b) scan.depth += 1;
      else if (unit === 0x5d || unit === 0x7d) scan.depth -= 1;
    },
    skip: (text, from) => {
      if (isEscaped) return from;
      const next = scan.isInString ? inString : outside;
      next.lastIndex = from;
      return next.test(text) ? next.lastIndex - 1 : text.length;
    },
  };
  return scan;
}
