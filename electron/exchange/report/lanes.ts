/** Underlines that lie over one another have a lane each, and keep it from beginning to end. */
import type { Run } from './runs.ts';

/** As many as are drawn; what is deeper is drawn in the last. */
export const laneCount = 5;

export interface Lanes {
  /** Takes the runs in their order. @returns the lane of each occurrence that covers the run, as in `covering` */
  readonly take: (run: Run) => readonly number[];
}

export function createLanes(): Lanes {
  const lanes = new Map<number, number>();
  const taken = new Set<number>();
  return {
    take: ({ covering, opens, closes }) => {
      for (const number of opens) {
        let lane = 0;
        while (taken.has(lane) && lane < laneCount - 1) lane += 1;
        if (lane < laneCount - 1) taken.add(lane);
        lanes.set(number, lane);
      }
      const found = covering.map((number) => lanes.get(number) ?? 0);
      for (const number of closes) {
        taken.delete(lanes.get(number) ?? -1);
        lanes.delete(number);
      }
      return found;
    },
  };
}
