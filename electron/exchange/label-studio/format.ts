import type { SetFormat } from '../set/format.ts';
import { recordsReader } from '../set/read-records.ts';
import { fitToLabelStudio, labelStudioHolding } from './holding.ts';
import { readTask } from './read-task.ts';
import { configurationEnding, writeLabelStudio } from './write.ts';

/** For Label Studio, with the configuration that its tasks need. */
export const labelStudioFormat: SetFormat = {
  title: 'Label Studio JSON',
  purpose: 'a list of tasks with its labelling configuration, for projects of Label Studio',
  endings: ['.json'],
  layout: 'file',
  textOptional: false,
  holds: labelStudioHolding,
  fit: fitToLabelStudio,
  write: writeLabelStudio,
  read: recordsReader(readTask, (path) => !path.endsWith(configurationEnding)),
  recognise: ({ head }) =>
    /^\s*\[\s*\{/u.test(head) &&
    ((/"(?:annotations|completions)"\s*:\s*\[\s*[\]{]/u.test(head) && /"data"\s*:\s*\{|"from_name"\s*:/u.test(head)) ||
      /\[\s*\{[^{}[\]]*"start"\s*:[^{}[\]]*"labels"\s*:\s*\[/u.test(head)),
};
