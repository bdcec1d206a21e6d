import { resolve } from 'node:path';
import { err, ok } from '#shared/text/result.ts';
import { isSetFormatName, readableFormatNames, setFormatNames, setFormats } from '#electron/exchange/set/catalogue.ts';
import { exportSet } from '#electron/exchange/set/export.ts';
import { isReadableFormat, openSetFile } from '#electron/exchange/set/set-file.ts';
import { spoolSet } from '#electron/exchange/set/spool.ts';
import type { Command } from '../command.ts';
import { asSentence } from '../listing.ts';
import { answerOf } from './export.ts';

export const convertCommand: Command = {
  name: 'convert',
  summary: 'turns an annotated set of one format into one of another, without a project',
  positionals: [{ name: 'IN' }, { name: 'OUT' }],
  options: [
    {
      name: 'from',
      value: 'FORMAT|auto',
      kind: 'text',
      required: true,
      choices: ['auto', ...readableFormatNames],
      help: 'the format of IN',
    },
    { name: 'to', value: 'FORMAT', kind: 'text', required: true, choices: setFormatNames, help: 'the format of OUT' },
  ],
  notes: ['IN must hold the texts. What cannot be read, and what the other format cannot hold, is listed.'],
  run: async (args, { cwd, progress }) => {
    const from = args.text('from');
    const to = args.text('to');
    if (!isSetFormatName(to)) throw new Error(`A format that is no choice: ${to}`);
    const opened = await openSetFile(resolve(cwd, args.positional(0)), isReadableFormat(from) ? from : 'auto');
    if (!opened.ok) return err({ type: 'SetNotReadable', message: opened.error });
    try {
      const spool = await spoolSet(opened.value.items());
      try {
        const { set, spans, problems, repairs, problemCount } = spool;
        const complaints = problems.map(({ where, why }) => asSentence(where, why));
        if (set.size === 0 && problemCount > 0)
          return err({ type: 'SetNotReadable', message: `Nothing could be read. ${complaints[0] ?? ''}` });
        const path = resolve(cwd, args.positional(1));
        const exported = await exportSet(set, setFormats[to], path, {
          overwrite: true,
          text: true,
          onProgress: (share) => progress.show(Math.round(share * set.size), share),
        });
        if (!exported.ok) return err(exported.error);
        const answer = answerOf(to, path, exported.value);
        const json = { from: opened.value.format, ...(answer.json as object), spans, repairs, problems };
        const text = `${repairs.map(({ where, why }) => `Repaired: ${asSentence(where, why)}\n`).join('')}${answer.text}`;
        return ok({ json, text, complaints });
      } finally {
        progress.clear();
        spool.remove();
      }
    } finally {
      opened.value.close();
    }
  },
};
