import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { nothingSaid, sampleApp } from './testing/sample-app.ts';
import { valueOf } from './testing/test-folder.ts';

const here = sampleApp();

it('where nothing is under way there is nothing to cancel, and that is said', async () => {
  expect((await here.app.run('cancel-job')).result).toMatchObject({ ok: false, error: { type: 'NoJob' } });
});

describe('a copy', () => {
  it('holds the whole project', async () => {
    here.tagSomething();
    const target = here.place.file('copy.variorum');
    const { result, suggested } = await here.app.run('save-copy', { targets: [target] });
    expect(valueOf(result)).toEqual({ message: 'A copy was saved as “copy.variorum”.', details: [target] });
    expect(suggested[0]).toBe(here.sample.replace('.variorum', ' copy.variorum'));
    const copy = valueOf(openProject(target));
    expect(copy.annotations()).toHaveLength(1);
    copy.close();
  });

  it.each([(path: string) => path, (path: string) => path.replace('Five', '../Variorum/Five')])(
    'is not saved over the project itself',
    async (spell) => {
      const { result } = await here.app.run('save-copy', { targets: [spell(here.sample)] });
      expect(result).toMatchObject({ ok: false, error: { type: 'ProjectIsOpen' } });
      expect(here.app.project.workbench.documents()).toHaveLength(5);
    },
  );
});

describe('projects', () => {
  it('new ones are made where the user says, and open', async () => {
    const target = here.place.file('Carter.variorum');
    expect((await here.app.run('new-project', { targets: [target] })).result).toEqual(nothingSaid);
    expect(here.app.projects.openAt(target)?.workbench.overview().documents).toBe(0);
    expect(here.app.windows).toHaveLength(2);
    expect(here.app.recent.at(-1)).toBe(target);
  });

  it('new ones never replace a file', async () => {
    const target = here.file('mine.variorum', 'something');
    const { result } = await here.app.run('new-project', { targets: [target] });
    expect(result).toMatchObject({ ok: false, error: { type: 'ProjectExists' } });
    expect(readFileSync(target, 'utf8')).toBe('something');
  });

  it('that cannot be opened are said to be so', async () => {
    const { result } = await here.app.run('open-project', {
      files: [[here.file('notes.variorum', 'not a project at all')]],
    });
    expect(result).toMatchObject({ ok: false, error: { type: 'NotSqlite' } });
    expect(here.app.windows).toHaveLength(1);
  });

  it('that are open come to the front', async () => {
    await here.app.run('open-sample');
    await here.app.run('open-project', { files: [[here.sample]] });
    expect(here.app.window.acts).toEqual(['focus', 'focus']);
    expect(here.app.windows).toHaveLength(1);
  });

  it('can have a second window', async () => {
    await here.app.run('new-window');
    expect(here.app.project.windows.size).toBe(2);
  });

  it('are left by closing the window', async () => {
    await here.app.run('close-window');
    expect(here.app.window.acts).toEqual(['close']);
  });

  it('can be opened from the menu without a window; what needs a project does nothing there', async () => {
    expect((await here.app.run('save-copy', {}, null)).result).toEqual(nothingSaid);
    await here.app.run('open-project', { files: [[here.sample]] }, null);
    expect(here.app.window.acts).toEqual(['focus']);
    expect(existsSync(here.place.file('copy.variorum'))).toBe(false);
  });
});
