/** Where the words of one wording differ from another's: a longest common subsequence of folded words. */
import { tokenise, type Tokens } from '#shared/text/tokens.ts';

/** `kept` and `added` are text of the copy, `missing` is text of the wording it is held against. */
export interface WordChange {
  readonly type: 'kept' | 'added' | 'missing';
  readonly text: string;
}

/** Above so many pairs of words no comparison is made: the two are shown as they are. */
const pairLimit = 4_000_000;

/**
 * The copy's text, cut where it differs. Joining what is not missing gives the copy back, character by character.
 * Typography, case and punctuation do not count. `null` where the texts are too long to compare at once.
 */
export function wordChanges(wording: string, copy: string): readonly WordChange[] | null {
  const before = tokenise(wording);
  const after = tokenise(copy);
  if (before.count * after.count > pairLimit) return null;
  const changes: WordChange[] = [];
  let copied = 0;
  const add = (type: WordChange['type'], text: string): void => {
    if (text !== '') changes.push({ type, text });
  };

  for (const { type, from, to } of runsOf(before, after)) {
    if (type === 'missing') {
      add('missing', wording.slice(before.starts[from], before.ends[to - 1]));
      continue;
    }
    const end = after.ends[to - 1] ?? copy.length;
    if (type === 'added') {
      const start = after.starts[from] ?? copied;
      add('kept', copy.slice(copied, start));
      add('added', copy.slice(start, end));
    } else {
      add('kept', copy.slice(copied, end));
    }
    copied = end;
  }
  add('kept', copy.slice(copied));
  return joined(changes);
}

/** How many words were added to the copy, and how many are missing from it. */
export function changeCounts(changes: readonly WordChange[]): { readonly added: number; readonly missing: number } {
  const words = (type: WordChange['type']): number =>
    changes.reduce((sum, change) => sum + (change.type === type ? tokenise(change.text).count : 0), 0);
  return { added: words('added'), missing: words('missing') };
}

/** A run of words: of `before` where they are missing, else of `after`. */
interface Run {
  readonly type: WordChange['type'];
  readonly from: number;
  readonly to: number;
}

function runsOf(before: Tokens, after: Tokens): readonly Run[] {
  const lengths = commonLengths(before, after);
  const width = after.count + 1;
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  const push = (type: Run['type'], at: number): void => {
    const last = runs.at(-1);
    if (last?.type === type && last.to === at) runs[runs.length - 1] = { ...last, to: at + 1 };
    else runs.push({ type, from: at, to: at + 1 });
  };
  while (i < before.count || j < after.count) {
    if (i < before.count && j < after.count && before.words[i] === after.words[j]) {
      push('kept', j);
      i += 1;
      j += 1;
    } else if (
      j >= after.count ||
      (i < before.count && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push('missing', i);
      i += 1;
    } else {
      push('added', j);
      j += 1;
    }
  }
  return runs;
}

/** Length of the longest common subsequence of what follows, for each pair of places. */
function commonLengths(before: Tokens, after: Tokens): Uint32Array {
  const width = after.count + 1;
  const lengths = new Uint32Array((before.count + 1) * width);
  for (let i = before.count - 1; i >= 0; i -= 1) {
    for (let j = after.count - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before.words[i] === after.words[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Neighbours of one kind become one. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const result: WordChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last?.type === change.type && change.type === 'kept') {
      result[result.length - 1] = { type: change.type, text: last.text + change.text };
    } else result.push(change);
  }
  return result;
}
