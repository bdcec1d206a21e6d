import { resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { AheadLine } from '#electron/exchange/read-ahead/message.ts';
import { readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { PreparedDocument, Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command, Surroundings } from '../command.ts';
import { createImportRecord, type ImportRecord } from '../import-record.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

/** How much is committed at a time: documents, UTF-16 units of text, and lines, of which all may be refused. */
const batchDocuments = 64;
const batchLength = 8_000_000;
const batchLines = 1000;

export const importCommand: Command = {
  name: 'import',
  summary: 'brings articles in (.txt, .md; .jsonl, .ndjson: one a line)',
  positionals: [projectPositional, { name: 'PATH', many: true }],
  options: [],
  notes: [
    'A line of .jsonl or .ndjson is {"text" or "content", "id", "title", "source", "date"}; all but the text may be left out, other fields are passed over. The document is called by its id, else by its title, else by file and line.',
    'All articles of one import are one step of undo. A file or a line that cannot be read is refused by itself: the others go in. An import that was broken off keeps what is in; give the same files again to go on.',
    'Exit status 1 means that everything was refused.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const record = createImportRecord(args.json);
      const paths = args.positionalsFrom(1).map((path) => ({ path, at: resolve(surroundings.cwd, path) }));
      const done = importPaths(workbench, paths, record, surroundings);
      return done.ok ? ok(answerOf(record, workbench)) : done;
    }),
};

interface ImportPath {
  /** As it was given. */
  readonly path: string;
  readonly at: string;
}

function importPaths(
  workbench: Workbench,
  paths: readonly ImportPath[],
  record: ImportRecord,
  { progress, readAhead: script }: Surroundings,
): Result<null, Failure> {
  const act = systemIdentity.newId();
  let batch = emptyBatch();
  const commit = (): Result<null, Failure> => {
    const { lines } = batch;
    batch = emptyBatch();
    return importBatch(workbench, lines, act, record);
  };
  try {
    const files = paths.map(({ at }) => at);
    for (const { file, line, prepared } of readAhead(files, { script })) {
      add(batch, { path: paths[file]?.path ?? '', article: line.article, line: line.line, prepared });
      if (!isFull(batch)) continue;
      const done = commit();
      if (!done.ok) return done;
      progress.show(record.count('added') + record.count('already there'), (file + line.share) / paths.length);
    }
    return commit();
  } finally {
    progress.clear();
  }
}

interface BatchLine extends Pick<AheadLine['line'], 'line' | 'article'>, Pick<AheadLine, 'prepared'> {
  readonly path: string;
}

interface Batch {
  readonly lines: BatchLine[];
  documents: number;
  length: number;
}

function emptyBatch(): Batch {
  return { lines: [], documents: 0, length: 0 };
}

function add(batch: Batch, line: BatchLine): void {
  const { article } = line;
  batch.lines.push(line);
  if (!article.ok) return;
  batch.documents += 1;
  batch.length += article.value.document.text.length;
}

function isFull({ lines, documents, length }: Batch): boolean {
  return documents >= batchDocuments || length >= batchLength || lines.length >= batchLines;
}

function importBatch(
  workbench: Workbench,
  lines: readonly BatchLine[],
  act: string,
  record: ImportRecord,
): Result<null, Failure> {
  const documents = lines.flatMap(({ article, prepared }): readonly PreparedDocument[] =>
    article.ok ? [{ ...article.value.document, prepared }] : [],
  );
  const imported = documents.length === 0 ? ok([]) : workbench.importDocuments(documents, undefined, act);
  if (!imported.ok) return err(withWhatIsIn(imported.error, record.count('added')));
  const answers = imported.value[Symbol.iterator]();
  for (const { path, line, article } of lines) {
    if (!article.ok) {
      record.refused(path, line, article.error);
      continue;
    }
    const answer = answers.next().value;
    if (answer === undefined) throw new Error('The workbench answered for fewer documents than it was given');
    record.took(path, line, answer, article.value.notes);
  }
  return ok(null);
}

/** A failure in the middle takes nothing back of what was committed before it. */
function withWhatIsIn({ type, message }: Failure, added: number): Failure {
  if (added === 0 || type === 'ImportUndone') return { type, message };
  const before = `${counted(added, 'document')} had been added before and stay; import the same files again to go on.`;
  return { type, message: `${message} ${before}` };
}

function answerOf(record: ImportRecord, workbench: Workbench): Answer {
  const { entries } = record;
  const isRefused = record.count('added') + record.count('already there') === 0;
  const complaints = record.complaints();
  return { json: entries, text: isRefused ? '' : `${record.text()}${wholeText(workbench)}`, complaints, isRefused };
}

function wholeText(workbench: Workbench): string {
  const { documents, groups, sharedPassages } = workbench.overview();
  return `${counted(documents, 'document')}, ${counted(groups, 'group')} of near-copies, ${counted(sharedPassages, 'shared passage')}.\n`;
}
