import { passageWords } from '#electron/workbench/workbench.ts';
import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { counted, namesOf } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const passagesCommand: Command = {
  name: 'passages',
  summary: 'lists the passages that stand in several places',
  positionals: [projectPositional],
  options: [
    {
      name: 'min-words',
      value: 'N',
      kind: 'integer',
      required: false,
      least: 1,
      help: `only passages of at least so many words (${passageWords} if not given)`,
    },
  ],
  run: (args, surroundings) => {
    const minWords = args.optionalInteger('min-words') ?? passageWords;
    return withProject(args, surroundings, (workbench) => {
      const named = namesOf(workbench);
      const passages = Array.from(workbench.passages(minWords), ({ words, boilerplate, occurrences }) => ({
        words,
        boilerplate,
        occurrences: occurrences.map(({ document, start, end, status }) => ({
          ...named({ document, start, end }),
          status,
          text: workbench.text(document).slice(start, end),
        })),
      }));
      const texts = passages.map(({ words, boilerplate, occurrences }) => {
        const rows = occurrences.map(({ document, start, end, status, text }) => [
          `  ${printable(document)}`,
          start,
          end,
          status,
          `“${printable(text)}”`,
        ]);
        const kind = boilerplate ? ' (boilerplate)' : '';
        return `${counted(words, 'word')} in ${counted(occurrences.length, 'place')}${kind}\n${table(rows)}`;
      });
      const text =
        passages.length === 0
          ? `No passage of ${counted(minWords, 'word')} or more stands in several places.\n`
          : texts.join('');
      return ok({ json: passages, text });
    });
  },
};
