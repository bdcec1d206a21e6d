import { err, ok, type Result } from '#shared/text/result.ts';
import { createOffsetTable } from '#shared/text/offsets.ts';
import type { Span } from '#shared/text/span.ts';
import type { SetLabel } from '#shared/domain/annotated-set.ts';
import { readDescribed } from '../set/described.ts';
import { notImported, problem, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textLines, wholeText } from '../set/text-pieces.ts';
import { createAnnotationLines, type AnnotationLines, type TextBound } from './annotation-lines.ts';
import { configurationName, parseConfiguration } from './configuration.ts';
import { areInOrder, areSame, cutAtBreaks, joinAtBreaks } from './fragments.ts';

type Labels = ReadonlyMap<string, SetLabel>;

interface Pair {
  readonly path: string;
  text?: SourceFile;
  annotations?: SourceFile;
}

/** Pairs of files of one name; the labels of the annotation.conf in the folder, or the nearest above it. */
export async function* readBrat(source: SetSource): AsyncGenerator<ReadItem> {
  const labels = new Map<string, Labels>();
  const pairs = new Map<string, Pair>();
  for (const file of source.files) {
    const { path } = file;
    const [, base = '', ending] = /^(.*)\.(txt|ann|a1|a2|rel|co)$/su.exec(path) ?? [];
    if (path === configurationName || path.endsWith(`/${configurationName}`)) {
      yield* readConfiguration(file, labels);
    } else if (ending === 'txt' || ending === 'ann') {
      const pair = pairs.get(base) ?? { path: base };
      pairs.set(base, pair);
      if (ending === 'txt') pair.text = file;
      else pair.annotations = file;
    } else if (ending !== undefined) {
      yield notImported(path, `annotations of a shared task (.${ending}), not of brat (.ann)`);
    }
  }
  for (const pair of pairs.values()) yield* readPair(pair, labelsFor(pair.path, labels));
}

async function* readConfiguration(file: SourceFile, labels: Map<string, Labels>): AsyncGenerator<ReadItem> {
  const text = await wholeText(file);
  if (!text.ok) return yield problem(file.path, text.error);
  const found = parseConfiguration(text.value);
  labels.set(file.path.slice(0, -configurationName.length), found.labels);
  if (found.project !== null) yield { type: 'project', ...found.project };
  yield { type: 'labels', labels: [...found.labels.values()] };
}

function labelsFor(path: string, labels: ReadonlyMap<string, Labels>): Labels {
  let folder = path;
  while (folder !== '') {
    folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
    const found = labels.get(folder);
    if (found !== undefined) return found;
  }
  return new Map();
}

async function* readPair({ path, text, annotations }: Pair, labels: Labels): AsyncGenerator<ReadItem> {
  const written = text === undefined ? ok(null) : await textOf(text);
  if (!written.ok) return yield problem(text?.path ?? path, written.error);
  const where = annotations?.path ?? `${path}.txt`;
  const lines = createAnnotationLines(where);
  if (annotations !== undefined) {
    try {
      for await (const { number, text: line } of textLines(annotations)) {
        if (!line.ok) yield problem(`${where}, line ${number}`, line.error);
        else if (line.value !== '') lines.take(line.value, number);
      }
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield problem(where, error.message);
    }
  }
  yield* lines.problems();
  const spanOf = createSpanReader(written.value, lines, labels, where);
  yield {
    type: 'document',
    document: {
      where,
      name: `${path}.txt`,
      ...readDescribed(lines.document()),
      text: written.value,
      unit: 'code-point',
      otherUnits: ['utf-16', 'byte'],
      join: ' ',
      spans: lines.annotations.map(spanOf),
    },
  };
}

async function textOf(file: SourceFile): Promise<Result<string, string>> {
  const text = await wholeText(file);
  return text.ok && text.value === '' ? err('it is empty') : text;
}

function createSpanReader(
  text: string | null,
  lines: AnnotationLines,
  labels: Labels,
  file: string,
): (one: TextBound) => ReadSpan {
  let table: ReturnType<typeof createOffsetTable> | undefined;
  /** In UTF-16 units of the file's text; `null` where the file says something else than stands there. */
  const placed = (spans: readonly Span[]): readonly Span[] | null => {
    if (text === null) return null;
    table ??= createOffsetTable(text);
    const found: Span[] = [];
    for (const { start, end } of spans) {
      const [from, to] = [table.toUtf16(start), table.toUtf16(end)];
      if (!from.ok || !to.ok || from.value >= to.value) return null;
      found.push({ start: from.value, end: to.value });
    }
    return found;
  };
  /** Fragments may be many and overlap: what they cover together may be longer than any text. */
  const lengthOf = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, spans.length - 1);
  const wordsOf = (spans: readonly Span[]): string => spans.map(({ start, end }) => text?.slice(start, end)).join(' ');
  const counted = ({ start, end }: Span): Span => {
    const [from, to] = [table?.toCodePoint(start), table?.toCodePoint(end)];
    return { start: from?.ok === true ? from.value : start, end: to?.ok === true ? to.value : end };
  };
  /** Fragments that were cut at line ends are joined again, or are the ranges that our note says they were cut from. */
  const whole = (
    { fragments, words }: TextBound,
    said: readonly Span[] | undefined,
  ): readonly [readonly Span[], string] => {
    const cut = placed(fragments);
    if (text === null || cut === null || lengthOf(cut) !== words.length || wordsOf(cut) !== words)
      return [fragments, words];
    const told = said === undefined ? null : placed(said);
    const ranges =
      told !== null && areInOrder(told) && areSame(cutAtBreaks(text, told), cut) ? told : joinAtBreaks(text, cut);
    return [ranges.map(counted), wordsOf(ranges)];
  };
  return (one) => {
    const { label, ranges: told, ...said } = lines.said(one.id);
    const [ranges, words] = whole(one, told);
    const known = labels.get(one.type);
    return {
      where: `${file}, ${one.id}`,
      start: ranges[0]?.start ?? Number.NaN,
      end: ranges.at(-1)?.end ?? Number.NaN,
      ...(ranges.length > 1 ? { ranges } : {}),
      quote: words === '' ? null : words,
      label: label ?? known?.label ?? one.type,
      labelName: known?.name,
      ...said,
    };
  };
}
