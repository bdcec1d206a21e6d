import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { documentLines } from '../jsonl/write.ts';
import type { SetFile, WriteOptions } from '../set/format.ts';
import {
  codebookPath,
  documentsPath,
  historyPath,
  manifestPath,
  packageFormat,
  packageVersion,
  type Manifest,
} from './manifest.ts';

export function* writePackage(set: AnnotatedSet, options: WriteOptions): Generator<SetFile> {
  const manifest: Manifest = {
    format: packageFormat,
    version: packageVersion,
    project: set.project,
    documents: set.size,
    offsets: { start: 'code points', start_utf16: 'UTF-16 units' },
    lineEnds: 'lf',
  };
  yield { path: manifestPath, chunks: [`${JSON.stringify(manifest, null, 2)}\n`] };
  yield { path: codebookPath, chunks: lines(set.labels.map(({ label, name, key }) => ({ label, name, key }))) };
  yield { path: documentsPath, chunks: documentLines(set, options) };
  if (set.history !== undefined) yield { path: historyPath, chunks: lines(set.history()) };
}

function* lines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
