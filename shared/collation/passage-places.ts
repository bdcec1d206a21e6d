/** Where passages stand, as the engine asks for it; kept by whoever keeps the index. Ranges are in words. */

export interface WordPlace {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

export interface PassagePlace {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
  /** 1 where the passage hangs on this document. */
  readonly isExemplar: 0 | 1;
  /** Words of the exemplar. */
  readonly words: number;
}

export interface PassagePlaces {
  /** Places of a document by start; of very many the first ones. */
  readonly ofDocument: (slot: number) => readonly PassagePlace[];
  /** Begins a passage with its exemplar; returns its number. */
  readonly addPassage: (exemplar: WordPlace, matched: number) => number;
  /** @param words of the exemplar */
  readonly addPlace: (passage: number, place: WordPlace, matched: number, words: number) => void;
  /** Where a passage hangs. */
  readonly exemplar: (passage: number) => WordPlace | undefined;
  /** Moves the ends of a place outward. */
  readonly widen: (passage: number, place: WordPlace, to: { readonly from: number; readonly to: number }) => void;
}
