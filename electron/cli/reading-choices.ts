/** What the command line says of how files are to be read. */
import type { Failure } from '#shared/contract/failure.ts';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ReadingChoices, TableColumns } from '#electron/exchange/article-reader.ts';
import type { Arguments } from './arguments.ts';

/** As `--columns` calls them. */
const roles = {
  text: 'text',
  title: 'title',
  id: 'identifier',
  source: 'source',
  author: 'author',
  date: 'date',
  url: 'url',
} as const satisfies Record<string, keyof TableColumns>;

export const columnRoles: readonly string[] = Object.keys(roles);

export function readingChoices(args: Arguments): Result<ReadingChoices, Failure> {
  const encoding = args.optionalText('encoding');
  if (encoding !== undefined && !isEncoding(encoding)) {
    const message = `There is no encoding “${printable(encoding)}”. Give the name that the Encoding Standard has for it, such as windows-1252, iso-8859-2 or shift_jis.`;
    return err({ type: 'UnknownEncoding', message });
  }
  const written = args.optionalText('columns');
  const columns = written === undefined ? ok(undefined) : tableColumns(written);
  return columns.ok ? ok({ encoding, columns: columns.value }) : columns;
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** `text=body,title=headline`; the part after the first equals sign is the column. */
function tableColumns(written: string): Result<TableColumns, Failure> {
  const chosen = new Map<keyof TableColumns, string>();
  for (const part of written.split(',')) {
    const at = part.indexOf('=');
    const role = part.slice(0, Math.max(0, at)).trim();
    const column = part.slice(at + 1).trim();
    if (!isRole(role) || column === '') {
      return badColumns(`“${printable(part)}” names no column. Write ${columnRoles.join('=…, ')}=….`);
    }
    if (chosen.has(roles[role])) return badColumns(`The column of the ${role} is given twice.`);
    chosen.set(roles[role], column);
  }
  const text = chosen.get('text');
  if (text === undefined) return badColumns('It is not said which column is the text: text=….');
  return ok({ ...Object.fromEntries(chosen), text });
}

function isRole(role: string): role is keyof typeof roles {
  return Object.hasOwn(roles, role);
}

function badColumns(message: string): Result<never, Failure> {
  return err({ type: 'BadColumns', message });
}
