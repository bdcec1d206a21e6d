import type { Failure } from '#shared/contract/failure.ts';
import { printable } from '#shared/domain/refusal.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const equivalentsCommand: Command = {
  name: 'equivalents',
  summary: 'lists and changes the words that stand for one another (ISIL and ISIS)',
  positionals: [
    projectPositional,
    { name: 'list, add or remove' },
    { name: 'A', optional: true },
    { name: 'B', optional: true },
  ],
  usage: 'PROJECT list|add A B|remove A B',
  checkPositionals: ([, act = '', ...words]) => {
    if (act === 'list') return words.length === 0 ? null : '“equivalents PROJECT list” takes no words.';
    if (act !== 'add' && act !== 'remove') {
      return `“equivalents” can list, add or remove, not “${printable(act)}”.`;
    }
    return words.length === 2 ? null : `“equivalents PROJECT ${act}” needs two words or phrases, A and B.`;
  },
  options: [],
  notes: [
    'A and B are words or phrases of up to four words. Case, accents and punctuation do not matter, nor which is A. Copies in which one stands for the other are aligned more exactly; what was tagged before stays as it is.',
    'Some pairs come with the program (“default”); they can be removed, and added again. Each change is a step of undo.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const act = args.positional(1);
      if (act === 'list') return list(workbench);
      return change(workbench, act === 'add' ? 'add' : 'remove', args.positional(2), args.positional(3));
    }),
};

function list(workbench: Workbench): Result<Answer, Failure> {
  const listed = workbench.call('equivalents.list', {});
  if (!listed.ok) return listed;
  const pairs = listed.value.map(({ a, b, origin }) => ({ a, b, origin }));
  const rows = pairs.map(({ a, b, origin }) => [printable(a), printable(b), origin]);
  return ok({ json: pairs, text: `${table(rows)}${counted(pairs.length, 'pair')}.\n` });
}

function change(workbench: Workbench, act: 'add' | 'remove', a: string, b: string): Result<Answer, Failure> {
  const changed = workbench.call(`equivalent.${act}`, { a, b });
  if (!changed.ok) return changed;
  const pair = changed.value;
  const shown = `“${printable(pair.a)}” and “${printable(pair.b)}”`;
  const text = act === 'add' ? `${shown} stand for one another.\n` : `${shown} no longer stand for one another.\n`;
  return ok({ json: { a: pair.a, b: pair.b }, text });
}
