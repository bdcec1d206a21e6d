/** A codebook alone: the labels of a project, and nothing of its documents. */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import type { FittedDocument, SetFile, SetFormat } from '../set/format.ts';
import { problem, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { xmlPieces } from '../set/xml-pieces.ts';
import { codesXml, createCodeGathering } from './codebook.ts';

export const refiCodebookFormat: SetFormat = {
  title: 'REFI-QDA codebook',
  purpose: 'labels alone, for programs of qualitative research',
  endings: ['.qdc'],
  layout: 'file',
  textOptional: true,
  holds: {
    project: false,
    document: [],
    untagged: false,
    occurrence: [],
    uncounted: true,
    ranges: 'kept',
    labels: { names: true, keys: true, unused: true },
  },
  fit: fitCodebook,
  write: writeCodebook,
  read: readCodebook,
  recognise: ({ head }) => /<CodeBook\b[^>]*["']urn:QDA-XML:codebook:1\.0["']/u.test(head),
};

function fitCodebook(document: AnnotatedDocument): FittedDocument {
  const losses = document.occurrences.map((occurrence) => ({
    kind: 'occurrence' as const,
    example: wordingOf(document.text, occurrence),
  }));
  return { document: { ...document, occurrences: [] }, losses };
}

function* writeCodebook({ labels }: AnnotatedSet): Generator<SetFile> {
  const codes = codesXml(labels);
  const root = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Variorum">';
  const chunks = [
    `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`,
    codes === '' ? '<Codes/>\n' : codes,
    '</CodeBook>\n',
  ];
  yield { path: '', chunks };
}

async function* readCodebook({ files, name }: SetSource): AsyncGenerator<ReadItem> {
  const file = files.length === 1 ? files[0] : files.find(({ path }) => /\.qdc$/iu.test(path));
  if (file === undefined) return yield problem(name, 'it has no codebook in it (a file that ends in .qdc)');
  const codes = createCodeGathering();
  let root = '';
  const handler = {
    open: (element: Parameters<typeof codes.open>[0]) => {
      if (root === '') root = element.local;
      codes.open(element);
    },
    close: ({ local }: { readonly local: string }) => codes.close(local),
    text: codes.text,
  };
  try {
    for await (const _ of xmlPieces(file, handler));
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return yield problem(file.path, error.message);
  }
  if (root === 'CodeBook') yield { type: 'labels', labels: [...codes.labels().values()], isCodebook: true };
  else yield problem(file.path, 'it is no codebook: it has no element <CodeBook>');
}
