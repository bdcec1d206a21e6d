/**
 * WebAnno TSV 3 (INCEpTION user guide, “WebAnno TSV 3.3 file format”). Annotations of span layers become spans with what
 * their feature `label` says, else `value`, else the short name of the layer, as those of a CAS do; relations and chains
 * are not imported. Offsets are UTF-16 units; the words of the tokens tell where a program has counted code points.
 */
import { problem, type ReadDocument, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textLines } from '../set/text-pieces.ts';
import { createTsvParse, type TsvAnnotation, type TsvDocument } from './parse.ts';
import { tsvText, type TsvText } from './text.ts';

export async function* readTsv({ files }: SetSource): AsyncGenerator<ReadItem> {
  for (const file of files) {
    if (files.length > 1 && !/\.tsv$/iu.test(file.path)) continue;
    try {
      yield* readFile(file);
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield problem(file.path, error.message);
    }
  }
}

async function* readFile(file: SourceFile): AsyncGenerator<ReadItem> {
  const { take, end } = createTsvParse(file.path);
  for await (const line of textLines(file)) {
    if (line.number === 1 && !(line.text.ok && /^\ufeff?#FORMAT=WebAnno TSV 3\.\d+\s*$/u.test(line.text.value)))
      return yield problem(`line 1 of ${file.path}`, 'it does not say “#FORMAT=WebAnno TSV 3.x”');
    const wrong = line.number === 1 ? null : take(line);
    if (wrong !== null) yield wrong;
  }
  yield* itemsOf(end(), file.path);
}

function* itemsOf(parsed: TsvDocument, file: string): Generator<ReadItem> {
  const { document: said, sentences, annotations, comments } = parsed;
  const lead = said?.lead ?? '';
  if (sentences.length === 0 && said === null) return yield problem(file, 'it has no sentences');
  const own = tsvText(sentences, lead, 'utf-16');
  if (!own.ok) return yield problem(file, own.error);
  const other = own.value.mistaken === 0 ? own : tsvText(sentences, lead, 'code-point');
  const better = other.ok && other.value.mistaken < own.value.mistaken ? other.value : own.value;
  for (const { line, form, start, end } of sentences.flatMap(({ units }) => units))
    if (better.mistaken > 0 && better.wordsAt({ start, end }) !== form)
      yield problem(`line ${line} of ${file}`, `“${form}” is not what stands at ${start}–${end}`);

  if (said !== null && said.labels.length > 0) yield { type: 'labels', labels: said.labels };
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.tsv$/iu, '');
  const spans = annotations.map((annotation) => spanOf(annotation, comments, better, file));
  const document: ReadDocument = {
    where: file,
    name,
    ...said?.described,
    text: better.text,
    unit: 'utf-16',
    otherUnits: ['code-point'],
    join: '',
    spans,
  };
  yield { type: 'document', document };
}

function spanOf(
  { layer, label, comment, units }: TsvAnnotation,
  comments: TsvDocument['comments'],
  { wordsAt }: TsvText,
  file: string,
): ReadSpan {
  const start = units.reduce((least, unit) => Math.min(least, unit.start), Infinity);
  const end = units.reduce((most, unit) => Math.max(most, unit.end), -Infinity);
  const where = `line ${units[0]?.line ?? 0} of ${file}`;
  const said = comment === null ? undefined : comments.get(comment);
  // Where a token is not what stands in its place, the tokens are believed, and not the place.
  const isProven = units.every((unit) => wordsAt(unit) === unit.form);
  const quote = isProven ? wordsAt({ start, end }) : units.map(({ form }) => form).join(' ');
  const shortName = layer.slice(layer.lastIndexOf('.') + 1);
  return { ...said, where, start, end, quote, label: label ?? shortName };
}
