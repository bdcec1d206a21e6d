import { resolve } from 'node:path';
import { ok } from '#shared/text/result.ts';
import { createProject } from '#electron/workbench/open.ts';
import type { Command } from '../command.ts';
import { annotatorOption } from '../options.ts';
import { projectPositional } from '../project.ts';
import { projectRow } from '../project-row.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'makes a project',
  positionals: [projectPositional],
  options: [{ ...annotatorOption, help: 'who annotates; the name of your account if not given' }],
  notes: ['A file that is there already is left alone.'],
  run: (args, { cwd }) => {
    const path = resolve(cwd, args.positional(0));
    const created = createProject(path, { annotator: args.optionalText('annotator') });
    if (!created.ok) return created;
    try {
      const { id, name, annotator } = projectRow(created.value);
      const text = `Made “${path}”. ${annotator} annotates. “variorum import” brings articles in.\n`;
      return ok({ json: { project: path, id, name, annotator }, text });
    } finally {
      created.value.close();
    }
  },
};
