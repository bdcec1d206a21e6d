/** From what was read to what a preview says of it. */
import { basename, extname } from 'node:path';
import type { PreviewedArticle } from '#shared/contract/import-preview.ts';
import type { AheadLine } from '#electron/exchange/read-ahead/message.ts';
import { readRefusalSentence, type ReadRefusal } from '#electron/exchange/read-refusal.ts';
import type { Workbench } from './workbench.ts';

/**
 * Looks at articles one after the other; nothing is written.
 * @param paths of the files, folders and archives that are read, in their order
 */
export function createImportPreview(
  workbench: Pick<Workbench, 'previewDocuments'>,
  paths: readonly string[],
): (read: AheadLine) => PreviewedArticle {
  const look = workbench.previewDocuments();
  return ({ file, line: { line, article } }) => {
    const path = paths[file] ?? '';
    if (!article.ok) return { ...nothing, ...asked(article.error), ...refusedFacts(path, article.error), file, line };
    const { document, notes } = article.value;
    const { origin, title, text } = document;
    // Its file is not written, so it need not be packed either.
    const { original: _, ...unpacked } = document;
    const answer = look(unpacked);
    const inside = insideOf(path, fileOf(path, article));
    const { source = '', author = '', date = '', url = '', encoding } = origin;
    const status = answer.status === 'already there' ? 'there' : answer.versionOf === undefined ? 'new' : 'changed';
    const told = { name: answer.document, title, kind: kindOf(origin.file), length: text.length, encoding };
    const where = { source, author, date, url };
    return { ...nothing, file, inside, line, ...told, ...where, status, sentence: answer.reason, notes };
  };
}

const nothing = {
  inside: '',
  title: '',
  length: 0,
  encoding: '',
  source: '',
  author: '',
  date: '',
  url: '',
  notes: [],
  encodings: [],
  columns: null,
} as const;

function refusedFacts(path: string, refusal: ReadRefusal) {
  const name = basename(refusal.file).toWellFormed();
  const sentence = readRefusalSentence(refusal);
  return { name, sentence, status: 'refused', kind: kindOf(name), inside: insideOf(path, refusal.file) } as const;
}

/** What the refusal wants to know. */
function asked(refusal: ReadRefusal): Partial<Pick<PreviewedArticle, 'encodings' | 'columns'>> {
  if (refusal.type === 'ArticleEncodingUnconfirmed') return { encodings: refusal.readings };
  if (refusal.type === 'ArticleColumnsUnknown') return { columns: { names: refusal.columns, rows: refusal.rows } };
  return {};
}

/** The file's name as its reader knew it: by the folder or archive it lay in, or the path itself. */
export function fileOf(path: string, article: AheadLine['line']['article']): string {
  if (!article.ok) return article.error.file;
  const { within, file } = article.value.document.origin;
  return within === undefined ? path : `${within}/${file}`;
}

/** The way in a folder or an archive, “/2024/story.txt”; empty where the path is the file itself. */
export function insideOf(path: string, file: string): string {
  return file === path || !file.includes('/') || file.startsWith('/') ? '' : file.slice(file.indexOf('/'));
}

function kindOf(file: string): string {
  return extname(file).slice(1).toLowerCase();
}
