import { useShallow } from 'zustand/react/shallow';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { useMirror, useSelection } from '#renderer/state/hooks.ts';
import { annotationOf } from '#renderer/state/selectors.ts';
import { useAfterPaint } from '#renderer/ui/after-paint.ts';
import { AnnotationCard } from './annotation-card.tsx';
import { InsertionHere } from './insertion-here.tsx';
import { OrphansHere } from '../orphans/orphans-here.tsx';
import { TagsHere } from './tags-here.tsx';

/** The selected annotation, or the innermost at the caret. */
export function AnnotationView() {
  const selected = useSelection((state) => state.annotation);
  const atCaret = useSelection(useShallow((state) => state.atCaret));
  const document = useSelection((state) => state.document);
  const insertion = useSelection((state) => state.insertion);
  // The text and the counts answer first; the card follows with the next frame.
  const shown = useAfterPaint(selected ?? atCaret[0] ?? null);
  const annotation = useMirror((mirror) => (shown === null ? null : annotationOf(mirror, shown)));
  return (
    <section className="annotation" data-pane="annotation" aria-label={annotationText.name} tabIndex={-1}>
      {atCaret.length > 1 && <TagsHere annotations={atCaret} shown={shown} />}
      {/* Said when the caret comes to one. */}
      <div aria-live="polite">{insertion !== null && <InsertionHere insertion={insertion} />}</div>
      {document !== null && <OrphansHere document={document} />}
      {annotation === null ? (
        <div className="annotation-none">
          <h2 className="pane-name">{annotationText.name}</h2>
          <p className="pane-empty">{annotationText.noneAdvice}</p>
        </div>
      ) : (
        <AnnotationCard key={annotation.annotation.id} shown={annotation} />
      )}
    </section>
  );
}
