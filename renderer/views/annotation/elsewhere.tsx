import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { rangesOverlap } from '#shared/domain/occurrence.ts';
import type { ReadElsewhere, ReadElsewheres } from '#shared/contract/methods.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { annotationText, elsewhereReasonText } from '#renderer/catalogue/annotation.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { ActionButton, IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Excerpt } from './excerpt.tsx';
import { focusItem, jumpBeside, moveAlong } from './list-keys.ts';

/** Documents looked through at once: a common word stands in all of them, and often. */
const lookedThrough = 40;
/** Milliseconds. */
const restingFor = 800;
const none: ReadElsewheres = { places: [], unread: 0 };

interface ElsewhereProps {
  readonly annotation: string;
  /** The list is asked for again when these change. */
  readonly occurrences: readonly OccurrenceRow[];
}

/** The same wording where it is not the same passage: listed, and one press away from being attached. */
export function Elsewhere({ annotation, occurrences }: ElsewhereProps) {
  const { call } = useWindowState();
  const [found, setFound] = useState<ReadElsewheres | null>(null);
  const [most, setMost] = useState(lookedThrough);
  const isFirst = useRef(true);
  const [failure, setFailure] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** What was listed when more was asked for. */
  const listedBefore = useRef<ReadElsewheres | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await call('annotation.elsewhere', { annotation, most });
      if (!current) return;
      setFailure(answer.ok ? null : answer.error.message);
      setFound(answer.ok ? answer.value : none);
    };
    // Copies come in by the hundred while an import runs: the list is made again when they rest.
    const pause = setTimeout(() => void ask(), isFirst.current ? 0 : restingFor);
    isFirst.current = false;
    return () => {
      current = false;
      clearTimeout(pause);
    };
    // What was attached or detached since is listed no more, or again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [call, annotation, occurrences, most]);

  useEffect(() => {
    const before = listedBefore.current;
    if (before === null || found === null || found === before) return;
    listedBefore.current = null;
    // The button that has been pressed is gone with the last of the documents.
    if (found.unread === 0 && document.activeElement === document.body)
      focusItem(list.current, firstNew(found, before));
  }, [found]);

  if (failure !== null) return <p className="pane-empty">{failure}</p>;
  if (found === null || (found.places.length === 0 && found.unread === 0)) return null;
  const { unread } = found;
  // What was attached is gone from here at once, and not when the list has been made again.
  const places = found.places.filter(
    (place) => !occurrences.some((taken) => taken.document === place.document && rangesOverlap(taken, place)),
  );
  return (
    <Disclosure className="elsewhere">
      <Heading className="elsewhere-head" level={3}>
        <Button slot="trigger" className="elsewhere-trigger">
          <Icon name="open" />
          {annotationText.elsewhereCount(places.length, unread)}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul ref={list} className="occurrences" aria-label={annotationText.elsewhere}>
          {places.map((place) => (
            <li key={placeKey(place)}>
              <ElsewhereItem annotation={annotation} place={place} />
            </li>
          ))}
        </ul>
        {unread > 0 && (
          <div className="elsewhere-more">
            <p className="pane-empty">{annotationText.elsewhereUnread(unread)}</p>
            <ActionButton
              kind="quiet"
              onPress={() => {
                listedBefore.current = found;
                setMost(most + lookedThrough);
              }}
            >
              {annotationText.elsewhereNext(Math.min(unread, lookedThrough))}
            </ActionButton>
          </div>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Where in the list the first place stands that was not in it before. */
function firstNew({ places }: ReadElsewheres, before: ReadElsewheres): number {
  const known = new Set(before.places.map(placeKey));
  return Math.max(
    0,
    places.findIndex((place) => !known.has(placeKey(place))),
  );
}

function placeKey({ document, start }: ReadElsewhere): string {
  return `${document}/${start}`;
}

function ElsewhereItem({ annotation, place }: { readonly annotation: string; readonly place: ReadElsewhere }) {
  const { acts, selection } = useWindowState();
  const document = useMirror((mirror) => documentOf(mirror, place.document));
  const title = document?.title ?? place.document;
  const jump = useRef<HTMLButtonElement>(null);
  // What was attached leaves this list: the focus goes on to the next, or to the occurrences that it has joined.
  const attach = async (): Promise<void> => {
    const next = jump.current === null ? null : focusAfter(jump.current);
    if (await acts.attach({ annotation, document: place.document, start: place.start })) next?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === 'a') void attach();
    else if (!moveAlong(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  return (
    <div className="occurrence">
      <span className="status-mark" aria-hidden="true" />
      <div className="occurrence-body">
        <button
          ref={jump}
          type="button"
          className="occurrence-jump"
          title={title}
          onKeyDown={onKeyDown}
          onClick={() => selection.goTo({ document: place.document, start: place.start, end: place.end }, annotation)}
        >
          <span className="said-only">{annotationText.goTo(title, elsewhereReasonText(place.reason))}</span>
          <span className="occurrence-title" aria-hidden="true">
            {title}
          </span>
          <span className="occurrence-go" aria-hidden="true">
            <Icon name="arrow" />
          </span>
        </button>
        <Excerpt text={place.text} wording={null} />
        {place.reason !== '' && <p className="occurrence-reason">{elsewhereReasonText(place.reason)}</p>}
      </div>
      <div className="occurrence-acts">
        <IconButton label={annotationText.attachElsewhere} keys="A" onPress={() => void attach()}>
          <Icon name="attach" />
        </IconButton>
      </div>
    </div>
  );
}

/** What holds the focus when this item is gone: the one after it, the one before it, or the first occurrence. */
function focusAfter(jump: HTMLElement): HTMLElement | null {
  const first = jump.closest('[data-pane]')?.querySelector<HTMLElement>('.occurrences .occurrence-jump') ?? null;
  return jumpBeside(jump, 1) ?? jumpBeside(jump, -1) ?? first;
}
