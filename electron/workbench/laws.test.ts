/** The laws of the log, for random acts of two annotators on documents that are copies of one another. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, noRows, type Rows } from '#shared/contract/commit.ts';
import type { Entity } from '#shared/contract/rows.ts';
import { openProjectFile } from '#electron/store/open.ts';
import { systemIdentity } from './clock.ts';
import { createWorkbench } from './create-workbench.ts';
import { openProject } from './open.ts';
import { countingIdentity, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { doAct, randomActs, randomDocuments, visible, type RandomAct } from './testing/random-acts.ts';
import { recount } from './testing/recount.ts';
import type { Workbench } from './workbench.ts';

const runs = { numRuns: 60 };

function countLines(workbench: Workbench): readonly string[] {
  const { labels, documents } = workbench.counts();
  const scopes = [{ document: '', labels }, ...documents];
  return scopes
    .flatMap(({ document, labels: lines }) =>
      lines
        .filter(({ passages, occurrences, pending }) => passages + occurrences + pending > 0)
        .map(
          ({ label, passages, occurrences, pending }) => `${label} ${document} ${passages}·${occurrences}·${pending}`,
        ),
    )
    .toSorted();
}

/**
 * Which document leads a group, who is in it, and how much of a story's fifth copy is known to stand elsewhere hang on the
 * order in which documents came (docs/decisions/0016); what a tag finds does not.
 */
function withoutCollation(workbench: Workbench): string {
  return visible(workbench)
    .replaceAll(/(?:ann|ben)\.variorum/gu, 'x')
    .replaceAll(/"(?:group|leads|containment|shared)": .*/gu, '');
}

function after(acts: readonly RandomAct[], path?: string): Workbench {
  const workbench = projectWith(randomDocuments.slice(0, 2), path);
  for (const act of acts) doAct(workbench, act);
  return workbench;
}

