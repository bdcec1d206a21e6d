import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { ListedVariant } from '#electron/workbench/workbench.ts';
import type { Command } from '../command.ts';
import { counted, namesOf } from '../listing.ts';
import { documentOption, optional } from '../options.ts';
import { projectPositional, resolveDocument, withProject } from '../project.ts';
import { table } from '../table.ts';

export const variantsCommand: Command = {
  name: 'variants',
  summary: 'lists where a document differs from its copies',
  positionals: [projectPositional],
  options: [documentOption, { ...optional(documentOption, 'only against this one; DOC as above'), name: 'against' }],
  notes: [
    'An insertion stands in the document only, an omission in the other only, a substitution has other words in both.',
    'Without --against: against every sibling in its group, or if it has none, every document it shares a stretch with.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const document = resolveDocument(workbench, args.text('document'));
      if (!document.ok) return document;
      const name = args.optionalText('against');
      const against = name === undefined ? undefined : resolveDocument(workbench, name);
      if (against !== undefined && !against.ok) return against;
      const found = workbench.variants(document.value.id, against?.value.id);
      const named = namesOf(workbench);
      const json = found.map(
        ({ document: own, against: other, againstStart, againstEnd, againstText, moved, ...rest }) => {
          const there = named({ document: other });
          return {
            ...named({ document: own }),
            ...rest,
            against: there.document,
            againstId: there.documentId,
            againstStart,
            againstEnd,
            againstText,
            moved,
          };
        },
      );
      const others = [...new Set(json.map((variant) => variant.against))];
      const texts = others.map((other) => {
        const variants = json.filter((variant) => variant.against === other);
        return `${counted(variants.length, 'variant')} against ${printable(other)}\n${table(variants.map(row))}`;
      });
      const title = printable(document.value.name);
      return ok({ json, text: found.length === 0 ? `${title} has no variants.\n` : texts.join('') });
    }),
};

type Shown = Pick<ListedVariant, 'kind' | 'start' | 'end' | 'text' | 'againstText' | 'moved'>;

function row({ kind, start, end, text, againstText, moved }: Shown): readonly (string | number)[] {
  const words = [text, againstText].filter((each) => each !== '').map((each) => `“${printable(each)}”`);
  const what = words.join(' for ');
  return [`  ${kind}`, start, end, moved ? `${what} (moved)` : what];
}
