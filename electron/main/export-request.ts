/** Writes what was annotated in the form another program reads. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { isSetFormatName, setFormats, type SetFormatName } from '#electron/exchange/set/catalogue.ts';
import type { SetFormat } from '#electron/exchange/set/format.ts';
import type { ExportEnding } from '#electron/jobs/exchange-messages.ts';
import { unknownFormat } from '#electron/workbench/handlers/export-preview.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import { err, ok } from '#shared/text/result.ts';
import type { Answering, AppRequestDeps, Asking } from './app-requests.ts';
import { quietly } from './command-result.ts';
import { counted } from './counted.ts';
import { openProjectFailure } from './project-commands.ts';

type Deps = Pick<AppRequestDeps, 'dialogs' | 'projects' | 'jobs'>;

/** Asks where to, writes, and says how much was written and what the file cannot hold. */
export async function exportProject(deps: Deps, asking: Asking<'export'>): Answering<'export'> {
  const { project, input } = asking;
  const { choices } = input;
  if (!isSetFormatName(choices.format)) return err(unknownFormat(choices.format));
  const refused = deps.jobs.busy(project);
  if (refused !== null) return err(refused);
  const path = await targetOf(deps, asking, choices.format);
  if (path === null) return quietly;
  if (deps.projects.openAt(path) !== null) return err(openProjectFailure(path));
  const ending = await deps.jobs.exchange(project, { type: 'export', choices, path }, basename(path));
  if (!ending.ok) return ending.error.type === 'ExportCancelled' ? ok(cancelled(ending.error.message)) : ending;
  if (ending.value.type !== 'export') throw new Error('An export ended as something else.');
  return ok(exportOutcome(path, ending.value));
}

async function targetOf(
  { dialogs }: Deps,
  { input, window, project }: Asking<'export'>,
  name: SetFormatName,
): Promise<string | null> {
  const format = setFormats[name];
  const own = basename(project.path, extname(project.path));
  const question = { title: `Export as ${format.title}`, button: 'Export' };
  if (format.layout === 'files' && input.folder) {
    const folder = await dialogs.chooseFolder(window, question);
    return folder === null ? null : freeFolder(folder, `${own} (${name})`);
  }
  const extensions = extensionsOf(format);
  return dialogs.chooseTarget(window, {
    ...question,
    suggested: join(dirname(project.path), `${own}${format.layout === 'files' ? ` (${name})` : ''}.${extensions[0]}`),
    kind: { name: format.layout === 'files' ? `${format.title}, packed` : format.title, extensions },
  });
}

function extensionsOf({ layout, endings }: SetFormat): readonly [string, ...string[]] {
  if (layout === 'files') return ['zip'];
  const [usual, ...others] = endings;
  return [usual.slice(1), ...others.map((ending) => ending.slice(1))];
}

/** The folder itself where it is empty, else a new one in it: nothing is mixed with what lies there. */
function freeFolder(folder: string, name: string): string {
  if (isEmpty(folder)) return folder;
  for (let number = 1; ; number += 1) {
    const free = join(folder, number === 1 ? name : `${name} ${number}`);
    if (statSync(free, { throwIfNoEntry: false }) === undefined) return free;
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    // Whoever writes there says what is wrong with it.
    return true;
  }
}

function exportOutcome(path: string, { annotations, occurrences, losses }: ExportEnding): AppOutcome {
  const counts = `${counted(annotations, 'annotation')}, ${counted(occurrences, 'occurrence')}`;
  return { message: `${counts} written to “${basename(path)}”.`, details: [path, ...losses] };
}

function cancelled(message: string): AppOutcome {
  return { message, details: [] };
}
