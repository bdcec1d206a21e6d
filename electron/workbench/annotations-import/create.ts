/** Takes another program's annotations into a project: matched, proved, placed, and written as one act. */
import { placeSpans, type PlacedSpan } from '#electron/exchange/set/placing.ts';
import type { ReadDocument, ReadSpan } from '#electron/exchange/set/read-document.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { FoundOccurrence } from '#shared/domain/occurrence.ts';
import { annotatorName } from '#shared/domain/annotator.ts';
import { checkWording } from '#shared/domain/commands/tag-span.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { noteText } from '#shared/domain/note.ts';
import { refusalSentence } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Context } from '../context.ts';
import { failureOf } from '../failures.ts';
import { importNewDocuments } from '../handlers/documents-import.ts';
import { createAnnotationWriter } from './annotation-writer.ts';
import { toldOccurrence, type Assertion } from './assertion.ts';
import { matchDocument } from './document-match.ts';
import type { AnnotationImport, AnnotationImportOptions } from './import.ts';
import { createLabelMatcher, type LabelMatcher } from './label-match.ts';
import { createSummaryCount } from './summary.ts';

/** @param options.annotator has been checked */
export function createAnnotationImport(context: Context, options: AnnotationImportOptions): AnnotationImport {
  const { store, announcer, collation } = context;
  const { act, dryRun } = options;
  const count = createSummaryCount();
  const writer = createAnnotationWriter(context, options, count);
  /** What the file calls its labels, as far as it has been read. */
  const names = new Map<string, string>();
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  /** Ids of the documents that came in with this import. */
  const broughtIn = new Set<string>();
  let matcher: LabelMatcher | undefined;
  const ownAnnotator = options.annotator ?? store.writer.annotator;

  const labelOf = (label: string, name: string | undefined): string => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    matcher ??= createLabelMatcher(
      store.rows.labels().map(({ id, name: called, key }) => ({ label: id, name: called, key })),
    );
    const matched = matcher.match(label, name ?? names.get(label));
    labels.set(label, matched.label.label);
    if (matched.isNew) {
      count.newLabels.push(matched.label.name);
      const events = [{ type: 'label-defined', payload: matched.label } as const];
      if (!dryRun) store.transact(() => ok({ value: null, writing: { actor: ownAnnotator, act, events } }));
    }
    return matched.label.label;
  };

  /** Why this cannot come in, whatever its place. */
  const faultOf = (read: ReadSpan, words: string): string | null => {
    const wording = checkWording(words, '');
    if (!wording.ok) return 'it covers no letter and no digit';
    const note = noteText(read.note ?? '');
    if (!note.ok) return refusalSentence(note.error);
    const annotator = annotatorName(
      read.annotator === undefined || read.annotator === '' ? ownAnnotator : read.annotator,
    );
    return annotator.ok ? null : refusalSentence(annotator.error);
  };

  const assert = (read: ReadSpan, told: Assertion['told'], copies: readonly FoundOccurrence[]): void => {
    const { annotation: key = '', note = '', made = '', own = true } = read;
    const label = labelOf(read.label, read.labelName);
    const annotator = annotatorName(
      read.annotator === undefined || read.annotator === '' ? ownAnnotator : read.annotator,
    );
    if (!annotator.ok) return;
    if (dryRun) {
      if (key === '' || !seen.has(key)) count.annotations += 1;
      if (key !== '') seen.add(key);
      return;
    }
    writer.take({ where: read.where, key, label, annotator: annotator.value, note, made, own, told, copies });
  };

  /** @param document the project's; none yet where nothing is written */
  const takeSpan = (placed: PlacedSpan, text: string, document: string): void => {
    const { read } = placed;
    if (placed.type === 'rejected') return count.rejected(read.where, placed.why);
    const { place } = placed;
    const fault = faultOf(read, text.slice(place.start, place.end));
    if (fault !== null) return count.rejected(read.where, fault);
    if (!settled(placed)) return;
    assert(read, toldOccurrence(document, place, read), []);
  };

  /** Its offsets count a text that is not this one: only words can tell where the spans belong. */
  const takeFromOtherText = (placed: PlacedSpan, text: string, { id, name }: DocumentRow): void => {
    if (placed.type === 'rejected' || placed.read.quote !== null) return takeSpan(placed, text, id);
    const why = `its file has another text of “${name}”, and does not say which words stand there`;
    count.rejected(placed.read.where, why);
  };

  /** Counts the span as proved or repaired; `false` where it may not be repaired. */
  const settled = (placed: Exclude<PlacedSpan, { readonly type: 'rejected' }>): boolean => {
    const { read } = placed;
    if (placed.type === 'ok') count.spans.ok += 1;
    else if (options.repairs) count.repaired(read.where, placed.how);
    else {
      count.repairable += 1;
      count.rejected(read.where, `it could be placed, but only by a repair: ${placed.how}`);
      return false;
    }
    return true;
  };

  /** A text that the project lacks: its spans stand where their words stand in the project's documents. */
  const takeByCollation = (read: ReadDocument, text: string): void => {
    let isMatched = false;
    const copiesOf = collation.copiesOfText(text);
    for (const placed of placeSpans(read, text)) {
      if (placed.type === 'rejected') {
        count.rejected(placed.read.where, placed.why);
        continue;
      }
      const { place } = placed;
      const fault = faultOf(placed.read, text.slice(place.start, place.end));
      const copies = fault === null && place.ranges === undefined ? copiesOf(place).occurrences.slice(1) : [];
      const best = copies.find(({ status }) => status === 'exact') ?? copies.find(({ status }) => status === 'edited');
      if (fault !== null || best === undefined) {
        count.rejected(placed.read.where, fault ?? notInProject(read));
        continue;
      }
      const name = store.rows.document(best.document)?.name ?? best.document;
      const how = `“${nameOf(read)}” is not in the project; its words stand in “${name}”`;
      if (!settled({ type: 'repaired', read: placed.read, place, how })) continue;
      isMatched = true;
      assert(placed.read, toldOccurrence(best.document, best, placed.read), copies);
    }
    if (isMatched) count.matched.collation += 1;
  };

  const takeDocument = (read: ReadDocument, isNew: string | undefined): void => {
    const match = matchDocument(context, read, isNew);
    switch (match.type) {
      case 'refused':
        if (read.spans.length === 0) count.problem(read.where, match.why);
        for (const span of read.spans) count.rejected(span.where, match.why);
        return;
      case 'unknown':
        count.lacking += 1;
        if (dryRun && options.newDocuments && isText(match.text)) {
          count.matched.new += 1;
          for (const placed of placeSpans(read, match.text)) takeSpan(placed, match.text, '');
          return;
        }
        takeByCollation(read, match.text);
        return;
      case 'found':
        count.matched[isNew === undefined ? match.by : 'new'] += 1;
        for (const placed of placeSpans(read, match.text)) {
          if (match.isOtherText) takeFromOtherText(placed, match.text, match.document);
          else takeSpan(placed, match.text, match.document.id);
        }
    }
  };

  /**
   * Documents that the project lacks come in first, all of a part together. The same text under another name is a copy
   * and comes in too, wherever in the file it stands. @returns their ids
   */
  const bringIn = (documents: readonly ReadDocument[]): Result<ReadonlyMap<ReadDocument, string>, Failure> => {
    const fresh: ReadDocument[] = [];
    const given: NewDocument[] = [];
    for (const read of documents) {
      const match = matchDocument(context, read);
      const isCopy = match.type === 'found' && match.by === 'hash' && broughtIn.has(match.document.id);
      if (read.text === null || match.type === 'refused' || !isText(match.text)) continue;
      if (match.type === 'found' && !isCopy) continue;
      fresh.push(read);
      given.push(newDocument(read, match.text, options.file));
    }
    if (fresh.length === 0) return ok(new Map());
    const imported = importNewDocuments(context, given, ownAnnotator, act);
    if (!imported.ok) return imported;
    const ids = imported.value.map(({ documentId }) => documentId);
    for (const id of ids) broughtIn.add(id);
    return ok(new Map(fresh.map((read, at) => [read, ids[at] ?? ''])));
  };

  /** Whoever undoes an import that is under way wants no more of it. */
  const unlessUndone = (write: () => void): Result<null, Failure> => {
    const run = (): Result<null, Failure> => {
      if (store.rows.isReversed(act)) return err(failureOf({ type: 'ImportUndone' }));
      write();
      return ok(null);
    };
    return dryRun ? run() : store.alongside(run);
  };

  return {
    take: (items) => {
      const documents: ReadDocument[] = [];
      const codebook: string[] = [];
      for (const item of items) {
        if (item.type === 'problem') {
          count.problem(item.where, item.why);
          if (item.kind !== 'not-imported') count.broken += 1;
        } else if (item.type === 'labels') {
          for (const { label, name } of item.labels) names.set(label, name);
          if (item.isCodebook === true) codebook.push(...item.labels.map(({ label }) => label));
        } else if (item.type === 'document') documents.push(item.document);
      }
      const brought = options.newDocuments && !dryRun ? bringIn(documents) : ok(new Map<ReadDocument, string>());
      if (!brought.ok) return brought;
      const done = unlessUndone(() => {
        for (const label of codebook) labelOf(label, undefined);
        for (const document of documents) takeDocument(document, brought.value.get(document));
        if (!dryRun) writer.settle();
      });
      announcer.announce();
      return done;
    },
    end: () => {
      const done = unlessUndone(() => writer.end());
      announcer.announce();
      return done.ok ? ok(count.summary()) : done;
    },
    summary: count.summary,
  };
}

function nameOf({ name, id, where }: ReadDocument): string {
  return name ?? id ?? where;
}

/** A document has something to see. */
function isText(text: string): boolean {
  return /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text);
}

function notInProject(read: ReadDocument): string {
  return `“${nameOf(read)}” is not in the project, and its words stand in none of its documents`;
}

function newDocument(read: ReadDocument, text: string, file: string): NewDocument {
  const { id, name, title = '', source, author, date, url } = read;
  const called = [name, id].find((one) => one !== undefined && one !== '') ?? read.where;
  const given = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
    value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: string });
  return {
    name: called,
    title: title === '' ? called : title,
    text,
    origin: {
      file,
      encoding: 'utf-8',
      byteOrderMark: false,
      lineEnds: text.includes('\n') ? 'lf' : 'none',
      ...given('identifier', id),
      ...given('source', source),
      ...given('date', date),
      ...given('author', author),
      ...given('url', url),
    },
  };
}
