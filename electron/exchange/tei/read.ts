/**
 * TEI P5: our own files, and of others what stands between anchors, in elements (`seg`, `span`) or behind
 * `string-index()`. An apparatus is passed over: the documents it is made of are files of their own.
 */
import { notImported, problem, type ReadItem } from '../set/read-document.ts';
import type { SetSource, SourceFile } from '../set/source.ts';
import { decodeXml } from '../xml/xml-encoding.ts';
import { xmlFaultReason } from '../xml/xml-fault.ts';
import { parseTei } from './parse.ts';
import { join, spansOf } from './span.ts';

export async function* readTei({ files }: SetSource): AsyncGenerator<ReadItem> {
  for (const file of files) if (files.length === 1 || /\.(?:xml|tei)$/iu.test(file.path)) yield* readFile(file);
}

async function* readFile(file: SourceFile): AsyncGenerator<ReadItem> {
  const { path: where } = file;
  const bytes = await file.bytes();
  if (!bytes.ok) return yield problem(where, bytes.error);
  const xml = decodeXml(bytes.value);
  if (!xml.ok) return yield problem(where, xmlFaultReason(xml.error));
  const tei = parseTei(xml.value);
  if ('line' in tei) return yield problem(where, xmlFaultReason(tei));
  if (tei.root !== 'TEI') return yield problem(where, `it is no TEI: its root is <${tei.root}>`);
  if (tei.isApparatus) {
    if (!tei.isOwn) yield notImported(where, 'it is a critical apparatus');
    return;
  }
  const found = spansOf(tei, where);
  for (const one of found) if ('why' in one) yield one;
  const labels = [...tei.categories.values()].map(({ label, name }) => ({
    label,
    name: name === '' ? label : name,
    key: '',
  }));
  if (labels.length > 0) yield { type: 'labels', labels };
  const fileName = where.slice(where.lastIndexOf('/') + 1).replace(/\.(?:xml|tei)$/iu, '');
  yield {
    type: 'document',
    document: {
      where,
      name: tei.isOwn ? '' : fileName,
      ...tei.described,
      text: tei.text,
      unit: 'utf-16',
      otherUnits: [],
      join,
      spans: found.flatMap((one) => ('why' in one ? [] : [one])),
    },
  };
}
