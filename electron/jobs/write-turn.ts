/**
 * Whose turn it is to write to a project file: the job's thread or the main one's. SQLite would let the second wait
 * with its thread standing still, and the main thread must never stand still. So the main thread asks, the job ends the
 * transaction it is in, says so, and waits until the main thread has done its writing. The memory of three numbers that
 * both threads see settles who is first; messages only wake.
 */

const stateCell = 0;
const wantedCell = 1;
const cancelledCell = 2;
const cells = 3;

const free = 0;
const heldByJob = 1;
const heldByMain = 2;

export function createTurnMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT);
}

/** The job's side. Its thread stands still while the main thread writes. */
export interface JobTurn {
  /** Runs one transaction when it is the job's turn. */
  readonly run: <T>(write: () => T) => T;
  readonly isCancelled: () => boolean;
}

/** @param onLeft tells the main thread, which asked for the turn, that a transaction has ended */
export function jobTurn(memory: SharedArrayBuffer, onLeft: () => void): JobTurn {
  const shared = new Int32Array(memory);
  const enter = (): void => {
    for (;;) {
      Atomics.wait(shared, wantedCell, 1);
      if (Atomics.compareExchange(shared, stateCell, free, heldByJob) === free) return;
      Atomics.wait(shared, stateCell, heldByMain);
    }
  };
  const leave = (): void => {
    Atomics.store(shared, stateCell, free);
    // Whoever asked before this line is told; whoever asks after it finds the turn free.
    if (Atomics.load(shared, wantedCell) === 1) onLeft();
  };
  return {
    run: (write) => {
      enter();
      try {
        return write();
      } finally {
        leave();
      }
    },
    isCancelled: () => Atomics.load(shared, cancelledCell) === 1,
  };
}

/** The main thread's side. Nothing here waits but a promise. */
export interface MainTurn {
  /** Runs `act` between two transactions of the job, and lets the job go on when it has ended. */
  readonly take: <T>(act: () => T | Promise<T>) => Promise<T>;
  /** Asks the job to stop after the transaction it is in. */
  readonly cancel: () => void;
  /** The job says that a transaction has ended. */
  readonly left: () => void;
  /** The job's thread is gone, wherever it was. */
  readonly over: () => void;
}

export function mainTurn(memory: SharedArrayBuffer): MainTurn {
  const shared = new Int32Array(memory);
  let holders = 0;
  let taken: Promise<void> | null = null;
  let isOver = false;
  let wake = (): void => undefined;

  const acquire = async (): Promise<void> => {
    Atomics.store(shared, wantedCell, 1);
    for (;;) {
      if (isOver || Atomics.compareExchange(shared, stateCell, free, heldByMain) === free) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const release = (): void => {
    taken = null;
    Atomics.store(shared, stateCell, free);
    Atomics.store(shared, wantedCell, 0);
    Atomics.notify(shared, stateCell);
    Atomics.notify(shared, wantedCell);
  };

  return {
    take: async (act) => {
      holders += 1;
      taken ??= acquire();
      try {
        await taken;
        return await act();
      } finally {
        holders -= 1;
        if (holders === 0) release();
      }
    },
    cancel: () => {
      Atomics.store(shared, cancelledCell, 1);
    },
    left: () => wake(),
    over: () => {
      isOver = true;
      wake();
    },
  };
}
