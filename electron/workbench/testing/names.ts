/** What tests do and say of a project again and again, by the names of its documents. */
import type { Tagged } from '#shared/contract/methods.ts';
import type { Workbench } from '../workbench.ts';
import { valueOf } from './five-articles.ts';

export const idOf = (workbench: Workbench, name: string): string => valueOf(workbench.resolveDocument(name)).id;

export function tag(
  workbench: Workbench,
  name: string,
  start: number,
  end: number,
  label = 'claim',
  as?: string,
): Tagged {
  const document = idOf(workbench, name);
  const quote = workbench.text(document).slice(start, end);
  return valueOf(workbench.call('annotation.tag', { document, span: { start, end }, quote, label }, as));
}

/** `002 [459,487) exact` for every place. */
export function places(
  workbench: Workbench,
  list: readonly { document: string; start: number; end: number; status?: string; reason?: string }[],
): readonly string[] {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name.slice(0, 3)]));
  return list.map(({ document, start, end, status, reason }) =>
    `${names.get(document)} [${start},${end}) ${status ?? reason ?? ''}`.trim(),
  );
}

/** `claim 1·3` for every label with a count, `+n` for those that wait. */
export function counts(workbench: Workbench, name?: string): readonly string[] {
  const { labels, documents } = workbench.counts();
  const lines =
    name === undefined ? labels : documents.find(({ document }) => document === idOf(workbench, name))?.labels;
  return (lines ?? [])
    .filter(({ passages, occurrences, pending }) => passages + occurrences + pending > 0)
    .map(
      ({ label, passages, occurrences, pending }) =>
        `${label} ${passages}·${occurrences}${pending > 0 ? ` +${pending}` : ''}`,
    );
}

export const refusalOf = (result: { ok: true } | { ok: false; error: { type: string; message: string } }): string =>
  result.ok ? 'accepted' : `${result.error.type}: ${result.error.message}`;
