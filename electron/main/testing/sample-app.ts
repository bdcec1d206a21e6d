/** What the tests of commands and requests start from: the app on the sample project, in a folder of its own. */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { jobProgressSchema, type JobProgress } from '#shared/contract/window-commands.ts';
import { ok } from '#shared/text/result.ts';
import { openFakeApp } from './fake-app.ts';
import { testFolder, valueOf } from './test-folder.ts';

/** The answer of what the user gave up, or what says nothing. */
export const nothingSaid = ok({ message: null, details: [] });

/** Opens the app before every test of the file that calls this, and throws it away after each. */
export function sampleApp() {
  let place: ReturnType<typeof testFolder>;
  let sample: string;
  let app: ReturnType<typeof openFakeApp>;

  beforeEach(() => {
    place = testFolder();
    sample = place.sample();
    app = openFakeApp(sample);
  });
  afterEach(() => {
    app.close();
    place.remove();
  });

  return {
    get app() {
      return app;
    },
    /** The folder, with the sample in it. */
    get place() {
      return place;
    },
    /** The sample's path. */
    get sample() {
      return sample;
    },
    /** Writes a file into the folder. @returns its path */
    file: (name: string, text: string): string => {
      writeFileSync(place.file(name), text);
      return place.file(name);
    },
    /** Tags the first thirty characters of the first document with the first label. */
    tagSomething: (): void => {
      const { workbench } = app.project;
      const document = workbench.documents()[0]?.id ?? '';
      const label = valueOf(workbench.call('project.read', {})).changes.find(({ entity }) => entity === 'label')?.key;
      const quote = workbench.text(document).slice(0, 30);
      valueOf(workbench.call('annotation.tag', { document, span: { start: 0, end: 30 }, quote, label }));
    },
    /** What the window is told of jobs. */
    told: (): readonly JobProgress[] =>
      app.window.sent.flatMap(({ channel, message }) =>
        channel === 'variorum:command' ? [jobProgressSchema.parse(message)] : [],
      ),
  };
}
