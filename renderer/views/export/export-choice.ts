/** What is chosen in the export dialog, and what of it is remembered for the next time. */
import { useState } from 'react';
import type { ExportChoices, ExportScope } from '#shared/contract/export-choices.ts';
import { occurrenceStatuses, type ShownStatus } from '#shared/domain/occurrence.ts';
import { recall, remember } from '../remembered.ts';

export const shownStatuses: readonly ShownStatus[] = [...occurrenceStatuses, 'detached'];

export type Within = ExportScope['within']['type'];

/** `null` where all are chosen: those that come to be, too. */
export type Some = ReadonlySet<string> | null;

export interface ExportChoice {
  readonly format: string;
  readonly labels: Some;
  readonly annotators: Some;
  readonly statuses: Some;
  readonly within: Within;
  readonly rows: ExportScope['rows'];
  readonly text: boolean;
  /** Formats of several files: into a folder, and not into one .zip file. */
  readonly folder: boolean;
}

const first: ExportChoice = {
  format: 'jsonl',
  labels: null,
  annotators: null,
  statuses: null,
  within: 'all',
  rows: 'occurrences',
  text: true,
  folder: false,
};

const storageName = 'export';

/** Labels, annotators and documents are another project's the next time: they are not remembered. */
export function useExportChoice(): readonly [ExportChoice, (changed: Partial<ExportChoice>) => void] {
  const [choice, setChoice] = useState<ExportChoice>(() => ({ ...first, ...remembered() }));
  const change = (changed: Partial<ExportChoice>): void => {
    const next = { ...choice, ...changed };
    const { format, rows, text, folder } = next;
    remember(storageName, JSON.stringify({ format, rows, text, folder }));
    setChoice(next);
  };
  return [choice, change];
}

function remembered(): Partial<ExportChoice> {
  try {
    const kept: unknown = JSON.parse(recall(storageName) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { format, rows, text, folder } = kept as Readonly<Record<string, unknown>>;
    return {
      ...(typeof format === 'string' && format !== '' ? { format } : {}),
      ...(rows === 'occurrences' || rows === 'passages' ? { rows } : {}),
      ...(typeof text === 'boolean' ? { text } : {}),
      ...(typeof folder === 'boolean' ? { folder } : {}),
    };
  } catch {
    return {};
  }
}

/** Where the window is: what “this document” and “this group” mean. */
export interface ExportPlace {
  readonly document: string | null;
  readonly group: string | null;
}

export function choicesOf(choice: ExportChoice, place: ExportPlace): ExportChoices {
  const { format, labels, annotators, statuses, rows, text } = choice;
  return {
    format,
    text,
    scope: {
      rows,
      within: withinOf(choice.within, place),
      ...(labels === null ? {} : { labels: [...labels] }),
      ...(annotators === null ? {} : { annotators: [...annotators] }),
      ...(statuses === null ? {} : { statuses: shownStatuses.filter((status) => statuses.has(status)) }),
    },
  };
}

function withinOf(within: Within, { document, group }: ExportPlace): ExportScope['within'] {
  if (within === 'group' && group !== null) return { type: 'group', group };
  if (within === 'document' && document !== null) return { type: 'document', document };
  return { type: 'all' };
}