describe('the log', () => {
  test('counts kept up to date act by act are the counts of a naive recount of the log', () => {
    fc.assert(
      fc.property(randomActs, (acts) => {
        const workbench = after(acts);
        expect(countLines(workbench)).toEqual(recount(workbench.log(), workbench.text));
        workbench.close();
      }),
      runs,
    );
  });

  test('a replay makes the very tables that were kept up to date', () => {
    fc.assert(
      fc.property(randomActs, (acts) => {
        const workbench = after(acts);
        expect(workbench.rebuild().differed).toEqual([]);
        workbench.close();
      }),
      runs,
    );
  });

  test('undo takes back any act whole, and redo brings it back whole', () => {
    fc.assert(
      fc.property(randomActs, randomActs, (acts, [act]) => {
        if (act === undefined || act.act === 'undo' || act.act === 'redo') return;
        const workbench = after(acts);
        const before = visible(workbench);
        const length = workbench.log().length;
        doAct(workbench, act);
        if (workbench.log().length === length) return;
        const done = visible(workbench);
        valueOf(workbench.call('history.undo', {}));
        expect(visible(workbench)).toBe(before);
        valueOf(workbench.call('history.redo', {}));
        expect(visible(workbench)).toBe(done);
        workbench.close();
      }),
      runs,
    );
  });

  test('undo goes back to the beginning, also after the project was closed and opened again', () => {
    fc.assert(
      fc.property(randomActs, (acts) => {
        const path = join(temporaryFolder(), 'p.variorum');
        const first = projectWith([], path);
        const empty = visible(first);
        for (const act of acts) doAct(first, act);
        first.close();
        const workbench = valueOf(openProject(path));
        while (workbench.call('history.undo', {}).ok);
        expect(visible(workbench)).toBe(empty);
        workbench.close();
      }),
      runs,
    );
  });

  test('two logs united in either order give the same project', () => {
    fc.assert(
      fc.property(randomActs, randomActs, randomActs, (common, annActs, benActs) => {
        const folder = temporaryFolder();
        const annFile = join(folder, 'ann.variorum');
        const benFile = join(folder, 'ben.variorum');
        after(common, annFile).close();
        copyFileSync(annFile, benFile);
        const identity = countingIdentity(Date.now());
        const ann = valueOf(openProjectFile(annFile, identity));
        const ben = valueOf(openProjectFile(benFile, identity));
        const annBench = createWorkbench(ann, identity);
        const benBench = createWorkbench(ben, identity);
        for (const act of annActs) doAct(annBench, act);
        for (const act of benActs) doAct(benBench, act);
        const annLog = ann.log.since(0);
        const benLog = ben.log.since(0);
        const texts = new Map(
          [...annBench.documents(), ...benBench.documents()].map(({ id, sha256 }) => [
            sha256,
            ann.log.text(sha256) ?? benBench.text(id),
          ]),
        );
        for (const { type, payload } of [...annLog, ...benLog]) {
          if (type !== 'document-imported') continue;
          const { sha256 } = JSON.parse(payload) as { sha256: string };
          texts.set(sha256, ann.log.text(sha256) ?? ben.log.text(sha256) ?? '');
        }
        valueOf(ann.unite({ events: benLog, texts }));
        valueOf(ben.unite({ events: annLog, texts }));
        expect(withoutCollation(annBench)).toBe(withoutCollation(benBench));
        expect(countLines(annBench)).toEqual(recount(annBench.log(), annBench.text));
        expect(ann.unite({ events: benLog, texts })).toEqual({ ok: true, value: null });
        annBench.close();
        benBench.close();
      }),
      runs,
    );
  });

  test('a window that applies every commit holds what a window that reads the project now holds', () => {
    fc.assert(
      fc.property(randomActs, (acts) => {
        const workbench = projectWith(randomDocuments.slice(0, 2));
        const first = valueOf(workbench.call('project.read', {}));
        let rows: Rows = applyChanges(noRows, first.changes);
        let { seq } = first;
        workbench.onCommit((commit) => {
          expect(commit.base).toBe(seq);
          ({ seq } = commit);
          rows = applyChanges(rows, commit.changes);
        });
        for (const act of acts) doAct(workbench, act);
        const last = valueOf(workbench.call('project.read', {}));
        const reads = workbench.documents().map(({ id }) => valueOf(workbench.call('document.read', { document: id })));
        const now = applyChanges(noRows, [...last.changes, ...reads.flatMap(({ changes }) => changes)]);
        expect(sorted(rows)).toEqual(sorted(now));
        workbench.close();
      }),
      runs,
    );
  });

  test('so does one whose copies are found by a job, on a connection of its own, between the acts', () => {
    fc.assert(
      fc.property(randomActs, fc.array(fc.nat({ max: 3 }), { maxLength: 14 }), (acts, steps) => {
        const path = join(temporaryFolder(), 'p.variorum');
        const job = projectWith(randomDocuments.slice(0, 2), path);
        const workbench = valueOf(openProject(path, systemIdentity, 0));
        const first = valueOf(workbench.call('project.read', {}));
        let rows: Rows = applyChanges(noRows, first.changes);
        let { seq } = first;
        workbench.onCommit((commit) => {
          expect([commit.base, commit.seq > seq]).toEqual([seq, true]);
          ({ seq } = commit);
          rows = applyChanges(rows, commit.changes);
        });
        acts.forEach((act, at) => {
          doAct(workbench, act);
          for (let step = steps[at] ?? 0; step > 0; step -= 1) job.settle(1);
        });
        while (!job.settle());
        while (!workbench.catchUp());
        const last = valueOf(workbench.call('project.read', {}));
        const now = sorted(applyChanges(noRows, last.changes));
        expect(last.seq).toBe(seq);
        expect([sorted(rows).document, sorted(rows).collation]).toEqual([now.document, now.collation]);
        workbench.close();
        job.close();
      }),
      runs,
    );
  });

  test('a window that slept through some commits is told just what it missed', () => {
    fc.assert(
      fc.property(randomActs, randomActs, (seen, missed) => {
        const workbench = after(seen);
        const first = valueOf(workbench.call('project.read', {}));
        const before = applyChanges(noRows, first.changes);
        for (const act of missed) doAct(workbench, act);
        const commit = valueOf(workbench.call('changes.since', { seq: first.seq }));
        expect(commit.whole).toBe(false);
        const last = valueOf(workbench.call('project.read', {}));
        const told = applyChanges(before, commit.changes);
        const now = applyChanges(noRows, last.changes);
        for (const entity of ['count', 'document', 'collation', 'history'] as const) {
          expect(sorted(told)[entity]).toEqual(sorted(now)[entity]);
        }
        workbench.close();
      }),
      runs,
    );
  });
});

function sorted(rows: Rows): Readonly<Record<Entity, readonly (readonly [string, unknown])[]>> {
  return Object.fromEntries(
    Object.entries(rows).map(([entity, map]) => [
      entity,
      [...(map as ReadonlyMap<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  ) as unknown as ReturnType<typeof sorted>;
}
