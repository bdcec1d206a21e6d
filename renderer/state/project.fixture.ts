/** A small project that lives in memory and answers as the workbench does, for tests of the window's state. */
import type { Bridge } from '#shared/contract/bridge.ts';
import { applyChanges, noRows, type Change, type Commit, type Rows } from '#shared/contract/commit.ts';
import type { Method, MethodInput, MethodOutput, ReadDocument } from '#shared/contract/methods.ts';
import { occurrenceKey, type AnnotationRow, type DocumentRow, type OccurrenceRow } from '#shared/contract/rows.ts';
import { ok } from '#shared/text/result.ts';

export function documentRow(id: string, name = id): DocumentRow {
  return { id, name, title: `Title of ${name}`, length: 100, sha256: '', source: '', date: '', author: '', url: '' };
}

export function annotationRow(id: string, note = ''): AnnotationRow {
  return { id, label: 'claim', annotator: 'Ann', note, passage: id, document: 'd0', start: 0, end: 5 };
}

export function occurrenceRow(annotation: string, document: string, start: number, reason = ''): OccurrenceRow {
  return { annotation, document, start, end: start + 5, status: 'exact', coverage: 1, verdict: null, reason };
}

export function annotationChange(id: string, row: AnnotationRow | null): Change {
  return { entity: 'annotation', key: id, row };
}

export function occurrenceChange(row: OccurrenceRow, gone = false): Change {
  return { entity: 'occurrence', key: occurrenceKey(row), row: gone ? null : row };
}

export function documentChange(row: DocumentRow): Change {
  return { entity: 'document', key: row.id, row };
}

/** Every state the project has been in: `rowsAt(seq)` is what was so after commit `seq`. */
export interface Project {
  readonly seq: () => number;
  readonly rowsAt: (seq: number) => Rows;
  /** Commits changes and gives what is broadcast; a `whole` commit says everything as the workbench would. */
  readonly commit: (changes: readonly Change[], whole?: boolean) => Commit;
  /** What the workbench answers now. */
  readonly answer: (method: Method, input: unknown) => MethodOutput<Method>;
  /** How long an answer to `changes.since` stays short enough to be told commit by commit. */
  readonly patience: number;
}

/** @param told how many documents a whole commit or a reading of the library tells */
export function createProject(
  documents: readonly DocumentRow[],
  patience = Number.POSITIVE_INFINITY,
  told = Number.POSITIVE_INFINITY,
): Project {
  const history: Rows[] = [
    applyChanges(
      noRows,
      documents.map((row) => documentChange(row)),
    ),
  ];
  const commits: (readonly Change[])[] = [];
  const seq = (): number => commits.length;
  const rowsAt = (at: number): Rows => history[at] ?? noRows;

  function wholeCommit(): Commit {
    const rows = rowsAt(seq());
    const changes = (['project', 'collation', 'label', 'count', 'history'] as const).flatMap((entity) =>
      [...rows[entity]].map(([key, row]) => ({ entity, key, row }) as Change),
    );
    const { changes: library, ...rest } = libraryPart('');
    return { base: 0, seq: seq(), changes: [...changes, ...library], whole: true, ...rest };
  }

  function libraryPart(after: string): { readonly changes: readonly Change[]; readonly rest?: string } {
    const rows = [...rowsAt(seq()).document.values()].filter(({ id }) => id > after);
    const part = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, told);
    const last = part.at(-1);
    const changes = part.map(documentChange);
    return part.length < told || last === undefined ? { changes } : { changes, rest: last.id };
  }

  function since(base: number): Commit {
    if (seq() - base > patience) return wholeCommit();
    const now = rowsAt(seq());
    const touched = commits.slice(base).flat();
    const changes = touched.map(({ entity, key }) => ({ entity, key, row: now[entity].get(key) ?? null }) as Change);
    return { base, seq: seq(), changes, whole: false };
  }

  function readDocument(document: string): ReadDocument {
    const rows = rowsAt(seq());
    const here = [...rows.occurrence.values()].filter((row) => row.document === document);
    const annotations = new Set(here.map(({ annotation }) => annotation));
    const changes: readonly Change[] = [
      ...[...rows.annotation.values()]
        .filter(({ id }) => annotations.has(id))
        .map((row) => annotationChange(row.id, row)),
      ...[...rows.occurrence.values()]
        .filter((row) => annotations.has(row.annotation))
        .map((row) => occurrenceChange(row)),
    ];
    return { seq: seq(), document, text: `Text of ${document}`, changes, shared: [], furniture: [] };
  }

  return {
    seq,
    rowsAt,
    patience,
    commit: (changes, whole = false) => {
      const base = seq();
      history.push(applyChanges(rowsAt(base), changes));
      commits.push(changes);
      return whole ? wholeCommit() : { base, seq: seq(), changes, whole: false };
    },
    answer: (method, input) => {
      if (method === 'project.read') return wholeCommit();
      if (method === 'changes.since') return since((input as MethodInput<'changes.since'>).seq);
      if (method === 'library.read')
        return { seq: seq(), ...libraryPart((input as MethodInput<'library.read'>).after) };
      if (method === 'document.read') return readDocument((input as MethodInput<'document.read'>).document);
      throw new Error(`The project in memory has no answer to ${method}.`);
    },
  };
}

/** A bridge to a project in memory that answers at once. `broadcast` reaches every listener. */
export function bridgeTo(
  project: Project,
): Pick<Bridge, 'call' | 'onCommit'> & { readonly broadcast: (commit: Commit) => void } {
  const listeners = new Set<(commit: Commit) => void>();
  return {
    call: async (method, input) => ok(project.answer(method, input) as MethodOutput<typeof method>),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    broadcast: (commit) => {
      for (const listener of listeners) listener(commit);
    },
  };
}
