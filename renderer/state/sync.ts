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
  receiveLibrary,
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

/** Waits for some milliseconds; the returned function gives it up. */
export type Later = (act: () => void, milliseconds: number) => () => void;

const later: Later = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * How long the library has to be at rest before a document on screen is read again because of others that came or went,
 * and how long that is put off at most: an import changes it several times a second. Milliseconds.
 */
const libraryRests = 700;
const putOffAtMost = 4000;

/** @param onFailure told what went wrong where nobody waits for an answer */
export function createSync(bridge: SyncBridge, onFailure: (failure: Failure) => void, wait: Later = later): Sync {
  const store = createStore<Mirror>()(() => emptyMirror);
  const holds = new Map<string, number>();
  /** Commits that begin after the mirror's head. */
  let early: Commit[] = [];
  /** Commits applied while a document is being read: they are newer than what the reading may say. */
  let recent: Commit[] = [];
  let catchingUp: Promise<Result<null, Failure>> | null = null;
  /** Readings of the library on their way. */
  let pages = 0;
  const reading = new Map<string, Promise<Result<null, Failure>>>();
  let unsubscribe: () => void = () => undefined;

  /** Applies a commit; `false` where the mirror lacks what comes before it. */
  function take(commit: Commit): boolean {
    const received = receiveCommit(store.getState(), commit);
    if (received.type === 'gap') return false;
    if (received.type === 'known') return true;
    if (reading.size > 0 || pages > 0) recent.push(commit);
    const { mirror } = received;
    if (commit.whole) {
      store.setState(mirror, true);
      for (const document of holds.keys()) void reread(document);
      void readLibrary().then(report);
    } else if (changesLibrary(commit)) {
      store.setState(forgetDocuments(mirror, held(), 0), true);
      if (holds.size > 0) rereadSoon();
    } else store.setState(mirror, true);
    // A reading of the library that failed is tried again.
    if (!commit.whole && mirror.rest !== null && readingLibrary === null) void readLibrary().then(report);
    for (const document of documentsToRead(mirror, commit.changes)) {
      if (mirror.documents.has(document)) void reread(document);
    }
    return true;
  }

  let rereadAt = 0;
  let giveUp: (() => void) | null = null;
  /** What the documents on screen share with others may be another: they are read again when the library is at rest. */
  function rereadSoon(): void {
    const now = performance.now();
    if (giveUp === null) rereadAt = now + putOffAtMost;
    giveUp?.();
    giveUp = wait(
      () => {
        giveUp = null;
        for (const document of holds.keys()) void reread(document);
      },
      Math.max(0, Math.min(libraryRests, rereadAt - now)),
    );
  }

  let readingLibrary: Promise<Result<null, Failure>> | null = null;
  /** Reads the documents that the telling of the project left out. */
  function readLibrary(): Promise<Result<null, Failure>> {
    readingLibrary ??= fetchLibrary().finally(() => {
      readingLibrary = null;
    });
    return readingLibrary;
  }

  async function fetchLibrary(): Promise<Result<null, Failure>> {
    for (;;) {
      const { rest, tellings } = store.getState();
      if (rest === null) return done;
      pages += 1;
      try {
        const answer = await bridge.call('library.read', { after: rest });
        if (!answer.ok) return answer;
        const reached = await reach(answer.value);
        if (!reached.ok) return reached;
        const mirror = store.getState();
        // The project was told anew meanwhile: its rest is another one's.
        if (mirror.tellings === tellings) {
          const newer = recent.filter((commit) => commit.seq > answer.value.seq);
          store.setState(receiveLibrary(mirror, answer.value, newer), true);
        }
      } finally {
        pages -= 1;
        forgetRecent();
      }
    }
  }

  function forgetRecent(): void {
    if (reading.size === 0 && pages === 0) recent = [];
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
    const { rows, documents, rest } = store.getState();
    if (!holds.has(document) && !documents.has(document)) return;
    // Not told yet, or gone: its reading says which.
    const isTold = rows.document.has(document);
    if (!isTold && rest === null) return;
    const result = await read(document);
    // It has gone meanwhile: the commit that says so is on its way.
    if (isTold && !(!result.ok && result.error.type === 'UnknownDocument')) report(result);
  }

  function read(document: string): Promise<Result<null, Failure>> {
    const underWay = reading.get(document);
    if (underWay !== undefined) return underWay;
    const promise = fetchDocument(document).finally(() => {
      reading.delete(document);
      forgetRecent();
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
      const newer = recent.filter((commit) => commit.seq > answer.value.seq);
      const mirror = receiveDocument(store.getState(), answer.value, newer);
      const lacking = documentsToRead(
        mirror,
        newer.flatMap(({ changes }) => changes),
      );
      // Otherwise something has happened since that only another reading tells.
      if (!newer.some(({ whole }) => whole) && !lacking.has(document)) {
        store.setState(forgetDocuments(mirror, new Set([...held(), document])), true);
        return done;
      }
    }
  }

  /** Brings the mirror at least to where the document was read, so that a late commit cannot take its rows back. */
  async function reach({ seq }: Pick<ReadDocument, 'seq'>): Promise<Result<null, Failure>> {
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
    stop: () => {
      giveUp?.();
      unsubscribe();
    },
  };
}

/** Whether what documents share, or the whole project, is another after this commit. */
function changesLibrary(commit: Commit): boolean {
  return commit.whole || commit.changes.some(({ entity }) => entity === 'document' || entity === 'collation');
}

const done = { ok: true, value: null } as const;
