import { useState } from 'react';
import { occurrenceKey, type OccurrenceRow } from '#shared/contract/rows.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import type { AnnotationWithRows } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
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

  return (
    <>
      <ul className="occurrences" aria-labelledby={labelledBy}>
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
        <ActionButton kind="quiet" onPress={() => setCount(count + shownMore)}>
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
