import { memo } from 'react';
import { isCounted, isPending } from '#shared/domain/occurrence.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import type { AnnotationWithRows } from '#renderer/state/selectors.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LabelMark } from '../labels/label-mark.tsx';
import { focusPane } from '../panes.ts';
import { Elsewhere } from './elsewhere.tsx';
import { NoteField } from './note-field.tsx';
import { OccurrenceList } from './occurrence-list.tsx';

/** Drawn again only when its rows have changed. */
export const AnnotationCard = memo(function AnnotationCard({ shown }: { readonly shown: AnnotationWithRows }) {
  const { acts } = useWindowState();
  const { annotation, occurrences } = shown;
  const label = useMirror((mirror) => mirror.rows.label.get(annotation.label));
  const remove = async (): Promise<void> => {
    if (await acts.removeAnnotation(annotation.id)) focusPane('reader');
  };
  return (
    <>
      <header className="annotation-head">
        {label !== undefined && <LabelMark label={label} />}
        <h2 className="annotation-label">{label?.name ?? annotation.label}</h2>
        <span className="annotation-annotator" title={annotation.annotator}>
          {annotationText.by(annotation.annotator)}
        </span>
        <IconButton
          label={annotationText.removeLong}
          keys="Delete"
          className="annotation-remove"
          onPress={() => void remove()}
        >
          <Icon name="remove" />
        </IconButton>
      </header>
      <NoteField
        annotation={annotation.id}
        note={annotation.note}
        onSave={(note) => acts.changeNote(annotation.id, note)}
      />
      <h3 className="section-name" id="occurrences-name">
        {annotationText.occurrences(occurrences.filter(isCounted).length)}
        <span className="section-more">{othersText(occurrences)}</span>
      </h3>
      <OccurrenceList shown={shown} labelledBy="occurrences-name" />
      <Elsewhere annotation={annotation.id} occurrences={occurrences} />
    </>
  );
});

/** What the counted ones leave out: “1 to look at, 2 detached”. */
function othersText(occurrences: readonly OccurrenceRow[]): string {
  const pending = occurrences.filter(isPending).length;
  const detached = occurrences.filter(({ verdict }) => verdict === 'detached').length;
  return [
    ...(pending > 0 ? [annotationText.pending(pending)] : []),
    ...(detached > 0 ? [annotationText.detached(detached)] : []),
  ].join(', ');
}
