/**
 * What the user can do to the project. An act asks the workbench and waits; the screen changes by the commit, never
 * here. A refusal becomes a sentence among the notices, until something is done.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method, MethodInput, MethodOutput } from '#shared/contract/methods.ts';
import { occurrenceKey } from '#shared/contract/rows.ts';
import { editorialInsertion } from '#shared/domain/label.ts';
import type { Result } from '#shared/text/result.ts';
import type { Span } from '#shared/text/span.ts';
import type { Mirror } from './mirror.ts';
import type { Notices } from './notices.ts';
import type { Selection } from './selection.ts';

/** One occurrence, known by its annotation, its document and where it starts (UTF-16). */
export interface OccurrencePlace {
  readonly annotation: string;
  readonly document: string;
  readonly start: number;
}

/** Each resolves to whether it was done; the sentence of a refusal has been given by then. */
export interface Acts {
  /** Tags what the reader selects. */
  readonly tagSelection: (label: string) => Promise<boolean>;
  /** Tags a span of the open document as an editorial insertion. */
  readonly tagInsertion: (span: Span) => Promise<boolean>;
  /** Tells the user that a label needs something to tag. */
  readonly sayNothingSelected: () => void;
  readonly removeAnnotation: (annotation: string) => Promise<boolean>;
  readonly changeNote: (annotation: string, note: string) => Promise<boolean>;
  readonly detach: (occurrence: OccurrencePlace, reason?: string) => Promise<boolean>;
  readonly attach: (occurrence: OccurrencePlace, reason?: string) => Promise<boolean>;
  /** Puts what the reader selects in place of an orphan of the open document. */
  readonly placeOrphan: (annotation: string) => Promise<boolean>;
  readonly dismissOrphan: (annotation: string, document: string, reason?: string) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

export interface ActsDependencies {
  readonly call: Bridge['call'];
  readonly mirror: StoreApi<Mirror>;
  readonly selection: Selection;
  readonly notices: Notices;
}

export function createActs({ call, mirror, selection, notices }: ActsDependencies): Acts {
  async function ask<M extends Method>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>, Failure>> {
    const answer = await call(method, input);
    if (answer.ok) notices.dismissRefusals();
    else notices.add('refusal', answer.error.message);
    return answer;
  }

  async function reverse(method: 'history.undo' | 'history.redo'): Promise<boolean> {
    const before = mirror.getState();
    const answer = await ask(method, {});
    if (!answer.ok) return false;
    const { place } = answer.value;
    if (place === null) return true;
    // The reader follows, so that nothing changes out of sight; so does the annotation one is looking at, if it is its own.
    const { annotation } = selection.store.getState();
    const isAbout = ({ rows }: Mirror): boolean =>
      annotation !== null &&
      rows.annotation.has(annotation) &&
      rows.occurrence.has(occurrenceKey({ annotation, ...place }));
    selection.goTo(place, isAbout(before) || isAbout(mirror.getState()) ? annotation : null);
    return true;
  }

  const sayNothingSelected = (): void =>
    notices.add('refusal', 'Nothing is selected. Select some words, then press the label’s key.');

  async function tagSpan(span: Span, label: string): Promise<boolean> {
    const { document } = selection.store.getState();
    const open = document === null ? undefined : mirror.getState().documents.get(document);
    if (open === undefined) {
      sayNothingSelected();
      return false;
    }
    const quote = open.text.slice(span.start, span.end);
    const answer = await ask('annotation.tag', { document: open.id, span, quote, label, most: 1 });
    const now = selection.store.getState();
    if (!answer.ok || now.document !== open.id) return answer.ok;
    // The colour of a selection would hide that of the new tag; one made meanwhile is left alone.
    const isStanding = now.span?.start === span.start && now.span.end === span.end;
    if (isStanding) selection.ask({ type: 'select', span: { start: span.end, end: span.end } });
    selection.selectAnnotation(answer.value.annotation);
    return answer.ok;
  }

  return {
    sayNothingSelected,
    tagSelection: async (label) => {
      const { span } = selection.store.getState();
      if (span !== null) return tagSpan(span, label);
      sayNothingSelected();
      return false;
    },
    tagInsertion: async ({ start, end }) => {
      if (mirror.getState().rows.label.has(editorialInsertion)) return tagSpan({ start, end }, editorialInsertion);
      notices.add('refusal', 'The codebook has no label for editorial insertions.');
      return false;
    },
    removeAnnotation: async (annotation) => {
      const answer = await ask('annotation.remove', { annotation });
      if (answer.ok && selection.store.getState().annotation === annotation) selection.selectAnnotation(null);
      return answer.ok;
    },
    changeNote: async (annotation, note) => (await ask('annotation.note', { annotation, note })).ok,
    detach: async (occurrence, reason) => (await ask('occurrence.detach', withReason(occurrence, reason))).ok,
    attach: async (occurrence, reason) => (await ask('occurrence.attach', withReason(occurrence, reason))).ok,
    placeOrphan: async (annotation) => {
      const { document, span } = selection.store.getState();
      const open = document === null ? undefined : mirror.getState().documents.get(document);
      if (open === undefined || span === null) {
        notices.add('refusal', 'Nothing is selected. Select the words where the passage stands now, then place it.');
        return false;
      }
      const quote = open.text.slice(span.start, span.end);
      const answer = await ask('occurrence.place', { annotation, document: open.id, span, quote });
      if (answer.ok) selection.selectAnnotation(annotation);
      return answer.ok;
    },
    dismissOrphan: async (annotation, document, reason) =>
      (await ask('orphan.dismiss', { annotation, document, ...(reason === undefined ? {} : { reason }) })).ok,
    undo: () => reverse('history.undo'),
    redo: () => reverse('history.redo'),
  };
}

function withReason({ annotation, document, start }: OccurrencePlace, reason: string | undefined) {
  return { annotation, document, start, ...(reason === undefined ? {} : { reason }) };
}
