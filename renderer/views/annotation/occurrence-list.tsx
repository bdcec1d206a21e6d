import { useEffect, useRef, useState } from 'react';
import { occurrenceKey, type OccurrenceRow } from '#shared/contract/rows.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import type { AnnotationWithRows } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { focusItem } from './list-keys.ts';
import { OccurrenceItem } from './occurrence-item.tsx';
import { stretchKey, usePassageTexts } from './passage-texts.ts';

/** A passage with more copies shows these first: their wording is read from the file as they come on screen. */
const shownAtFirst = 30;
/** What a press adds. */
const shownMore = 200;

interface OccurrenceListProps {
  readonly shown: AnnotationWithRows;
  readonly labelledBy: string;
}

export function OccurrenceList({ shown, labelledBy }: OccurrenceListProps) {
  const { annotation, occurrences } = shown;
  const [count, setCount] = useState(shownAtFirst);
  const visible = occurrences.slice(0, count);
  const texts = usePassageTexts(annotation, visible);
  const wording = texts.get(stretchKey(annotation)) ?? null;
  const list = useRef<HTMLUListElement>(null);
  /** The first item that the press brings which takes the button away. */
  const firstNew = useRef<number | null>(null);
  useEffect(() => {
    if (firstNew.current !== null) focusItem(list.current, firstNew.current);
    firstNew.current = null;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the new items are there when there are more
  }, [count]);
  const showMore = (): void => {
    if (occurrences.length - count <= shownMore) firstNew.current = count;
    setCount(count + shownMore);
  };

  return (
    <>
      <ul ref={list} className="occurrences" aria-labelledby={labelledBy}>
        {visible.map((occurrence) => (
          <li key={occurrenceKey(occurrence)}>
            <OccurrenceItem
              occurrence={occurrence}
              isOwn={isOwn(occurrence, annotation)}
              wording={wording}
              text={texts.get(stretchKey(occurrence)) ?? null}
            />
          </li>
        ))}
      </ul>
      {visible.length < occurrences.length && (
        <ActionButton kind="quiet" onPress={showMore}>
          {occurrences.length - count <= shownMore
            ? annotationText.showAll(occurrences.length)
            : annotationText.showMore(shownMore, occurrences.length)}
        </ActionButton>
      )}
    </>
  );
}

/** The annotator's own span. */
function isOwn(occurrence: OccurrenceRow, { document, start }: AnnotationWithRows['annotation']): boolean {
  return occurrence.document === document && occurrence.start === start;
}
