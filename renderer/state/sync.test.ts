import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Commit, Rows } from '#shared/contract/commit.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { ok } from '#shared/text/result.ts';
import type { Mirror } from './mirror.ts';
import {
  annotationChange,
  annotationRow,
  bridgeTo,
  createProject,
  documentChange,
  documentRow,
  occurrenceChange,
  occurrenceRow,
  type Project,
} from './project.fixture.ts';
import { createSync, type SyncBridge } from './sync.ts';

const documents = ['d0', 'd1', 'd2'];

/** Something happens in the project, or the window asks for a document. */
type Step =
  | { readonly type: 'act'; readonly act: Act; readonly fate: 'sent' | 'lost' | 'twice' | 'whole' }
  | { readonly type: 'read'; readonly document: string };

interface Act {
  readonly type: 'tag' | 'note' | 'judge' | 'remove' | 'library';
  readonly annotation: string;
  readonly document: string;
  readonly copies: readonly string[];
  readonly words: string;
}

const act: fc.Arbitrary<Act> = fc.record({
  type: fc.constantFrom('tag', 'tag', 'tag', 'note', 'judge', 'remove', 'library'),
  annotation: fc.constantFrom('a', 'b', 'c'),
  document: fc.constantFrom(...documents),
  copies: fc.subarray([...documents]),
  words: fc.constantFrom('', 'why'),
});

/** The rows that change by an act, and no others, as the workbench would broadcast them. */
function changesOf(rows: Rows, { type, annotation, document, copies, words }: Act): readonly Change[] {
  const known = rows.annotation.get(annotation);
  const own = [...rows.occurrence.values()].filter((row) => row.annotation === annotation);
  switch (type) {
    case 'tag':
      // A copy of a passage that bears the label already joins the annotation: nothing else of it changes.
      if (known !== undefined) return [occurrenceChange(occurrenceRow(annotation, document, 0, words))];
      return [
        annotationChange(annotation, { ...annotationRow(annotation, words), document }),
        ...[...new Set([document, ...copies])].map((id) => occurrenceChange(occurrenceRow(annotation, id, 0))),
      ];
    case 'note':
      return known === undefined ? [] : [annotationChange(annotation, { ...known, note: words })];
    case 'judge':
      return own.slice(0, 1).map((row) => occurrenceChange({ ...row, reason: words }));
    case 'remove':
      return [annotationChange(annotation, null), ...own.map((row) => occurrenceChange(row, true))];
    case 'library':
      return [documentChange(documentRow(document, `${document} again`))];
  }
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('act' as const),
      act,
      fate: fc.constantFrom('sent', 'sent', 'sent', 'lost', 'twice', 'whole'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('read' as const), document: fc.constantFrom(...documents) }) },
);

/** Everything the mirror says must be so at its head. */
function expectTrue(mirror: Mirror, project: Project): void {
  const rows = project.rowsAt(mirror.seq);
  for (const entity of ['document', 'annotation', 'occurrence'] as const) {
    for (const [key, row] of mirror.rows[entity]) expect(rows[entity].get(key), `${entity} ${key}`).toEqual(row);
  }
  if (mirror.rest === null) expect(mirror.rows.document).toEqual(rows.document);
}

/** The annotations that have an occurrence in the document, and all of their occurrences: what its reading brings. */
function rowsOf({ annotation, occurrence }: Pick<Rows, 'annotation' | 'occurrence'>, document: string) {
  const here = new Set(
    [...occurrence.values()].filter((row) => row.document === document).map((row) => row.annotation),
  );
  return {
    annotations: [...annotation.keys()].filter((id) => here.has(id)).toSorted(),
    occurrences: [...occurrence]
      .filter(([, row]) => here.has(row.annotation))
      .map(([key]) => key)
      .toSorted(),
  };
}

