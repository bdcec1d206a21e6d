import { resolve } from 'node:path';
import { ok } from '#shared/text/result.ts';
import { writeBytes } from '#electron/exchange/write-bytes.ts';
import type { Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, resolveDocument, withProject } from '../project.ts';

export const originalCommand: Command = {
  name: 'original',
  summary: 'writes the file that a document was read from, byte for byte',
  positionals: [projectPositional, { name: 'DOCUMENT' }],
  options: [
    { name: 'out', value: 'PATH', kind: 'text', required: true, help: 'the file; one that is there already stays' },
  ],
  notes: [
    'Of a file whose text is all there was to it, and of a line of a larger file, the text is written: nothing else is kept.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const document = resolveDocument(workbench, args.positional(1));
      if (!document.ok) return document;
      const { id, name } = document.value;
      const kept = workbench.original(id);
      const bytes = kept ?? Buffer.from(workbench.text(id), 'utf8');
      const path = resolve(surroundings.cwd, args.text('out'));
      const written = writeBytes(path, bytes, { overwrite: false });
      if (!written.ok) return written;
      return ok({
        json: { document: name, documentId: id, written: path, bytes: bytes.length, text: kept === null },
        text: `Wrote ${counted(bytes.length, 'byte')}${kept === null ? ', the text as UTF-8,' : ''} to “${path}”.\n`,
      });
    }),
};
