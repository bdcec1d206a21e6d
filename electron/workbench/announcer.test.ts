import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Commit } from '#shared/contract/commit.ts';
import { systemIdentity } from './clock.ts';
import { openProject } from './open.ts';
import { articleOf, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';

const story = 'The mayor said on Tuesday that the purple elephant would be moved to the river before winter comes.';
const one = articleOf('one.txt', `First. ${story}`);
const other = articleOf('other.txt', `Second. ${story}`);

/** A window's workbench, which leaves the finding of copies to a job, and the job. */
function windowAndJob() {
  const path = join(temporaryFolder(), 'p.variorum');
  const job = projectWith([one], path);
  valueOf(job.importDocuments([other]));
  const window = valueOf(openProject(path, systemIdentity, 0));
  const told: Commit[] = [];
  window.onCommit((commit) => told.push(commit));
  const groups = () =>
    told
      .flatMap(({ changes }) => changes)
      .flatMap((change) => (change.entity === 'collation' && change.row !== null ? [change.row] : []))
      .map(({ document, group }) => `${document === job.documents()[0]?.id ? 'one' : 'other'} ${group !== null}`);
  return { job, window, told, groups };
}

test('what a job finds out about copies, without an event, is told to the window as a commit of its own', () => {
  const { job, window, told, groups } = windowAndJob();
  valueOf(window.call('history.undo', {}));
  const [undone] = told;
  told.length = 0;
  expect(job.settle()).toBe(true);
  expect(window.catchUp()).toBe(true);
  expect(groups()).toEqual(['one false']);
  expect(told.map(({ base, seq, whole }) => [base, seq > base, whole])).toEqual([[undone?.seq, true, false]]);
});

test('a window that asks what it has missed is told of it, too', () => {
  const { job, window } = windowAndJob();
  valueOf(window.call('history.undo', {}));
  const { seq } = valueOf(window.call('project.read', {}));
  expect(job.settle()).toBe(true);
  expect(valueOf(window.call('changes.since', { seq })).changes.map(({ entity }) => entity)).toEqual(['collation']);
});

test('nothing is told twice', () => {
  const { job, window, told } = windowAndJob();
  valueOf(window.call('history.undo', {}));
  job.settle();
  window.catchUp();
  told.length = 0;
  expect([window.catchUp(), job.settle(), window.catchUp(), told]).toEqual([true, true, true, []]);
});

test('tables that were made anew are told whole', () => {
  const { job, window, told } = windowAndJob();
  job.rebuild();
  window.catchUp();
  expect(told.map(({ base, seq, whole }) => [seq > base, whole])).toEqual([[true, true]]);
});
