import { resolve } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok } from '#shared/text/result.ts';
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
  notes: ['Files whose text is all there is to them are kept as text alone.'],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const document = resolveDocument(workbench, args.positional(1));
      if (!document.ok) return document;
      const { id, name } = document.value;
      const bytes = workbench.original(id);
      if (bytes === null) {
        const message = `No file is kept of “${printable(name)}”: its text is all there was to it, or it came with a project that had none.`;
        return err({ type: 'NoOriginal', message });
      }
      const path = resolve(surroundings.cwd, args.text('out'));
      const written = writeBytes(path, bytes, { overwrite: false });
      if (!written.ok) return written;
      return ok({
        json: { document: name, documentId: id, written: path, bytes: bytes.length },
        text: `Wrote ${counted(bytes.length, 'byte')} to “${path}”.\n`,
      });
    }),
};
