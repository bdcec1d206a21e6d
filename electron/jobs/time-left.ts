/** How long a job will still take, by how fast it was of late. */

/** Only the last so many milliseconds count: what is there already goes faster than what is new. */
const remembered = 15_000;
/** Nothing is said before so much has been seen. */
const early = 1500;

export interface TimeLeft {
  /** @param now in milliseconds @param share done, 0…1 @returns whole seconds, or `null` where nobody can tell yet */
  readonly at: (now: number, share: number) => number | null;
}

export function createTimeLeft(): TimeLeft {
  let seen: { readonly now: number; readonly share: number }[] = [];
  return {
    at: (now, share) => {
      seen = [...seen.filter((one) => now - one.now <= remembered), { now, share }];
      const [oldest] = seen;
      if (oldest === undefined || now - oldest.now < early || share <= oldest.share) return null;
      const perSecond = ((share - oldest.share) / (now - oldest.now)) * 1000;
      return Math.ceil((1 - share) / perSecond);
    },
  };
}