describe('the mirror', () => {
  it('holds at every moment what was so at its head, and in the end what is so: whatever is late, lost or twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 3 }),
        fc.array(step, { maxLength: 14 }),
        fc.constantFrom(2, Number.POSITIVE_INFINITY),
        fc.constantFrom(1, 2, Number.POSITIVE_INFINITY),
        fc.scheduler(),
        async (earlier, steps, patience, told, scheduler) => {
          const project = createProject(
            documents.map((id) => documentRow(id)),
            patience,
            told,
          );
          for (const done of earlier) project.commit(changesOf(project.rowsAt(project.seq()), done));
          const direct = bridgeTo(project);
          const failures: Failure[] = [];
          const bridge: SyncBridge = {
            // The question reaches the workbench at some later time, and its answer the window at another.
            call: async (method, input) => {
              await scheduler.schedule(Promise.resolve(), `ask ${method}`);
              const answer = await direct.call(method, input);
              await scheduler.schedule(Promise.resolve(), `answer ${method}`);
              return answer;
            },
            onCommit: direct.onCommit,
          };
          const sync = createSync(bridge, (failure) => failures.push(failure));
          const read = new Set<string>();
          const wrong: unknown[] = [];
          sync.store.subscribe((mirror) => {
            try {
              expectTrue(mirror, project);
            } catch (error) {
              wrong.push(error);
            }
          });
          const deliver = (commit: Commit): void => {
            void scheduler.schedule(Promise.resolve(), `commit ${commit.seq}`).then(() => direct.broadcast(commit));
          };

          const started = sync.start();
          const readings: Promise<unknown>[] = [];
          const walk = async (): Promise<void> => {
            await started;
            for (const next of steps) {
              await scheduler.schedule(Promise.resolve(), next.type);
              if (next.type === 'read') {
                sync.holdDocument(next.document);
                readings.push(sync.readDocument(next.document).then(() => read.add(next.document)));
              } else {
                const changes = changesOf(project.rowsAt(project.seq()), next.act);
                const commit = project.commit(changes, next.fate === 'whole');
                if (next.fate !== 'lost') deliver(commit);
                if (next.fate === 'twice') deliver(commit);
              }
            }
            await Promise.all(readings);
            // The next commit shows what was lost.
            deliver(project.commit([]));
          };
          await scheduler.waitFor(walk());
          await scheduler.waitIdle();

          const mirror = sync.store.getState();
          expect([mirror.seq, mirror.rest]).toEqual([project.seq(), null]);
          expect(wrong).toEqual([]);
          expect(failures).toEqual([]);
          const { annotation, occurrence } = project.rowsAt(project.seq());
          for (const document of read) {
            expect(mirror.documents.has(document)).toBe(true);
            expect(rowsOf(mirror.rows, document)).toEqual(rowsOf({ annotation, occurrence }, document));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('asks once for what a gap has cost, and tells where that fails', async () => {
    const project = createProject([documentRow('d0')]);
    const direct = bridgeTo(project);
    const asked: string[] = [];
    const failure: Failure = { type: 'Gone', message: 'The project is gone.' };
    const failures: Failure[] = [];
    const sync = createSync(
      {
        onCommit: direct.onCommit,
        call: async (method, input) => {
          asked.push(method);
          return method === 'changes.since' ? { ok: false, error: failure } : direct.call(method, input);
        },
      },
      (told) => failures.push(told),
    );
    await sync.start();
    project.commit([]);
    direct.broadcast(project.commit([]));
    await expect.poll(() => failures).toHaveLength(1);
    expect([asked, failures]).toEqual([['project.read', 'changes.since'], [failure]]);
  });

  it('reads a document once, and again only when the library rests after something happened to it', async () => {
    const project = createProject([documentRow('d0')]);
    const direct = bridgeTo(project);
    let readings = 0;
    let rest = (): void => undefined;
    const sync = createSync(
      {
        onCommit: direct.onCommit,
        call: async (method, input) => {
          if (method === 'document.read') readings += 1;
          return direct.call(method, input);
        },
      },
      () => undefined,
      (act) => {
        rest = act;
        return () => undefined;
      },
    );
    await sync.start();
    sync.holdDocument('d0');
    await Promise.all([sync.readDocument('d0'), sync.readDocument('d0')]);
    await sync.readDocument('d0');
    expect(readings).toBe(1);
    direct.broadcast(project.commit([documentChange(documentRow('d1'))]));
    direct.broadcast(project.commit([documentChange(documentRow('d2'))]));
    await sync.readDocument('d0');
    expect(readings).toBe(1);
    rest();
    await sync.readDocument('d0');
    await Promise.resolve();
    expect(readings).toBe(2);
  });

  it('reads again where, during a reading, a copy joined an annotation made elsewhere', async () => {
    const project = createProject([documentRow('d0'), documentRow('d1')]);
    const made = { ...annotationRow('a'), document: 'd1' };
    project.commit([annotationChange('a', made), occurrenceChange(occurrenceRow('a', 'd1', 0))]);
    const direct = bridgeTo(project);
    let readings = 0;
    const sync = createSync(
      {
        onCommit: direct.onCommit,
        call: async (method, input) => {
          const answer = await direct.call(method, input);
          if (method === 'document.read') {
            readings += 1;
            if (readings === 1) direct.broadcast(project.commit([occurrenceChange(occurrenceRow('a', 'd0', 0))]));
          }
          return answer;
        },
      },
      () => undefined,
    );
    await sync.start();
    await sync.readDocument('d0');
    const { rows, index } = sync.store.getState();
    expect([rows.annotation.has('a'), [...(index.byAnnotation.get('a')?.keys() ?? [])]]).toEqual([
      true,
      ['a/d1/0', 'a/d0/0'],
    ]);
  });

  it('reads the rest of the library again at the next commit where that has failed', async () => {
    const project = createProject(
      documents.map((id) => documentRow(id)),
      Number.POSITIVE_INFINITY,
      1,
    );
    const direct = bridgeTo(project);
    const failure: Failure = { type: 'ProjectBusy', message: 'Try again in a moment.' };
    const failures: Failure[] = [];
    let isBusy = true;
    const sync = createSync(
      {
        onCommit: direct.onCommit,
        call: async (method, input) =>
          method === 'library.read' && isBusy ? { ok: false, error: failure } : direct.call(method, input),
      },
      (told) => failures.push(told),
    );
    await sync.start();
    await expect.poll(() => failures).toEqual([failure]);
    expect([...sync.store.getState().rows.document.keys()]).toEqual(['d0']);
    isBusy = false;
    direct.broadcast(project.commit([]));
    await expect.poll(() => sync.store.getState().rest).toBeNull();
    expect([...sync.store.getState().rows.document.keys()]).toEqual(documents);
    expect(failures).toEqual([failure]);
  });

  it('passes a refusal to read on', async () => {
    const refusal: Failure = { type: 'UnknownDocument', message: 'No such document.' };
    const direct = bridgeTo(createProject([]));
    const sync = createSync(
      {
        onCommit: direct.onCommit,
        call: async (method, input) =>
          method === 'document.read' ? { ok: false, error: refusal } : direct.call(method, input),
      },
      () => undefined,
    );
    expect(await sync.start()).toEqual(ok(null));
    expect(await sync.readDocument('d9')).toEqual({ ok: false, error: refusal });
  });
});
