/** Brings chosen files in as documents. */
import type { ImportSummary } from '#electron/jobs/import-summary.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import { err, ok } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { type CommandResult, quietly } from './command-result.ts';
import { counted } from './counted.ts';
import type { Dialogs, FileKind } from './dialog-questions.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { OpenProject } from './projects.ts';

export interface ImportDeps {
  readonly dialogs: Dialogs;
  readonly jobs: Pick<ProjectJobs, 'busy' | 'importFiles' | 'cancelImport'>;
}

const articleKinds: readonly FileKind[] = [
  { name: 'Articles', extensions: ['txt', 'md', 'jsonl', 'ndjson'] },
  { name: 'Text', extensions: ['txt', 'md'] },
  { name: 'JSON Lines', extensions: ['jsonl', 'ndjson'] },
  { name: 'All files', extensions: ['*'] },
];

/** Every article that can be read becomes a document, all in one act; those that cannot are named with the reason. */
export async function importFiles(
  { dialogs, jobs }: ImportDeps,
  window: AppWindow,
  project: OpenProject,
): CommandResult {
  const refused = jobs.busy(project);
  if (refused !== null) return err(refused);
  const question = { title: 'Import files', button: 'Import', kinds: articleKinds, several: true };
  const paths = await dialogs.chooseFiles(window, question);
  if (paths.length === 0) return quietly;
  const imported = await jobs.importFiles(project, paths);
  if (!imported.ok) return imported;
  return imported.value === null ? quietly : ok(importOutcome(imported.value));
}

/** The import that is under way stops after the transaction it is in; its own outcome says how far it came. */
export async function cancelImport({ jobs }: Pick<ImportDeps, 'jobs'>, project: OpenProject): CommandResult {
  if (jobs.cancelImport(project)) return quietly;
  return err({ type: 'NoJob', message: 'Nothing is being imported.' });
}

/** How many sentences a window is given to list. */
const listed = 200;

/**
 * `5 added, 1 already there, 2 refused`, and below it each article that was not added and why; the refused ones first.
 * Where every article was refused, nothing was done.
 */
export function importOutcome(summary: ImportSummary): AppOutcome {
  const { added, there, refused, refusals, remarks, remarked, ending } = summary;
  const parts = [
    [added, 'added'],
    [there, 'already there'],
    [refused, 'refused'],
  ] as const;
  const counts = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');
  const shown = [...refusals.slice(0, listed), ...remarks.slice(0, Math.max(0, listed - refusals.length))];
  const hidden = refused + remarked - shown.length;
  const more = hidden > 0 ? [`… and ${counted(hidden, 'more article', 'more articles')}.`] : [];
  const details = [...shown, ...more];
  if (ending === 'complete') {
    const message = counts === '' ? 'There was nothing to import.' : counts;
    return added + there === 0 ? { message, details, isRefusal: true } : { message, details };
  }
  if (ending === 'cancelled') return { message: cancelledSentence(added, counts), details };
  // The failure's own sentence says what to do; what was added before it is on disk.
  return {
    message: counts === '' ? ending.message : `${ending.message} Before that: ${counts}.`,
    details,
    isRefusal: true,
  };
}

function cancelledSentence(added: number, counts: string): string {
  if (added === 0) return `Import cancelled${counts === '' ? '' : ` (${counts})`}. Nothing was added.`;
  return `Import cancelled: ${counts}. What was added stays; undo takes it back, importing again goes on.`;
}
