/** What an export would come to, found out on its first documents. */
import { isSetFormatName, setFormatNames, setFormats } from '#electron/exchange/set/catalogue.ts';
import { surveyOf } from '#electron/exchange/set/holding.ts';
import { lossSentence } from '#electron/exchange/set/loss.ts';
import { previewFile } from '#electron/exchange/set/preview.ts';
import { scopedSet, type Scope } from '#electron/exchange/set/scope.ts';
import type { ExportChoices, ExportOptions, ExportPreview, ExportScope } from '#shared/contract/export-choices.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Context } from '../context.ts';
import { annotatedSet } from '../listing/annotated-set.ts';

/** Documents that are looked at, and UTF-16 units of their texts: they are held. */
const most = 2000;
const mostCharacters = 20_000_000;

export function exportOptions({ store }: Pick<Context, 'store'>): ExportOptions {
  const formats = setFormatNames.map((name) => {
    const { title, purpose, endings, layout, textOptional } = setFormats[name];
    return { name, title, purpose, ending: endings[0], layout, textOptional };
  });
  return { formats, annotators: store.annotated.annotators() };
}

export function previewExport(
  context: Pick<Context, 'store'>,
  { format: name, scope, text }: ExportChoices,
): Result<ExportPreview, Failure> {
  if (!isSetFormatName(name)) return err(unknownFormat(name));
  const format = setFormats[name];
  const options = { text: text || !format.textOptional };
  const letGo = context.store.holdSnapshot();
  try {
    const { set: within, size } = setWithin(context, scope.within);
    const set = scopedSet(within, chosenScope(scope));
    const { losses, documents, annotations, occurrences } = surveyOf(set, format, options);
    return ok({
      ...previewFile(set, name, options),
      losses: losses.map(lossSentence),
      // Those that were not looked at are in the file, too, where it holds documents without annotations.
      documents: documents + (format.holds.untagged ? size - within.size : 0),
      annotations,
      occurrences,
      lookedAt: within.size,
      size,
    });
  } finally {
    letGo();
  }
}

/** The scope in the words of the exporters. */
export function scopeOf(scope: ExportScope): Scope {
  const { within } = scope;
  const place =
    within.type === 'all'
      ? {}
      : within.type === 'group'
        ? { groups: [within.group] }
        : { documents: [within.document] };
  return { ...chosenScope(scope), ...place };
}

function chosenScope({ labels, annotators, statuses, rows }: ExportScope): Scope {
  return { labels, annotators, statuses, rows };
}

/** The documents that are looked at, and how many there are in all. */
interface LookedAt {
  readonly set: AnnotatedSet;
  readonly size: number;
}

/** They are read once and held: whoever counts, tells losses and writes walks them again and again. */
function setWithin(context: Pick<Context, 'store'>, within: ExportScope['within']): LookedAt {
  const whole = annotatedSet(context);
  const rows = within.type === 'all' ? rowsOfAll(context) : rowsOf(context, idsWithin(context, within));
  const kept: AnnotatedDocument[] = [];
  let characters = 0;
  for (const document of annotatedSet(context, rows.slice(0, most)).documents()) {
    kept.push(document);
    characters += document.text.length;
    if (characters >= mostCharacters) break;
  }
  kept.sort(byName);
  const set = { ...whole, ...(within.type === 'all' ? {} : part), size: kept.length, documents: () => kept };
  return { set, size: within.type === 'all' ? whole.size : rows.length };
}

/** A part has no history, and what is said of no document is not of it. */
const part = { history: undefined, bare: [] } as const;

/** What is tagged may lie anywhere in a large library: it comes first, and others only where there is room. */
function rowsOfAll(context: Pick<Context, 'store'>): readonly DocumentRow[] {
  const { rows, annotated } = context.store;
  const tagged = rowsOf(context, annotated.documents(most));
  const ids = new Set(tagged.map(({ id }) => id));
  return [...tagged, ...rows.documentsAfter(null, most).filter(({ id }) => !ids.has(id))];
}

function rowsOf({ store: { rows } }: Pick<Context, 'store'>, ids: readonly string[]): readonly DocumentRow[] {
  return ids.flatMap((id) => rows.document(id) ?? []).toSorted(byName);
}

function idsWithin(
  { store: { rows } }: Pick<Context, 'store'>,
  within: Exclude<ExportScope['within'], { readonly type: 'all' }>,
): readonly string[] {
  if (within.type === 'document') return [within.document];
  return rows.collations().flatMap(({ document, group }) => (group === within.group ? [document] : []));
}

type Named = Pick<DocumentRow, 'name' | 'id'>;

/** The order of an export. */
function byName(a: Named, b: Named): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

export function unknownFormat(name: string): Failure {
  return { type: 'UnknownFormat', message: `There is no format “${name.slice(0, 60)}”. Choose one of the list.` };
}
