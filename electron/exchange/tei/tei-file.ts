/** What stands in a TEI file, before anything points at anything. Offsets: UTF-16, of `text`. */
import type { Span } from '#shared/text/span.ts';
import type { Described } from '../set/described.ts';

/** A span between pointers, or an element in the text that is one itself. */
export interface TeiSpan {
  readonly line: number;
  readonly element: string;
  readonly id: string;
  readonly ana: string;
  readonly type: string;
  readonly resp: string;
  readonly next: string;
  readonly prev: string;
  readonly from: string;
  readonly to: string;
  readonly target: string;
  /** Of the group that it stands in. */
  readonly group: string;
  /** Of an element in the text. */
  place: Span | null;
  text: string;
}

export interface TeiCategory {
  readonly label: string;
  name: string;
}

export interface TeiFile {
  /** Local name of the root. */
  root: string;
  /** Was it written by this program? Then what stands in it is taken to the letter. */
  isOwn: boolean;
  isApparatus: boolean;
  readonly described: { -readonly [Field in keyof Described]: Described[Field] };
  readonly categories: Map<string, TeiCategory>;
  readonly people: Map<string, string>;
  /** Values by name, of feature structures by id. */
  readonly features: Map<string, Record<string, unknown>>;
  readonly spans: TeiSpan[];
  /** Of elements with an id in the text. */
  readonly places: Map<string, Span>;
  /** Notes on what they point at, outside of the text. */
  readonly notes: Map<string, string>;
  text: string;
}
