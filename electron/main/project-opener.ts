/** Brings a project to the screen. */
import type { Failure } from '#shared/contract/failure.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import type { OpenProject, Projects } from './projects.ts';
import type { RecentProjects } from './recent-projects.ts';

export interface ProjectOpener {
  /** The project at `path`: its window comes to the front, or a first one is made. */
  readonly show: (path: string) => Result<AppWindow, Failure>;
  /** One more window of a project. */
  readonly addWindow: (project: OpenProject) => AppWindow;
}

export interface ProjectOpenerDeps {
  readonly projects: Projects;
  readonly recent: Pick<RecentProjects, 'add'>;
  /** Makes a window, joins it to the project, and sees to it that it leaves when it is closed. */
  readonly createWindow: (project: OpenProject) => AppWindow;
}

export function createProjectOpener({ projects, recent, createWindow }: ProjectOpenerDeps): ProjectOpener {
  return {
    show(path) {
      const opened = projects.open(path);
      if (!opened.ok) return opened;
      const project = opened.value;
      recent.add(project.path);
      const shown = [...project.windows].at(-1);
      if (shown !== undefined) {
        shown.focus();
        return ok(shown);
      }
      try {
        return ok(createWindow(project));
      } catch (error) {
        projects.release(project);
        throw error;
      }
    },
    addWindow: createWindow,
  };
}
