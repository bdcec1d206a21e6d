import { eventDigestText } from '#shared/domain/event.ts';
import type { SetLabel } from '#shared/domain/annotated-set.ts';
import { createHash } from 'node:crypto';
import { readLines } from '../jsonl/read.ts';
import { parseJson } from '../set/json.ts';
import { problem, type ReadItem } from '../set/read-document.ts';
import { shapeFault } from '../set/shape-fault.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textLines, wholeText } from '../set/text-pieces.ts';
import {
  codebookLineSchema,
  codebookPath,
  documentsPath,
  historyLineSchema,
  historyPath,
  manifestPath,
  manifestSchema,
  packageVersion,
} from './manifest.ts';

/** The manifest first: what is no package, or one of a newer program, is not read at all. */
export async function* readPackage(source: SetSource): AsyncGenerator<ReadItem> {
  const find = (path: string): SourceFile | undefined => source.files.find((file) => file.path === path);
  const manifest = find(manifestPath);
  if (manifest === undefined) return yield problem(source.name, `it holds no ${manifestPath}, so it is no package`);
  const text = await wholeText(manifest);
  if (!text.ok) return yield problem(manifestPath, text.error);
  const value = parseJson(text.value);
  if (!value.ok) return yield problem(manifestPath, value.error);
  const parsed = manifestSchema.safeParse(value.value);
  if (!parsed.success) return yield problem(manifestPath, shapeFault(parsed.error));
  const { version, project, documents } = parsed.data;
  if (version > packageVersion) {
    const why = `it was written by a newer Variorum (version ${version}; this one knows ${packageVersion}). Update Variorum to read it`;
    return yield problem(manifestPath, why);
  }
  yield { type: 'project', ...project };
  try {
    yield* readCodebook(find(codebookPath));
    let found = 0;
    for await (const item of readLines(find(documentsPath), documentsPath)) {
      if (item.type === 'document') found += 1;
      // Names of labels are the codebook's to tell.
      if (item.type !== 'labels') yield item;
    }
    if (found !== documents)
      yield problem(documentsPath, `it has ${found} documents, and the manifest says ${documents}`);
    const history = find(historyPath);
    if (history !== undefined) yield* proveHistory(history);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield problem(source.name, error.message);
  }
}

async function* readCodebook(file: SourceFile | undefined): AsyncGenerator<ReadItem> {
  if (file === undefined) return yield problem(codebookPath, 'it is missing');
  const labels: SetLabel[] = [];
  for await (const { number, text } of textLines(file)) {
    const value = text.ok ? parseJson(text.value) : text;
    const label = value.ok ? codebookLineSchema.safeParse(value.value) : null;
    if (label?.success === true) labels.push(label.data);
    else yield problem(`${codebookPath}, line ${number}`, value.ok ? 'it is no label' : value.error);
  }
  yield { type: 'labels', labels, isCodebook: true };
}

/** Every event has the hash that its contents give, and names the one before it by its writer: nothing was changed or cut. */
async function* proveHistory(file: SourceFile): AsyncGenerator<ReadItem> {
  const last = new Map<string, string>();
  for await (const { number, text } of textLines(file)) {
    const where = `${historyPath}, line ${number}`;
    const value = text.ok ? parseJson(text.value) : text;
    const line = value.ok ? historyLineSchema.safeParse(value.value) : null;
    if (line?.success !== true) {
      yield problem(where, value.ok ? 'it is no event' : value.error);
      continue;
    }
    const { hash, ...event } = line.data;
    const digest = createHash('sha256').update(eventDigestText(event), 'utf8').digest('hex');
    if (digest !== hash) yield problem(where, 'the event does not have the hash that is given: it was changed');
    else if (event.previous !== (last.get(event.writer) ?? ''))
      yield problem(where, 'the event does not follow the one before it');
    last.set(event.writer, hash);
  }
}
