import { resolve } from 'node:path';
import { err, ok } from '#shared/text/result.ts';
import { readableFormatNames } from '#electron/exchange/set/catalogue.ts';
import { validateItems } from '#electron/exchange/set/validation.ts';
import { isReadableFormat, openSetFile } from '#electron/exchange/set/set-file.ts';
import type { Command } from '../command.ts';
import { asSentence, counted } from '../listing.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'looks whether a file is what its format demands, and whether its spans cover the words they claim',
  positionals: [{ name: 'PATH' }],
  options: [
    {
      name: 'format',
      value: 'FORMAT|auto',
      kind: 'text',
      required: true,
      choices: ['auto', ...readableFormatNames],
      help: 'the format it should have',
    },
  ],
  notes: [
    'Spans of a file that does not hold the texts are looked at without being proved. Exit status 1 means that something is wrong; all of it is listed. What is right and would not be imported, such as relations, is listed too.',
  ],
  run: async (args, { cwd }) => {
    const format = args.text('format');
    const opened = await openSetFile(resolve(cwd, args.positional(0)), isReadableFormat(format) ? format : 'auto');
    if (!opened.ok) return err({ type: 'SetNotReadable', message: opened.error });
    try {
      const { documents, spans, problems, problemCount, notImported } = await validateItems(opened.value.items());
      const isValid = problemCount === 0;
      const found = `${counted(documents, 'document')}, ${counted(spans.ok, 'span')} proved, ${spans.unproved} not to be proved`;
      return ok({
        json: { format: opened.value.format, valid: isValid, documents, spans, problems, problemCount, notImported },
        text: isValid ? `Valid (${opened.value.format}): ${found}.\n` : '',
        complaints: [...problems, ...notImported].map(({ where, why }) => asSentence(where, why)),
        isRefused: !isValid,
      });
    } finally {
      opened.value.close();
    }
  },
};
