import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { ok } from '#shared/text/result.ts';
import { openFakeApp } from './testing/fake-app.ts';
import { testFolder, valueOf } from './testing/test-folder.ts';

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

const nothingSaid = ok({ message: null, details: [] });
const file = (name: string, text: string) => {
  writeFileSync(place.file(name), text);
  return place.file(name);
};

function tagSomething(): void {
  const { workbench } = app.project;
  const document = workbench.documents()[0]?.id ?? '';
  const label = valueOf(workbench.call('project.read', {})).changes.find(({ entity }) => entity === 'label')?.key;
  const quote = workbench.text(document).slice(0, 30);
  valueOf(workbench.call('annotation.tag', { document, span: { start: 0, end: 30 }, quote, label }));
}

it('where nothing is under way there is nothing to cancel, and that is said', async () => {
  expect((await app.run('cancel-job')).result).toMatchObject({ ok: false, error: { type: 'NoJob' } });
});

describe('a copy', () => {
  it('holds the whole project', async () => {
    tagSomething();
    const target = place.file('copy.variorum');
    const { result, suggested } = await app.run('save-copy', { targets: [target] });
    expect(valueOf(result)).toEqual({ message: 'A copy was saved as “copy.variorum”.', details: [target] });
    expect(suggested[0]).toBe(sample.replace('.variorum', ' copy.variorum'));
    const copy = valueOf(openProject(target));
    expect(copy.annotations()).toHaveLength(1);
    copy.close();
  });

  it.each([(path: string) => path, (path: string) => path.replace('Five', '../Variorum/Five')])(
    'is not saved over the project itself',
    async (spell) => {
      const { result } = await app.run('save-copy', { targets: [spell(sample)] });
      expect(result).toMatchObject({ ok: false, error: { type: 'ProjectIsOpen' } });
      expect(app.project.workbench.documents()).toHaveLength(5);
    },
  );
});

describe('projects', () => {
  it('new ones are made where the user says, and open', async () => {
    const target = place.file('Carter.variorum');
    expect((await app.run('new-project', { targets: [target] })).result).toEqual(nothingSaid);
    expect(app.projects.openAt(target)?.workbench.overview().documents).toBe(0);
    expect(app.windows).toHaveLength(2);
    expect(app.recent.at(-1)).toBe(target);
  });

  it('new ones never replace a file', async () => {
    const target = file('mine.variorum', 'something');
    const { result } = await app.run('new-project', { targets: [target] });
    expect(result).toMatchObject({ ok: false, error: { type: 'ProjectExists' } });
    expect(readFileSync(target, 'utf8')).toBe('something');
  });

  it('that cannot be opened are said to be so', async () => {
    const { result } = await app.run('open-project', { files: [[file('notes.variorum', 'not a project at all')]] });
    expect(result).toMatchObject({ ok: false, error: { type: 'NotSqlite' } });
    expect(app.windows).toHaveLength(1);
  });

  it('that are open come to the front', async () => {
    await app.run('open-sample');
    await app.run('open-project', { files: [[sample]] });
    expect(app.window.acts).toEqual(['focus', 'focus']);
    expect(app.windows).toHaveLength(1);
  });

  it('can have a second window', async () => {
    await app.run('new-window');
    expect(app.project.windows.size).toBe(2);
  });

  it('are left by closing the window', async () => {
    await app.run('close-window');
    expect(app.window.acts).toEqual(['close']);
  });

  it('can be opened from the menu without a window; what needs a project does nothing there', async () => {
    expect((await app.run('save-copy', {}, null)).result).toEqual(nothingSaid);
    await app.run('open-project', { files: [[sample]] }, null);
    expect(app.window.acts).toEqual(['focus']);
    expect(existsSync(place.file('copy.variorum'))).toBe(false);
  });
});
