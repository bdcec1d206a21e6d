/** Why a line or a file of passim's is not taken, as data; `alignmentRefusalSentence` says it to people. */
import { basename } from 'node:path';
import { printable } from '#shared/domain/refusal.ts';
import { articleRefusalSentence, megabytes, type ArticleRefusal } from '../article-refusal.ts';
import { lineValueLimit, type LineFault } from '../articles-jsonl/line-object.ts';

/** One side of an alignment as its line has it; offsets in code points. */
export interface NamedSide {
  /** The document's name where the project has it, else the id that the line gives. */
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** What else passim writes, and what is mistaken for its alignments. */
export type OtherKind = 'clusters' | 'lines' | 'documents' | 'passim 1';

/** What is wrong with the file itself; nothing more of it is read. */
export type AlignmentFileFault =
  | ArticleRefusal
  | { readonly type: 'AlignmentsElsewhere' }
  | { readonly type: 'AlignmentsMissing' }
  | { readonly type: 'AlignmentsInParquet' }
  | { readonly type: 'AlignmentsNotJson' }
  | { readonly type: 'AlignmentsBadlyPacked' }
  | { readonly type: 'AlignmentsTooLarge'; readonly limit: number }
  | { readonly type: 'AlignmentsOfOtherKind'; readonly kind: OtherKind };

/** What is wrong with one alignment. `side` is the one that is wrong, `other` the one it is aligned with. */
export type AlignmentFault =
  | LineFault
  | { readonly type: 'LineTooLong'; readonly size: number; readonly limit: number }
  | { readonly type: 'FieldMissing'; readonly field: string }
  | { readonly type: 'FieldWrong'; readonly field: string; readonly kind: string }
  | ({ readonly side: NamedSide; readonly other: NamedSide } & (
      | { readonly type: 'DocumentUnknown' }
      | { readonly type: 'DocumentTwice' }
      | { readonly type: 'SpanEmpty' }
      | { readonly type: 'SpanOutside'; readonly length: number }
      | { readonly type: 'TextDiffers'; readonly field: string; readonly said: string; readonly stands: string }
    ));

export interface AlignmentRefusal {
  /** As it was given. */
  readonly path: string;
  /** From 1; 0 where it is the file that is refused before its lines. */
  readonly line: number;
  readonly fault: AlignmentFileFault | AlignmentFault;
}

/** `part-00000.json line 17: …`, or the sentence about the whole file. */
export function alignmentRefusalSentence({ path, line, fault }: AlignmentRefusal): string {
  if (isArticleRefusal(fault)) return articleRefusalSentence(fault);
  const place = line === 0 ? '' : ` line ${line}`;
  return `${printable(basename(path))}${place}: ${reason(fault)}`;
}

function isArticleRefusal(fault: AlignmentRefusal['fault']): fault is ArticleRefusal {
  return fault.type.startsWith('Article');
}

const otherKinds: Readonly<Record<OtherKind, string>> = {
  clusters: 'these are passim’s clusters, not its alignments. Run passim with --pairwise and import its align.json.',
  lines:
    'these are passim’s lines (--linewise or --docwise), not alignments. Run it with --pairwise and import its align.json.',
  documents: 'these are documents, as passim reads them. Import the align.json that passim wrote.',
  'passim 1': 'this was written by passim 1, whose offsets are another kind. Run passim 2 on the export.',
};

function reason(fault: Exclude<AlignmentRefusal['fault'], ArticleRefusal>): string {
  switch (fault.type) {
    case 'AlignmentsElsewhere':
      return 'the folder holds no alignments (align.json). Run passim with --pairwise.';
    case 'AlignmentsMissing':
      return 'the folder is empty. Give the align.json that passim wrote.';
    case 'AlignmentsInParquet':
      return 'Parquet files cannot be read. Run passim with --output-format json.';
    case 'AlignmentsNotJson':
      return 'only .json files, packed with gzip (.json.gz) or not, can be read.';
    case 'AlignmentsBadlyPacked':
      return 'the file is no gzip file, or ends too early. Pack it again, or give the file that was in it.';
    case 'AlignmentsTooLarge':
      return `unpacked, the file has more than ${megabytes(fault.limit)}. Unpack it and import the file that is in it.`;
    case 'AlignmentsOfOtherKind':
      return otherKinds[fault.kind];
    case 'LineTooLong':
      return `the line has ${megabytes(fault.size)}; ${megabytes(fault.limit)} is the most.`;
    case 'LineTooManyValues':
      return `the line holds more than ${lineValueLimit.toLocaleString('en')} values. An alignment is one object.`;
    case 'LineNotUtf8':
      return `the line is not UTF-8: it holds the bytes ${fault.bytes} (at byte ${fault.byte} of the line).`;
    case 'LineNotJson':
      return `the line is not JSON${fault.at === null ? '' : ` (wrong at character ${fault.at})`}.`;
    case 'LineUnfinished':
      return 'the line ends in the middle of its JSON. The file may have been cut off.';
    case 'LineNotObject':
      return `the line is ${fault.kind}, not an object.`;
    case 'FieldMissing':
      return `the alignment has no “${fault.field}”.`;
    case 'FieldWrong':
      return `its “${fault.field}” is ${fault.kind}.`;
    case 'DocumentUnknown':
      return `${both(fault)}: the project has no document “${printable(fault.side.name)}”.`;
    case 'DocumentTwice':
      return `${both(fault)}: the document is aligned with itself.`;
    case 'SpanEmpty':
      return `${both(fault)}: the span ${spanText(fault.side)} of “${printable(fault.side.name)}” has no characters.`;
    case 'SpanOutside':
      return `${both(fault)}: the span ${spanText(fault.side)} lies outside “${printable(fault.side.name)}”, which has ${fault.length} characters.`;
    case 'TextDiffers':
      return `${both(fault)}: at ${spanText(fault.side)} of “${printable(fault.side.name)}” stands “${printable(fault.stands)}”, not “${printable(fault.said)}” (“${fault.field}”).`;
  }
}

/** Both documents, in the order of the complaint. */
function both({ side, other }: { readonly side: NamedSide; readonly other: NamedSide }): string {
  return `“${printable(side.name)}” with “${printable(other.name)}”`;
}

function spanText({ begin, end }: NamedSide): string {
  return `[${begin}, ${end})`;
}
