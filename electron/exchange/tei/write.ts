/**
 * TEI P5, a file a document. The text is the contents of one `<ab>`, character by character: anchors stand between them,
 * line ends are line ends, and whoever leaves out the elements has the text. For each group of near-copies there is one
 * file more, with what differs between them as a critical apparatus.
 */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { codePoints } from '../set/code-points.ts';
import { createFileNames } from '../set/file-name.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { xmlText } from '../xml/escape.ts';
import { fitXmlText } from '../xml/fit.ts';
import { createApparatus, type Apparatus } from './apparatus.ts';
import { apparatusXml } from './apparatus-file.ts';
import { fileStart } from './element.ts';
import { headerXml } from './header.ts';
import { teiHolding } from './holding.ts';
import { standOffXml } from './stand-off.ts';

export function* writeTei(set: AnnotatedSet): Generator<SetFile> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  const fileName = createFileNames();
  const members = new Map<string, number>();
  const documents = (): Generator<AnnotatedDocument> => writableDocuments(set, { holds: teiHolding, fit: fitXmlText });
  for (const document of documents()) {
    const { group, name } = document;
    if (group !== '') members.set(group, (members.get(group) ?? 0) + 1);
    yield { path: `${fileName(name.replace(/\.(?:txt|md)$/iu, ''))}.xml`, chunks: teiXml(document, names) };
  }
  // A group is held from its first document to its last.
  const begun = new Map<string, Apparatus>();
  for (const document of documents()) {
    const { group } = document;
    const size = members.get(group) ?? 0;
    if (size < 2) continue;
    const apparatus = begun.get(group) ?? createApparatus();
    begun.set(group, apparatus);
    apparatus.add(document);
    if (apparatus.witnesses().length < size) continue;
    begun.delete(group);
    yield { path: `${fileName(`apparatus-${group}`)}.xml`, chunks: apparatusXml(group, apparatus) };
  }
}

function* teiXml(document: AnnotatedDocument, names: ReadonlyMap<string, string>): Generator<string> {
  const { text, occurrences } = document;
  const annotators = new Map<string, string>();
  const labels = new Map<string, { readonly id: string; readonly name: string }>();
  const edges = new Set<number>();
  for (const occurrence of occurrences) {
    const { annotator, label } = occurrence;
    if (annotator !== '' && !annotators.has(annotator)) annotators.set(annotator, `by.${annotators.size + 1}`);
    if (!labels.has(label)) {
      const id = /^[A-Za-z][\w-]*$/u.test(label) ? label : `label.${labels.size + 1}`;
      labels.set(label, { id, name: names.get(label) ?? label });
    }
    for (const { start, end } of rangesOf(occurrence)) edges.add(start).add(end);
  }
  yield `${fileStart}${headerXml(document, { annotators, labels })}<text><body>\n<ab xml:space="preserve">`;
  const offsets = codePoints(text);
  const anchorId = (offset: number): string => `at.${offsets.of(offset)}`;
  let from = 0;
  for (const edge of [...edges].toSorted((a, b) => a - b)) {
    yield `${xmlText(text.slice(from, edge))}<anchor xml:id="${anchorId(edge)}"/>`;
    from = edge;
  }
  yield `${xmlText(text.slice(from))}</ab>\n</body></text>\n`;
  yield* standOffXml(occurrences, {
    annotatorId: (annotator) => annotators.get(annotator) ?? '',
    labelId: (label) => labels.get(label)?.id ?? '',
    anchorId,
  });
  yield '</TEI>\n';
}
