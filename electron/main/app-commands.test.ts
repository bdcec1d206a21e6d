import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportSet } from '#electron/exchange/write.ts';
import { createProject, openProject } from '#electron/workbench/open.ts';
import type { Commit } from '#shared/contract/commit.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { type AppCommand, jobProgressSchema } from '#shared/contract/window-commands.ts';
import { ok } from '#shared/text/result.ts';
import { runAppCommand } from './app-commands.ts';
import { createProjectJobs } from './project-jobs.ts';
import { createProjectOpener } from './project-opener.ts';
import { createProjects, type OpenProject } from './projects.ts';
import { type Answers, fakeDialogs } from './testing/fake-dialogs.ts';
import { startBulkHere } from './testing/fake-bulk.ts';
import { startImportHere } from './testing/fake-import.ts';
import { type FakeWindow, fakeWindow } from './testing/fake-window.ts';
import { seeds, testFolder, valueOf } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
let sample: string;
let app: ReturnType<typeof openApp>;

function openApp() {
  const projects = createProjects({ openProject, log: () => {} });
  const jobs = createProjectJobs({ projects, startImport: startImportHere, startBulk: startBulkHere, log: () => {} });
  const windows: FakeWindow[] = [];
  const recent: string[] = [];
  const createWindow = (project: OpenProject) => {
    const window = fakeWindow(windows.length + 1);
    windows.push(window);
    projects.join(project, window);
    return window;
  };
  const opener = createProjectOpener({ projects, recent: { add: (path) => recent.push(path) }, createWindow });
  const window = valueOf(opener.show(sample)) as FakeWindow;
  const project = projects.projectOf(window.id);
  if (project === null) throw new Error('The sample has no window.');

  const run = async (command: AppCommand, answers: Answers = {}, from: FakeWindow | null = window) => {
    const { dialogs, suggested } = fakeDialogs(answers);
    const provideSample = () => ok(sample);
    const deps = { projects, opener, dialogs, createProject, jobs, exportSet, provideSample };
    return { result: await runAppCommand(deps, command, from), suggested };
  };
  const close = () => {
    for (const { id } of windows) projects.leave(id);
  };
  return { projects, project, windows, window, recent, run, close };
}

