import { basename, resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { exportForPassim } from '#electron/exchange/passim/export.ts';
import { passimInvocation, quoted } from '#electron/exchange/passim/invocation.ts';
import { readAlignments } from '#electron/exchange/passim/parse.ts';
import { alignmentRefusalSentence, type AlignmentRefusal } from '#electron/exchange/passim/refusal.ts';
import { createAlignmentCheck, type KnownDocument } from '#electron/exchange/passim/verify.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

/** Alignments committed at a time, and refused lines named where not all are asked for. */
const batchSize = 5000;
const linesNamed = 20;

export const passimCommand: Command = {
  name: 'passim',
  summary: 'writes the documents for passim, which runs on Spark, and takes its alignments back as links',
  positionals: [{ name: 'export or import' }, projectPositional, { name: 'DIR or align.json' }],
  usage: 'export PROJECT DIR|import PROJECT align.json',
  checkPositionals: ([act = '']) =>
    act === 'export' || act === 'import' ? null : `“passim” can export or import, not “${printable(act)}”.`,
  options: [],
  notes: [
    'export writes passim-input.json into the folder and says how to run passim 2 on it. A document’s “id” is its id here, its “series” the source, or the id where nobody said.',
    'import takes align.json, a folder of Spark’s parts (packed with gzip or not), or passim’s whole output folder. Each alignment is held against the texts; one that is wrong is named and left out, one that is there already is not taken twice. All are one step of undo. Tags that stand already are not changed.',
    'Exit status 1 means that everything was refused.',
  ],
  run: (args, surroundings) =>
    withProject(
      args,
      surroundings,
      (workbench) => {
        const path = resolve(surroundings.cwd, args.positional(2));
        return args.positional(0) === 'export'
          ? exportDocuments(workbench, args.positional(1), path)
          : importAlignments(workbench, path, args.json);
      },
      1,
    ),
};

function exportDocuments(workbench: Workbench, project: string, folder: string): Result<Answer, Failure> {
  const documents = workbench.documents();
  const written = exportForPassim(folder, documents, workbench.text);
  if (!written.ok) return written;
  const { command, alignments } = passimInvocation(written.value, folder);
  const text = [
    `Wrote ${counted(documents.length, 'document')} to “${written.value}”. Let passim 2 read them, on one machine or many:`,
    `  ${command}`,
    'and take back what it found:',
    `  variorum passim import ${quoted(project)} ${quoted(alignments)}`,
    '',
  ].join('\n');
  return ok({ json: { exported: documents.length, file: written.value }, text });
}

interface Refused {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

function importAlignments(workbench: Workbench, path: string, all: boolean): Result<Answer, Failure> {
  const act = systemIdentity.newId();
  const check = createAlignmentCheck(finderOf(workbench));
  const refused: Refused[] = [];
  const total = { imported: 0, known: 0, refused: 0 };
  let batch: OutsideAlignment[] = [];
  const commit = (): Result<null, Failure> => {
    if (batch.length === 0) return ok(null);
    const done = workbench.importAlignments(basename(path), batch, undefined, act);
    if (!done.ok) return err(withWhatIsIn(done.error, total.imported));
    total.imported += done.value.imported;
    total.known += done.value.known;
    batch = [];
    return ok(null);
  };
  const refuse = (refusal: AlignmentRefusal): void => {
    total.refused += 1;
    const { path: file, line } = refusal;
    if (all || refused.length < linesNamed)
      refused.push({ file: basename(file), line, reason: alignmentRefusalSentence(refusal) });
  };
  for (const { path: part, line, alignment } of readAlignments(path)) {
    const checked = alignment.ok ? check(alignment.value) : alignment;
    if (!checked.ok) {
      refuse({ path: part, line, fault: checked.error });
      continue;
    }
    batch.push(checked.value);
    if (batch.length < batchSize) continue;
    const done = commit();
    if (!done.ok) return done;
  }
  const done = commit();
  return done.ok ? ok(answerOf(total, refused)) : done;
}

interface Total {
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
}

function answerOf({ imported, known, refused: count }: Total, refused: readonly Refused[]): Answer {
  const unnamed = count - refused.length;
  return {
    json: { imported, known, refused },
    text: `${counted(imported, 'alignment')} imported, ${shown(known)} already there, ${shown(count)} refused.\n`,
    complaints: [
      ...refused.slice(0, linesNamed).map(({ reason }) => reason),
      ...(unnamed > 0 ? [`And ${shown(unnamed)} more. --json names them all.`] : []),
    ],
    isRefused: count > 0 && imported + known === 0,
  };
}

function finderOf(workbench: Workbench): (id: string) => KnownDocument | undefined {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name]));
  return (id) => {
    const name = names.get(id);
    return name === undefined ? undefined : { name, text: workbench.text(id) };
  };
}

/** A failure in the middle takes nothing back of what was committed before it. */
function withWhatIsIn({ type, message }: Failure, imported: number): Failure {
  if (imported === 0 || type === 'ImportUndone') return { type, message };
  return { type, message: `${message} ${counted(imported, 'alignment')} had been imported before and stay.` };
}

function shown(number: number): string {
  return number.toLocaleString('en');
}
