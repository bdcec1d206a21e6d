/** Which documents hold a fingerprint: what detection asks of the index, wherever it is kept. */

/** A growing list of postings that is used again and again: lookups are too many to make objects. */
export interface PostingList {
  readonly count: number;
  /** Document by slot, the first `count` are valid. */
  readonly slots: Int32Array;
  readonly push: (slot: number) => void;
  readonly clear: () => void;
}

export function createPostingList(): PostingList {
  let count = 0;
  let slots = new Int32Array(256);
  return {
    get count() {
      return count;
    },
    get slots() {
      return slots;
    },
    push: (slot) => {
      if (count === slots.length) {
        const wider = new Int32Array(count * 2);
        wider.set(slots);
        slots = wider;
      }
      slots[count] = slot;
      count += 1;
    },
    clear: () => {
      count = 0;
    },
  };
}

export interface Postings {
  /**
   * Appends the documents that hold a fingerprint among words with which a shared run of eight words is not ruled out
   * (`mayContinue`), the earliest first, until the list holds `most`. Documents that were removed may be among them.
   */
  readonly lookUp: (hash: number, surroundings: number, most: number, found: PostingList) => void;
}
