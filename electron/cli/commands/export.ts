import { resolve } from 'node:path';
import { err, ok } from '#shared/text/result.ts';
import { lossSentence } from '#electron/exchange/loss.ts';
import { exportFormats, exportSet, isExportFormatName } from '#electron/exchange/write.ts';
import type { Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

const formatNames = Object.keys(exportFormats);

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes the annotated set to a file, and reads it back to prove it',
  positionals: [projectPositional],
  options: [
    {
      name: 'format',
      value: formatNames.join('|'),
      kind: 'text',
      required: true,
      choices: formatNames,
      help: 'a line a document, a line an occurrence, or a Web Annotation collection',
    },
    {
      name: 'out',
      value: 'PATH',
      kind: 'text',
      required: true,
      help: 'the file; one that is there already is replaced',
    },
  ],
  notes: ['What the format cannot hold is listed. A project is never replaced.'],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const format = args.text('format');
      if (!isExportFormatName(format)) throw new Error(`A format that is no choice: ${format}`);
      const path = resolve(surroundings.cwd, args.text('out'));
      const exported = exportSet(workbench.annotatedSet(), format, path, { overwrite: true });
      if (!exported.ok) return err(exported.error);
      const { written, annotations, occurrences } = exported.value;
      const losses = exported.value.losses.map((loss) => ({ ...loss, message: lossSentence(loss) }));
      const done = `Wrote ${counted(annotations, 'annotation')} with ${counted(occurrences, 'occurrence')} to “${path}”.`;
      return ok({
        json: { format, written, annotations, occurrences, losses },
        text: [done, ...losses.map(({ message }) => message), ''].join('\n'),
      });
    }),
};
