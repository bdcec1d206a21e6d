import { err } from '#shared/text/result.ts';
import { type CommandResult, quietly } from './command-result.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { OpenProject } from './projects.ts';

/** The import or export that is under way stops; its own outcome says how far it came. */
export async function cancelJob(
  { jobs }: { readonly jobs: Pick<ProjectJobs, 'cancelJob'> },
  project: OpenProject,
): CommandResult {
  if (jobs.cancelJob(project)) return quietly;
  return err({ type: 'NoJob', message: 'Nothing is being imported or exported.' });
}
