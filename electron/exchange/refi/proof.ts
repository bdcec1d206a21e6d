/**
 * Which selections are named by the words they cover. Programs count the positions in their own ways, so that a name is
 * taken for words if it is what stands there in any of them.
 */
import { offsetReader, type Counting } from '../set/counting.ts';
import { frozenText } from '../set/annotated-document.ts';
import { readField } from '../xml/escape.ts';
import type { ProjectSelection } from './project-text.ts';

const countings: readonly Counting[] = [
  { unit: 'code-point', lineEnds: 'as written' },
  { unit: 'code-point', lineEnds: 'one' },
  { unit: 'code-point', lineEnds: 'two' },
  { unit: 'utf-16', lineEnds: 'as written' },
  { unit: 'utf-16', lineEnds: 'one' },
];

/** @param text as the file has it */
export function quoteProof(text: string): (selection: ProjectSelection) => boolean {
  const frozen = frozenText(text);
  const readers = countings.map((counting) => offsetReader(text, counting));
  return ({ start, end, name }) => {
    const words = frozenText(readField(name));
    return readers.some((toFrozen) => {
      const from = toFrozen(start);
      const to = toFrozen(end);
      return from !== null && to !== null && from < to && frozen.slice(from, to) === words;
    });
  };
}
