/** Keeps the mirror at the project's head: listens, notices what it has missed, asks for it, reads documents. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Commit } from '#shared/contract/commit.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadDocument } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';
import {
  documentsToRead,
  emptyMirror,
  forgetDocuments,
  receiveCommit,
  receiveDocument,
  type Mirror,
} from './mirror.ts';

export interface Sync {
  readonly store: StoreApi<Mirror>;
  /** Begins to listen and loads the project; resolves when its rows are there, or with the failure. */
  readonly start: () => Promise<Result<null, Failure>>;
  /** Reads a document unless its text is at hand; resolves when the mirror has it. */
  readonly readDocument: (document: string) => Promise<Result<null, Failure>>;
  /** Keeps a document's text at hand, and fresh, until the returned function is called. */
  readonly holdDocument: (document: string) => () => void;
  readonly stop: () => void;
}

export type SyncBridge = Pick<Bridge, 'call' | 'onCommit'>;

/** @param onFailure told what went wrong where nobody waits for an answer */
export function createSync(bridge: SyncBridge, onFailure: (failure: Failure) => void): Sync {
  const store = createStore<Mirror>()(() => emptyMirror);
  const holds = new Map<string, number>();
  /** Commits that begin after the mirror's head. */
  let early: Commit[] = [];
  /** Commits applied while a document is being read: they are newer than what the reading may say. */
  let recent: Commit[] = [];
  let catchingUp: Promise<Result<null, Failure>> | null = null;
  const reading = new Map<string, Promise<Result<null, Failure>>>();
  let unsubscribe: () => void = () => undefined;

  /** Applies a commit; `false` where the mirror lacks what comes before it. */
  function take(commit: Commit): boolean {
    const received = receiveCommit(store.getState(), commit);
    if (received.type === 'gap') return false;
    if (received.type === 'known') return true;
    if (reading.size > 0) recent.push(commit);
    const { mirror } = received;
    if (changesLibrary(commit)) {
      store.setState(forgetDocuments(mirror, held(), 0), true);
      for (const document of holds.keys()) void reread(document);
    } else {
      store.setState(mirror, true);
      for (const document of documentsToRead(mirror, commit.changes)) {
        if (mirror.documents.has(document)) void reread(document);
      }
    }
    return true;
  }

  function drain(): void {
    const waiting = early.toSorted((a, b) => a.seq - b.seq);
    early = [];
    early = [...waiting.filter((commit) => !take(commit)), ...early];
  }

  function receive(commit: Commit): void {
    if (take(commit)) return;
    early.push(commit);
    // Before the first load everything is early; the load itself brings the mirror past it.
    if (store.getState().seq >= 0) void catchUp().then(report);
  }

  /** Asks until nothing early is left. One question at a time; a failure leaves the rest for the next commit. */
  function catchUp(): Promise<Result<null, Failure>> {
    catchingUp ??= askSince().finally(() => {
      catchingUp = null;
    });
    return catchingUp;
  }

  async function askSince(): Promise<Result<null, Failure>> {
    do {
      const answer = await bridge.call('changes.since', { seq: store.getState().seq });
      if (!answer.ok) return answer;
      take(answer.value);
      drain();
    } while (early.length > 0);
    return done;
  }

  function held(): ReadonlySet<string> {
    return new Set(holds.keys());
  }

  function report(result: Result<null, Failure>): void {
    if (!result.ok) onFailure(result.error);
  }

  async function reread(document: string): Promise<void> {
    // A reading on its way was asked for before the change: wait for it, then ask again.
    await reading.get(document);
    const { rows, documents } = store.getState();
    if ((holds.has(document) || documents.has(document)) && rows.document.has(document)) report(await read(document));
  }

  function read(document: string): Promise<Result<null, Failure>> {
    const underWay = reading.get(document);
    if (underWay !== undefined) return underWay;
    const promise = fetchDocument(document).finally(() => {
      reading.delete(document);
      if (reading.size === 0) recent = [];
    });
    reading.set(document, promise);
    return promise;
  }

  async function fetchDocument(document: string): Promise<Result<null, Failure>> {
    for (;;) {
      const answer = await bridge.call('document.read', { document });
      if (!answer.ok) return answer;
      const reached = await reach(answer.value);
      if (!reached.ok) return reached;
      const later = recent.filter((commit) => commit.seq > answer.value.seq);
      const mirror = receiveDocument(store.getState(), answer.value, later);
      const lacking = documentsToRead(
        mirror,
        later.flatMap(({ changes }) => changes),
      );
      // Otherwise something has happened since that only another reading tells.
      if (!later.some(changesLibrary) && !lacking.has(document)) {
        store.setState(forgetDocuments(mirror, new Set([...held(), document])), true);
        return done;
      }
    }
  }

  /** Brings the mirror at least to where the document was read, so that a late commit cannot take its rows back. */
  async function reach({ seq }: ReadDocument): Promise<Result<null, Failure>> {
    while (store.getState().seq < seq) {
      const caughtUp = await catchUp();
      if (!caughtUp.ok) return caughtUp;
    }
    return done;
  }

  return {
    store,
    start: async () => {
      unsubscribe = bridge.onCommit(receive);
      const answer = await bridge.call('project.read', {});
      if (!answer.ok) return answer;
      take(answer.value);
      drain();
      return early.length > 0 ? catchUp() : done;
    },
    readDocument: async (document) => (store.getState().documents.has(document) ? done : read(document)),
    holdDocument: (document) => {
      holds.set(document, (holds.get(document) ?? 0) + 1);
      return () => {
        const count = (holds.get(document) ?? 0) - 1;
        if (count > 0) holds.set(document, count);
        else holds.delete(document);
      };
    },
    stop: () => unsubscribe(),
  };
}

/** Whether what documents share, or the whole project, is another after this commit. */
function changesLibrary(commit: Commit): boolean {
  return commit.whole || commit.changes.some(({ entity }) => entity === 'document' || entity === 'collation');
}

const done = { ok: true, value: null } as const;
