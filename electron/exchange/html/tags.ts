/** The tags of HTML in the order they are written: a tokenizer in linear time, after the HTML Standard 13.2.5. */

export type HtmlToken =
  | { readonly type: 'text'; readonly source: string }
  | { readonly type: 'open'; readonly name: string; readonly source: string; readonly isClosed: boolean }
  | { readonly type: 'close'; readonly name: string }
  /** An element whose contents are no markup, whole. */
  | { readonly type: 'raw'; readonly name: string; readonly source: string };

/** Their contents end at their own closing tag and nowhere else. */
const rawNames: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' '),
);

const nameStart = /[a-z]/iu;
const namePattern = /[^\s/>]*/y;

/**
 * Comments, processing instructions and document types are passed over.
 * @param isXml `<title/>` is closed, as in XHTML; in HTML it is not
 */
export function* htmlTokens(source: string, isXml = false): Generator<HtmlToken> {
  let at = 0;
  let textStart = 0;
  const lower = createClosingSearch(source);
  const textUpTo = function* textUpTo(end: number): Generator<HtmlToken> {
    if (end > textStart) yield { type: 'text', source: source.slice(textStart, end) };
  };
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start === -1) break;
    const next = source[start + 1] ?? '';
    if (next === '!' || next === '?') {
      yield* textUpTo(start);
      at = afterDeclaration(source, start);
      textStart = at;
    } else if (next === '/' && nameStart.test(source[start + 2] ?? '')) {
      yield* textUpTo(start);
      const name = nameAt(source, start + 2);
      at = afterTag(source, start + 2 + name.length).end;
      textStart = at;
      yield { type: 'close', name: name.toLowerCase() };
    } else if (nameStart.test(next)) {
      yield* textUpTo(start);
      const written = nameAt(source, start + 1);
      const name = written.toLowerCase();
      const { end, isClosed } = afterTag(source, start + 1 + written.length);
      at = end;
      if (rawNames.has(name) && !(isXml && isClosed)) {
        at = lower(name, end);
        yield { type: 'raw', name, source: source.slice(start, at) };
      } else {
        yield { type: 'open', name, source: source.slice(start, end), isClosed };
      }
      textStart = at;
    } else {
      at = start + 1;
    }
  }
  yield* textUpTo(source.length);
}

function nameAt(source: string, at: number): string {
  namePattern.lastIndex = at;
  return namePattern.exec(source)?.[0] ?? '';
}

/** After `-->`, or after `>` where it is no comment; a comment that never ends reaches to the end. */
function afterDeclaration(source: string, start: number): number {
  if (source.startsWith('<!-->', start)) return start + 5;
  if (source.startsWith('<![CDATA[', start)) return after(source, ']]>', start + 9);
  return source.startsWith('<!--', start) ? after(source, '-->', start + 4) : after(source, '>', start + 2);
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

/** After the `>` that ends a tag; one in the quotes of a value does not. @param at behind the tag's name */
function afterTag(source: string, at: number): { readonly end: number; readonly isClosed: boolean } {
  const mark = /[>"']/g;
  for (let from = at; ;) {
    mark.lastIndex = from;
    const found = mark.exec(source);
    if (found === null) return { end: source.length, isClosed: false };
    if (found[0] === '>') return { end: found.index + 1, isClosed: source[found.index - 1] === '/' };
    // A quote quotes only where a value begins.
    const isValue = /=\s*$/u.test(source.slice(Math.max(at, found.index - 20), found.index));
    const end = isValue ? source.indexOf(found[0], found.index + 1) : found.index;
    if (end === -1) return { end: source.length, isClosed: false };
    from = end + 1;
  }
}

/** Finds `</name`, in any case. A name that was not found once is not looked for again. */
function createClosingSearch(source: string): (name: string, from: number) => number {
  const missing = new Set<string>();
  return (name, from) => {
    if (missing.has(name)) return source.length;
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    closing.lastIndex = from;
    const found = closing.exec(source);
    if (found === null) {
      missing.add(name);
      return source.length;
    }
    return afterTag(source, found.index + name.length + 2).end;
  };
}
