import { basename, resolve } from 'node:path';
import type { NewDocument } from '#shared/domain/document.ts';
import { ok } from '#shared/text/result.ts';
import { readArticle } from '#electron/exchange/article-file.ts';
import { articleRefusalSentence } from '#electron/exchange/article-refusal.ts';
import type { ImportedDocument, Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

interface ImportEntry {
  readonly document: string;
  readonly documentId: string | null;
  readonly status: ImportedDocument['status'] | 'refused';
  readonly reason: string;
  readonly path: string;
}

export const importCommand: Command = {
  name: 'import',
  summary: 'brings articles in (.txt, .md)',
  positionals: [projectPositional, { name: 'PATH', many: true }],
  options: [],
  notes: [
    'All articles of one import are one step of undo. A file that cannot be read is refused by itself: the others go in.',
    'Exit status 1 means that every file was refused.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const read = args
        .positionalsFrom(1)
        .map((path) => ({ path, article: readArticle(resolve(surroundings.cwd, path)) }));
      const documents = read.flatMap(({ article }): readonly NewDocument[] => (article.ok ? [article.value] : []));
      const imported = documents.length === 0 ? ok([]) : workbench.importDocuments(documents);
      if (!imported.ok) return imported;
      const answers = imported.value[Symbol.iterator]();
      const entries = read.map(({ path, article }): ImportEntry => {
        if (article.ok) return importedEntry(path, answers.next().value);
        const reason = articleRefusalSentence(article.error);
        return { document: basename(path), documentId: null, status: 'refused', reason, path };
      });
      return ok(answerOf(entries, workbench));
    }),
};

function importedEntry(path: string, answer: ImportedDocument | undefined): ImportEntry {
  if (answer === undefined) throw new Error('The workbench answered for fewer documents than it was given');
  const { document, documentId, status, reason } = answer;
  return { document, documentId, status, reason, path };
}

function answerOf(entries: readonly ImportEntry[], workbench: Workbench): Answer {
  const isRefused = entries.every(({ status }) => status === 'refused');
  const complaints = entries.flatMap(({ status, reason }) => (status === 'refused' ? [reason] : []));
  return { json: entries, text: isRefused ? '' : summary(entries, workbench), complaints, isRefused };
}

function summary(entries: readonly ImportEntry[], workbench: Workbench): string {
  const rows = entries.flatMap(({ document, status, reason }) =>
    status === 'refused' ? [] : [[status, document, reason]],
  );
  const number = (wanted: ImportEntry['status']): number => entries.filter(({ status }) => status === wanted).length;
  const tally = `${number('added')} added, ${number('already there')} already there, ${number('refused')} refused.`;
  const { documents, groups, sharedPassages } = workbench.overview();
  const whole = `${counted(documents, 'document')}, ${counted(groups, 'group')} of near-copies, ${counted(sharedPassages, 'shared passage')}.`;
  return `${table(rows)}${tally}\n${whole}\n`;
}
