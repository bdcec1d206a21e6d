/** Writes what was annotated in the form another program reads. */
import { basename, dirname, extname, join } from 'node:path';
import type { ExportFormatName, exportSet } from '#electron/exchange/write.ts';
import { lossSentence } from '#electron/exchange/loss.ts';
import type { Counts } from '#electron/workbench/workbench.ts';
import type { AppCommand } from '#shared/contract/window-commands.ts';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { err, ok } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { type CommandResult, quietly } from './command-result.ts';
import { counted } from './counted.ts';
import type { Dialogs, FileKind } from './dialog-questions.ts';
import { openProjectFailure } from './project-commands.ts';
import type { OpenProject, Projects } from './projects.ts';

export type ExportSet = typeof exportSet;
export type ExportCommand = Extract<AppCommand, `export-${string}`>;

const targets: Readonly<Record<ExportCommand, { readonly format: ExportFormatName; readonly kind: FileKind }>> = {
  'export-jsonl': { format: 'jsonl', kind: { name: 'JSON Lines', extensions: ['jsonl'] } },
  'export-csv': { format: 'csv', kind: { name: 'CSV', extensions: ['csv'] } },
  'export-w3c': { format: 'w3c', kind: { name: 'Web Annotation', extensions: ['jsonld', 'json'] } },
};

export interface ExportDeps {
  readonly dialogs: Dialogs;
  readonly projects: Pick<Projects, 'openAt' | 'during'>;
  readonly exportSet: ExportSet;
}

/** The outcome counts as the window does, and says in its details where it is and what it cannot hold. */
export async function exportProject(
  { dialogs, projects, exportSet: write }: ExportDeps,
  command: ExportCommand,
  window: AppWindow,
  project: OpenProject,
): CommandResult {
  const { format, kind } = targets[command];
  const name = basename(project.path, extname(project.path));
  const path = await dialogs.chooseTarget(window, {
    title: `Export as ${kind.name}`,
    button: 'Export',
    suggested: join(dirname(project.path), `${name}.${kind.extensions[0]}`),
    kind,
  });
  if (path === null) return quietly;
  if (projects.openAt(path) !== null) return err(openProjectFailure(path));
  const act = async (): CommandResult => {
    // The dialog asked before an existing file is replaced.
    const set = project.workbench.annotatedSet();
    const written = write(set, format, path, { overwrite: true });
    if (!written.ok) return err({ type: written.error.type, message: written.error.message });
    const message = `${writtenCounts(set, project.workbench.counts())} written to “${basename(path)}”.`;
    return ok({ message, details: [path, ...written.value.losses.map(lossSentence)] });
  };
  return (await projects.during(project, act)) ?? quietly;
}

/** `1 passage, 3 occurrences (and 1 detached)`: what counts, by the numbers on the screen, and what is written besides. */
function writtenCounts(set: AnnotatedSet, counts: Counts): string {
  const occurrences = set.annotations.flatMap((annotation) => annotation.occurrences);
  const passages = counts.labels.reduce((sum, label) => sum + label.passages, 0);
  const counting = counts.labels.reduce((sum, label) => sum + label.occurrences, 0);
  const detached = occurrences.filter(({ status }) => status === 'detached').length;
  const pending = occurrences.filter(({ status, counted: isCounted }) => !isCounted && status !== 'detached').length;
  const besides = [
    ...(detached > 0 ? [`${detached} detached`] : []),
    ...(pending > 0 ? [`${pending} to look at`] : []),
  ];
  const more = besides.length === 0 ? '' : ` (and ${besides.join(', ')})`;
  return `${counted(passages, 'passage')}, ${counted(counting, 'occurrence')}${more}`;
}
