/**
 * What the user can do to the project. An act asks the workbench and waits; the screen changes by the commit, never
 * here. A refusal becomes a sentence among the notices.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method, MethodInput, MethodOutput } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';
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
  /** Tells the user that a label needs something to tag. */
  readonly sayNothingSelected: () => void;
  readonly removeAnnotation: (annotation: string) => Promise<boolean>;
  readonly changeNote: (annotation: string, note: string) => Promise<boolean>;
  readonly detach: (occurrence: OccurrencePlace, reason?: string) => Promise<boolean>;
  readonly attach: (occurrence: OccurrencePlace, reason?: string) => Promise<boolean>;
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
    if (!answer.ok) notices.add('refusal', answer.error.message);
    return answer;
  }

  async function reverse(method: 'history.undo' | 'history.redo'): Promise<boolean> {
    const answer = await ask(method, {});
    // The reader follows, so that nothing changes out of sight.
    if (answer.ok && answer.value.place !== null) selection.goTo(answer.value.place);
    return answer.ok;
  }

  const sayNothingSelected = (): void =>
    notices.add('refusal', 'Nothing is selected. Select some words, then press the label’s key.');

  return {
    sayNothingSelected,
    tagSelection: async (label) => {
      const { document, span } = selection.store.getState();
      const open = document === null ? undefined : mirror.getState().documents.get(document);
      if (open === undefined || span === null) {
        sayNothingSelected();
        return false;
      }
      const quote = open.text.slice(span.start, span.end);
      const answer = await ask('annotation.tag', { document: open.id, span, quote, label });
      if (answer.ok && selection.store.getState().document === open.id) {
        selection.selectAnnotation(answer.value.annotation);
      }
      return answer.ok;
    },
    removeAnnotation: async (annotation) => {
      const answer = await ask('annotation.remove', { annotation });
      if (answer.ok && selection.store.getState().annotation === annotation) selection.selectAnnotation(null);
      return answer.ok;
    },
    changeNote: async (annotation, note) => (await ask('annotation.note', { annotation, note })).ok,
    detach: async (occurrence, reason) => (await ask('occurrence.detach', withReason(occurrence, reason))).ok,
    attach: async (occurrence, reason) => (await ask('occurrence.attach', withReason(occurrence, reason))).ok,
    undo: () => reverse('history.undo'),
    redo: () => reverse('history.redo'),
  };
}

function withReason({ annotation, document, start }: OccurrencePlace, reason: string | undefined) {
  return { annotation, document, start, ...(reason === undefined ? {} : { reason }) };
}
