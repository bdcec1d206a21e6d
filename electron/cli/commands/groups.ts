import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { counted, namesOf } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const groupsCommand: Command = {
  name: 'groups',
  summary: 'lists the groups of documents that are near-copies of one another',
  positionals: [projectPositional],
  options: [],
  notes: [
    'A group hangs on its leader: “containment” is the share of the shorter text that stands in both, from 0 to 1.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const named = namesOf(workbench);
      const groups = workbench
        .groups()
        .map(({ leader, documents }) => ({
          leader: named({ document: leader }).document,
          leaderId: leader,
          documents: documents.map(({ document, containment }) => named({ document, containment })),
        }))
        .toSorted((one, other) => (one.leader < other.leader ? -1 : 1));
      const texts = groups.map(({ leader, documents }) => {
        const rows = documents.map(({ document, containment }) => [`  ${printable(document)}`, percent(containment)]);
        return `${counted(documents.length, 'document')} led by ${printable(leader)}\n${table(rows)}`;
      });
      return ok({
        json: groups,
        text: groups.length === 0 ? 'No document is a near-copy of another.\n' : texts.join(''),
      });
    }),
};

/** Rounded down: what is not the whole is not shown as the whole. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
