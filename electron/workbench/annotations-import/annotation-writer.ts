/**
 * Writes what a file asserts into the log. Places of one annotation may come in any order, from documents that lie far
 * apart in the file: those that come before the annotator's own span wait for it, lest a copy be taken for it.
 */
import { tagSpan, type TagDecision, type TagFacts } from '#shared/domain/commands/tag-span.ts';
import { importOccurrences, type ToldOccurrence } from '#shared/domain/commands/import-occurrences.ts';
import type { EventDraft } from '#shared/domain/event.ts';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import { refusalSentence, type Refusal } from '#shared/domain/refusal.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { Context } from '../context.ts';
import type { Assertion } from './assertion.ts';
import type { AnnotationImportOptions } from './import.ts';
import type { SummaryCount } from './summary.ts';
import { isInstant, isUuid, occurrencesOf, standingAnnotation } from './tag-facts.ts';

/** Places that wait for their annotators' own spans: beyond that the first come stand for themselves. */
const mostWaiting = 50_000;

/** Further places of one annotation that are written together. */
const mostFurther = 2000;

export interface AnnotationWriter {
  readonly take: (assertion: Assertion) => void;
  /** Writes further places of annotations that are there: whoever takes many assertions settles after some thousand. */
  readonly settle: () => void;
  /** Writes those whose annotator's own span never came: the first place that counts stands for it. */
  readonly end: () => void;
}

interface FurtherPlaces {
  readonly actor: string;
  readonly byDocument: Map<string, ToldOccurrence[]>;
  count: number;
}

export function createAnnotationWriter(
  context: Context,
  { act, file }: AnnotationImportOptions,
  count: SummaryCount,
): AnnotationWriter {
  const { store } = context;
  /** Annotations of the project by those of the file; `null` where it was refused. */
  const known = new Map<string, string | null>();
  const waiting = new Map<string, Assertion[]>();
  let waitingCount = 0;
  /** Further places by annotation: to add one to an annotation that has thousands is to read them all. */
  const further = new Map<string, FurtherPlaces>();

  const write = <T>(
    actor: string,
    decide: () => Result<{ readonly value: T; readonly events: readonly EventDraft[] }, Refusal>,
  ): Result<T, Refusal> => {
    const done = store.transact<T, Refusal>(() => {
      const decided = decide();
      return decided.ok
        ? ok({ value: decided.value.value, writing: { actor, act, events: decided.value.events } })
        : decided;
    });
    return done.ok ? ok(done.value.value) : done;
  };

  /** Makes the annotation, or joins the one that says the same already. @param own its first, the others follow */
  const tag = (own: Assertion, others: readonly Assertion[]): void => {
    const told = [own, ...others].map((one) => one.told);
    const tagged = write(own.annotator, () => {
      const decided = decideTag(own, told);
      return decided.ok
        ? ok({
            value: { annotation: decided.value.annotation, joined: decided.value.joined },
            events: decided.value.events,
          })
        : decided;
    });
    if (own.key !== '') known.set(own.key, tagged.ok ? tagged.value.annotation : null);
    if (!tagged.ok) {
      for (const one of [own, ...others]) count.rejected(one.where, refusalSentence(tagged.error));
      return;
    }
    if (tagged.value.joined) count.joined += 1;
    else count.annotations += 1;
    if (told.some(({ verdict }) => verdict !== null)) tell(own.annotator, tagged.value.annotation, told);
  };

  const decideTag = (
    own: Assertion,
    told: readonly ToldOccurrence[],
  ): Result<TagDecision & { readonly joined: boolean }, Refusal> => {
    const { found } = own.told;
    const { document, start, end } = found;
    const text = context.text(document);
    const standing = standingAnnotation(context, own, text);
    const isFree = own.key === '' || !isUuid(own.key) || store.rows.ownSpan(own.key) !== undefined;
    const annotation = isFree ? context.identity.newId() : own.key;
    const facts: TagFacts = {
      name: store.rows.document(document)?.name ?? document,
      text,
      labels: store.rows.labels().map(({ id }) => id),
      occurrences: occurrencesOf(context, own, told),
      standing,
    };
    const imported = {
      file,
      ...(own.key === '' ? {} : { annotation: own.key }),
      ...(isInstant(own.made) ? { made: own.made } : {}),
    };
    const { label, note } = own;
    const quote = text.slice(start, end);
    const decided = tagSpan({ annotation, document, span: { start, end }, quote, label, note, imported }, facts);
    return decided.ok ? ok({ ...decided.value, joined: standing !== null }) : decided;
  };

  const tell = (actor: string, annotation: string, told: readonly ToldOccurrence[]): void => {
    const row = store.rows.annotation(annotation);
    if (row === undefined) return;
    const standing = { ...row, occurrences: store.rows.occurrencesOf(annotation) };
    write(actor, () => ok({ value: null, events: importOccurrences(standing, told) }));
  };

  const tellFurther = (annotation: string): void => {
    const places = further.get(annotation);
    further.delete(annotation);
    if (places !== undefined) tell(places.actor, annotation, [...places.byDocument.values()].flat());
  };

  const addFurther = (actor: string, annotation: string, told: ToldOccurrence): void => {
    const { document } = told.found;
    const before = further.get(annotation);
    // What is told twice of one place is told one after the other.
    const isTwice = before?.byDocument.get(document)?.some(({ found }) => rangesOverlap(found, told.found));
    if (isTwice === true || before?.count === mostFurther || before?.actor !== actor) tellFurther(annotation);
    const places = further.get(annotation) ?? { actor, byDocument: new Map<string, ToldOccurrence[]>(), count: 0 };
    further.set(annotation, places);
    const there = places.byDocument.get(document) ?? [];
    places.byDocument.set(document, there);
    there.push(told);
    places.count += 1;
  };

  const settle = (): void => {
    for (const annotation of further.keys()) tellFurther(annotation);
  };

  const wait = (assertion: Assertion): void => {
    const before = waiting.get(assertion.key);
    if (before === undefined) waiting.set(assertion.key, [assertion]);
    else before.push(assertion);
    waitingCount += 1;
    for (const key of waiting.keys()) {
      if (waitingCount <= mostWaiting) break;
      waitNoLonger(key);
    }
  };

  const waitNoLonger = (key: string): void => {
    const assertions = waiting.get(key) ?? [];
    waiting.delete(key);
    waitingCount -= assertions.length;
    const own = assertions.find(({ told }) => told.verdict !== 'detached') ?? assertions[0];
    const others = assertions.filter((one) => one !== own);
    if (own !== undefined) tag(own, others);
  };

  return {
    take: (assertion) => {
      const { key, own, told, annotator } = assertion;
      if (key === '') return tag(assertion, []);
      const annotation = known.get(key);
      if (annotation === null) return count.rejected(assertion.where, 'the annotation it belongs to was refused');
      if (annotation !== undefined) return addFurther(annotator, annotation, told);
      if (!own) return wait(assertion);
      const before = waiting.get(key) ?? [];
      waiting.delete(key);
      waitingCount -= before.length;
      return tag(assertion, before);
    },
    settle,
    end: () => {
      settle();
      for (const key of waiting.keys()) waitNoLonger(key);
    },
  };
}
