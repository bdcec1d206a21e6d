/** Options that several commands share. */
import type { OptionSpec } from './command.ts';

export const documentOption: OptionSpec = {
  name: 'document',
  value: 'DOC',
  kind: 'text',
  required: true,
  help: 'id, file name, or an unambiguous beginning of either',
};

export const startOption: OptionSpec = {
  name: 'start',
  value: 'N',
  kind: 'integer',
  required: true,
  help: 'where it starts, in UTF-16 units',
};

export const endOption: OptionSpec = {
  name: 'end',
  value: 'N',
  kind: 'integer',
  required: true,
  help: 'where it ends, in UTF-16 units; not included',
};

export const annotationOption: OptionSpec = {
  name: 'annotation',
  value: 'ID',
  kind: 'text',
  required: true,
  help: 'id of the annotation, or an unambiguous beginning of it',
};

export const labelOption: OptionSpec = {
  name: 'label',
  value: 'LABEL',
  kind: 'text',
  required: true,
  help: 'id or name of the label',
};

export const annotatorOption: OptionSpec = {
  name: 'annotator',
  value: 'NAME',
  kind: 'text',
  required: false,
  help: 'who annotates',
};

export const reasonOption: OptionSpec = {
  name: 'reason',
  value: 'T',
  kind: 'text',
  required: false,
  empty: true,
  help: 'why',
};

export function optional(option: OptionSpec, help = option.help): OptionSpec {
  return { ...option, required: false, help };
}
