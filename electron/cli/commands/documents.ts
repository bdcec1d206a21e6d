import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const documentsCommand: Command = {
  name: 'documents',
  summary: 'lists the documents',
  positionals: [projectPositional],
  options: [],
  notes: ['Lengths are UTF-16 units. Near-copies of one another bear the same group: the id of its first document.'],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const documents = workbench
        .documents()
        .map(({ id, name, title, length, sha256, source, date, author, url, group }) => ({
          id,
          name,
          title,
          length,
          sha256,
          source,
          date,
          author,
          url,
          group,
        }));
      const names = new Map(documents.map(({ id, name }) => [id, name]));
      const isDated = documents.some(({ source, date }) => source !== '' || date !== '');
      const rows = documents.map(({ id, name, title, length, source, date, group }) => [
        id,
        printable(name),
        length,
        group === null ? '-' : printable(names.get(group) ?? group),
        ...(isDated ? [printable(source), printable(date)] : []),
        printable(title),
      ]);
      const text =
        documents.length === 0
          ? 'The project has no documents.\n'
          : table([['id', 'name', 'length', 'group', ...(isDated ? ['source', 'date'] : []), 'title'], ...rows]);
      return ok({ json: documents, text });
    }),
};
