import type { SourceFile } from '../set/source.ts';

const opening = Buffer.from('<Sources>');
const closing = Buffer.from('</Sources>');

/**
 * The project without what stands between `<Sources>` and the first `</Sources>`: most of it, and nothing that must be
 * known before. Cut by the bytes, so that a project in which these stand in a comment is no XML any more.
 */
export function withoutSources(file: SourceFile): SourceFile {
  return { ...file, pieces: () => cut(file.pieces()) };
}

async function* cut(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let state: 'before' | 'inside' | 'behind' = 'before';
  let held = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (state === 'behind') {
      yield piece;
      continue;
    }
    held = Buffer.concat([held, piece]);
    if (state === 'before') {
      const at = held.indexOf(opening);
      // The mark may be cut in two.
      const end = at === -1 ? Math.max(0, held.length - opening.length) : at + opening.length;
      yield held.subarray(0, end);
      held = held.subarray(end);
      if (at === -1) continue;
      state = 'inside';
    }
    const at = held.indexOf(closing);
    if (at === -1) {
      held = held.subarray(Math.max(0, held.length - closing.length));
      continue;
    }
    state = 'behind';
    yield held.subarray(at);
  }
  if (state === 'before') yield held;
}
