import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { CountLine } from '#electron/workbench/workbench.ts';
import type { Command } from '../command.ts';
import { namesOf } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const countsCommand: Command = {
  name: 'counts',
  summary: 'counts passages and occurrences per label, in all and per document',
  positionals: [projectPositional],
  options: [],
  notes: [
    '“passages” are distinct, “occurrences” are their copies; “pending” ones wait for a look and are not counted.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const counts = workbench.counts();
      const named = namesOf(workbench);
      const labels = counts.labels.map(countLine);
      const documents = counts.documents.map(({ document, labels: lines }) => ({
        ...named({ document }),
        labels: lines.map(countLine),
      }));
      const rows = documents.flatMap(({ document, labels: lines }) =>
        lines
          .filter(({ passages, pending }) => passages > 0 || pending > 0)
          .map((line) => [printable(document), ...countCells(line)]),
      );
      const header = ['', 'label', 'passages', 'occurrences', 'pending'];
      const text = table([header, ...labels.map((line) => ['all documents', ...countCells(line)]), ...rows]);
      return ok({ json: { labels, documents }, text });
    }),
};

function countLine({ label, passages, occurrences, pending }: CountLine): CountLine {
  return { label, passages, occurrences, pending };
}

function countCells({ label, passages, occurrences, pending }: CountLine): readonly (string | number)[] {
  return [label, passages, occurrences, pending];
}