beforeEach(() => {
  place = testFolder();
  sample = place.sample();
  app = openApp();
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

describe('import', () => {
  it('counts what was added, was there, and was refused, and names each refused file with the reason', async () => {
    const files = [
      file('new.txt', 'A new article on another matter.'),
      join(seeds, readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? ''),
      file('empty.txt', ''),
      file('photo.jpg', 'no text'),
    ];
    const { result } = await app.run('import-files', { files: [files] });
    const outcome = valueOf(result);
    expect(outcome.message).toBe('1 added, 1 already there, 2 refused');
    expect(outcome.isRefusal).toBeUndefined();
    expect(outcome.details).toHaveLength(3);
    // What was refused comes first.
    expect(outcome.details[2]).toMatch(/^“[^”]+” is in the project already, with the same text\.$/u);
    expect(outcome.details.join('\n')).toContain('“empty.txt” is empty');
    expect(outcome.details.join('\n')).toContain('“photo.jpg” is neither .txt nor .md');
    expect(app.project.workbench.documents()).toHaveLength(6);
  });

  it('tells every window how far it is, and what it brought in', async () => {
    await app.run('import-files', { files: [[file('new.txt', 'A new article on another matter.')]] });
    const told = app.window.sent.filter(({ channel }) => channel === 'variorum:command').map(({ message }) => message);
    expect(told[0]).toMatchObject({ state: 'running', what: 'new.txt', done: 0, total: 1, share: 0 });
    expect(told.at(-1)).toMatchObject({ state: 'ended', what: 'new.txt', done: 1, total: 1, share: 1 });
    for (const message of told) expect(jobProgressSchema.safeParse(message).success).toBe(true);
    const documents = app.window.sent.flatMap(({ channel, message }) =>
      channel === 'variorum:commit' ? (message as Commit).changes.filter(({ entity }) => entity === 'document') : [],
    );
    expect(documents.map(({ row }) => (row as DocumentRow).name)).toEqual(['new.txt']);
  });

  it('of refused files alone changes nothing', async () => {
    const { result } = await app.run('import-files', { files: [[file('empty.txt', '')]] });
    expect(valueOf(result)).toMatchObject({ message: '1 refused', isRefusal: true });
    expect(app.window.sent.filter(({ channel }) => channel === 'variorum:commit')).toEqual([]);
  });

  it('takes JSON Lines in, an article a line, and names every line that is none', async () => {
    const lines = [
      '{"text": "The first article.", "id": "one"}',
      '{"text": ',
      '{"text": "The second article.", "id": "two"}',
    ];
    const { result } = await app.run('import-files', { files: [[file('big.jsonl', lines.join('\n'))]] });
    expect(valueOf(result).message).toBe('2 added, 1 refused');
    expect(valueOf(result).details.join('\n')).toContain('big.jsonl line 2: ');
  });

  it('of many files is one act: one undo takes all of them back', async () => {
    const before = app.project.workbench.documents().length;
    const files = Array.from(
      { length: 450 },
      (_, number) => `{"text": "Article number ${number}.", "id": "a${number}"}`,
    );
    await app.run('import-files', { files: [[file('many.jsonl', files.join('\n'))]] });
    expect(app.project.workbench.documents()).toHaveLength(before + 450);
    valueOf(app.project.workbench.call('history.undo', {}));
    expect(app.project.workbench.documents()).toHaveLength(before);
  });

  it('is refused while another one is under way', async () => {
    const first = app.run('import-files', { files: [[file('new.txt', 'A new article on another matter.')]] });
    await Promise.resolve();
    await Promise.resolve();
    const second = await app.run('import-files', { files: [[file('other.txt', 'Another one.')]] });
    expect(second.result).toMatchObject({
      ok: false,
      error: { message: '“new.txt” is still being imported. Wait until that has ended, or cancel it.' },
    });
    expect(valueOf((await first).result).message).toBe('1 added');
  });

  it('that is cancelled keeps what it has brought in and says so', async () => {
    const importing = app.run('import-files', { files: [[file('new.txt', 'A new article on another matter.')]] });
    await Promise.resolve();
    await Promise.resolve();
    expect((await app.run('cancel-import')).result).toEqual(nothingSaid);
    expect(valueOf((await importing).result).message).toBe('Import cancelled. Nothing was added.');
    expect((await app.run('cancel-import')).result).toMatchObject({ ok: false, error: { type: 'NoJob' } });
  });

  it('given up says nothing', async () => {
    expect((await app.run('import-files', { files: [[]] })).result).toEqual(nothingSaid);
  });
});

describe('export', () => {
  it.each([
    ['export-jsonl', 'jsonl'],
    ['export-csv', 'csv'],
    ['export-w3c', 'jsonld'],
  ] as const)('%s writes the annotations and says what the file cannot hold', async (command, ending) => {
    tagSomething();
    const target = place.file(`out.${ending}`);
    const { result, suggested } = await app.run(command, { targets: [target] });
    const outcome = valueOf(result);
    expect(suggested[0]).toBe(sample.replace(/variorum$/u, ending));
    expect(outcome.message).toMatch(/^1 passage, \d+ occurrences?(?: \(.*\))? written to “out\.\w+”\.$/u);
    expect(outcome.details[0]).toBe(target);
    expect(outcome.details.slice(1).join('\n')).toContain('Not in the file');
    expect(readFileSync(target, 'utf8').length).toBeGreaterThan(100);
  });

  it('replaces what the user agreed to have replaced', async () => {
    const target = file('out.jsonl', 'old');
    valueOf((await app.run('export-jsonl', { targets: [target] })).result);
    expect(readFileSync(target, 'utf8')).not.toBe('old');
  });

  it('never replaces an open project', async () => {
    symlinkSync(sample, place.file('alias.csv'));
    const { result } = await app.run('export-csv', { targets: [place.file('alias.csv')] });
    expect(result).toMatchObject({ ok: false, error: { type: 'ProjectIsOpen' } });
  });

  it('into a folder that is not there says so', async () => {
    const { result } = await app.run('export-csv', { targets: [place.file('none/out.csv')] });
    expect(result).toMatchObject({ ok: false, error: { type: 'ExportFolderMissing' } });
  });

  it('given up writes nothing', async () => {
    expect((await app.run('export-csv', { targets: [null] })).result).toEqual(nothingSaid);
  });
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
