import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { ok } from '#shared/text/result.ts';
import { openFirstProject } from './first-project.ts';
import { createProjectOpener } from './project-opener.ts';
import { createProjects } from './projects.ts';
import { type Answers, fakeDialogs } from './testing/fake-dialogs.ts';
import { fakeWindow } from './testing/fake-window.ts';
import { testFolder } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
let sample: string;
let closeAll: (() => void)[] = [];

beforeEach(() => {
  place = testFolder();
  sample = place.sample();
});
afterEach(() => {
  for (const close of closeAll) close();
  closeAll = [];
  place.remove();
});

/** Starts the app with what it remembers and what it is told, and says which projects it opened. */
async function start({ argument = null, last, ...answers }: Answers & { argument?: string | null; last?: string }) {
  const projects = createProjects({ openProject, log: () => {} });
  const opened: string[] = [];
  let id = 0;
  const opener = createProjectOpener({
    projects,
    recent: { add: (path) => opened.push(path) },
    createWindow: (project) => {
      const window = fakeWindow(++id);
      projects.join(project, window);
      closeAll.push(() => projects.leave(window.id));
      return window;
    },
  });
  const { dialogs, asked } = fakeDialogs(answers);
  const recent = { list: () => (last === undefined ? [] : [last]) };
  const window = await openFirstProject({ opener, recent, dialogs, provideSample: () => ok(sample) }, argument);
  return { opened, asked, window };
}

describe('the first project', () => {
  it('is the sample at the first start', async () => {
    const { opened, asked } = await start({});
    expect(opened).toEqual([sample]);
    expect(asked).toEqual([]);
  });

  it('is the last one later', async () => {
    const mine = place.file('mine.variorum');
    copyFileSync(sample, mine);
    expect((await start({ last: mine })).opened).toEqual([mine]);
  });

  it('is the one the command line names, before all others', async () => {
    const mine = place.file('mine.variorum');
    copyFileSync(sample, mine);
    expect((await start({ argument: mine, last: sample })).opened).toEqual([mine]);
  });

  it('is the sample where the last one is gone, with a word that names it', async () => {
    const gone = place.file('gone.variorum');
    const { opened, asked, window } = await start({ last: gone, buttons: [0] });
    expect(opened).toEqual([sample]);
    expect(window).not.toBeNull();
    expect(asked[0]?.message).toBe('“gone.variorum” is not where it was.');
    expect(asked[0]?.detail).toContain(gone);
  });

  it('that is not there is said, and the sample can be had instead', async () => {
    const { opened, asked } = await start({ argument: place.file('typo.variorum'), buttons: [1] });
    expect(asked[0]?.message).toBe('“typo.variorum” was not opened.');
    expect(opened).toEqual([sample]);
  });

  it('that is no project is said, and another can be chosen', async () => {
    const notes = place.file('notes.variorum');
    writeFileSync(notes, 'Dear diary, this is no project file but a page of text.');
    const { opened, asked } = await start({ last: notes, buttons: [0], files: [[sample]] });
    expect(asked[0]?.detail).toContain('notes.variorum');
    expect(opened).toEqual([sample]);
  });

  it('is asked for again where the user gives up choosing or chooses badly', async () => {
    const gone = place.file('gone.variorum');
    const typo = place.file('typo.variorum');
    const { opened, asked } = await start({ argument: typo, buttons: [0, 0, 1], files: [[], [gone]] });
    expect(asked.map(({ message }) => message)).toEqual([
      '“typo.variorum” was not opened.',
      '“typo.variorum” was not opened.',
      '“gone.variorum” was not opened.',
    ]);
    expect(opened).toEqual([sample]);
  });

  it('is none where the user quits', async () => {
    const { opened, window } = await start({ argument: place.file('typo.variorum'), buttons: [2] });
    expect(window).toBeNull();
    expect(opened).toEqual([]);
  });

  it('is asked for where even the sample cannot be opened', async () => {
    rmSync(sample);
    writeFileSync(sample, 'not a project any more');
    const { asked, window } = await start({ buttons: [2] });
    expect(asked[0]?.message).toBe('“Five articles.variorum” was not opened.');
    expect(window).toBeNull();
  });
});
