import { resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { AheadLine } from '#electron/exchange/read-ahead/message.ts';
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import { readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { fileOf, insideOf } from '#electron/workbench/import-preview.ts';
import type { PreparedDocument, Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command, Surroundings } from '../command.ts';
import { columnRoles, readingChoices } from '../reading-choices.ts';
import { previewPaths, type ImportPath } from '../import-preview.ts';
import { createImportRecord, type ImportRecord } from '../import-record.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

/** How much is committed at a time: documents, UTF-16 units of text and bytes of files, and lines, of which all may be refused. */
const batchDocuments = 64;
const batchLength = 8_000_000;
const batchLines = 1000;

export const importCommand: Command = {
  name: 'import',
  summary: 'brings articles in: files, folders and zip archives of them',
  positionals: [projectPositional, { name: 'PATH', many: true }],
  options: [
    {
      name: 'encoding',
      value: 'NAME',
      kind: 'text',
      required: false,
      help: 'how the files are written that are not UTF-8, such as windows-1252',
    },
    {
      name: 'columns',
      value: 'text=COLUMN,…',
      kind: 'text',
      required: false,
      help: `which column of a .csv or .tsv is the ${columnRoles.join(', ')}; by its name, or 1, 2, … where it has none`,
    },
  ],
  flags: [{ name: 'dry-run', help: 'say what would come in and what is refused, and write nothing' }],
  notes: [
    'Read are .txt, .md, .html, .docx, .odt, .pdf, .epub, .eml, and of many articles .jsonl, .ndjson, .csv, .tsv; and folders and .zip archives of these.',
    'A line of .jsonl or .ndjson is {"text" or "content", "id", "title", "source", "author", "date", "url"}; all but the text may be left out, other fields are passed over. The document is called by its id, else by its title, else by file and line.',
    'A file that is not UTF-8 is refused until its encoding is said; a preview (--dry-run) shows what it may be.',
    'Another text under the address (URL) of a document that is there is a changed version of it, and comes into its group; see “orphans”.',
    'All articles of one import are one step of undo. A file or a line that cannot be read is refused by itself: the others go in. An import that was broken off keeps what is in; give the same files again to go on.',
    'Exit status 1 means that everything was refused.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, async (workbench) => {
      const paths = args.positionalsFrom(1).map((path) => ({ path, at: resolve(surroundings.cwd, path) }));
      const choices = readingChoices(args);
      if (!choices.ok) return choices;
      const byPath = Object.fromEntries(paths.map(({ at }) => [at, choices.value]));
      if (args.flag('dry-run')) return ok(await previewPaths(workbench, paths, byPath, surroundings));
      const record = createImportRecord(args.json);
      const done = await importPaths(workbench, paths, byPath, record, surroundings);
      return done.ok ? ok(answerOf(record, workbench)) : done;
    }),
};

async function importPaths(
  workbench: Workbench,
  paths: readonly ImportPath[],
  choices: PathChoices,
  record: ImportRecord,
  { progress, readAhead: script }: Surroundings,
): Promise<Result<null, Failure>> {
  const act = systemIdentity.newId();
  let batch = emptyBatch();
  const commit = (): Result<null, Failure> => {
    const { lines } = batch;
    batch = emptyBatch();
    return importBatch(workbench, lines, act, record);
  };
  try {
    const files = paths.map(({ at }) => at);
    for await (const { file, line, prepared, packed } of readAhead(files, { script, choices })) {
      const { path = '', at = '' } = paths[file] ?? {};
      const inside = insideOf(at, fileOf(at, line.article));
      add(batch, { path: `${path}${inside}`, article: line.article, line: line.line, prepared, packed });
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

interface BatchLine extends Pick<AheadLine['line'], 'line' | 'article'>, Pick<AheadLine, 'prepared' | 'packed'> {
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
  const { article, packed } = line;
  batch.lines.push(line);
  if (!article.ok) return;
  const { text, original } = article.value.document;
  batch.documents += 1;
  batch.length += text.length + (packed?.deflated.length ?? original?.length ?? 0);
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
  const documents = lines.flatMap(({ article, prepared, packed }): readonly PreparedDocument[] =>
    article.ok ? [{ ...article.value.document, prepared, packed }] : [],
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
