import { annotationText } from '#renderer/catalogue/annotation.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { LabelMark } from '../labels/label-mark.tsx';

interface TagsHereProps {
  /** Ids, the innermost first. */
  readonly annotations: readonly string[];
  readonly shown: string | null;
}

/** Where tags overlap: all that lie at the caret, one press away. */
export function TagsHere({ annotations, shown }: TagsHereProps) {
  return (
    <div className="tags-here">
      <h2 className="pane-name" id="tags-here">
        {annotationText.here}
      </h2>
      <ul aria-labelledby="tags-here">
        {annotations.map((annotation) => (
          <li key={annotation}>
            <TagHere annotation={annotation} isShown={annotation === shown} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TagHere({ annotation, isShown }: { readonly annotation: string; readonly isShown: boolean }) {
  const { selection } = useWindowState();
  const row = useMirror((mirror) => mirror.rows.annotation.get(annotation));
  const label = useMirror((mirror) => (row === undefined ? undefined : mirror.rows.label.get(row.label)));
  const text = useMirror((mirror) =>
    row === undefined
      ? ''
      : (mirror.documents.get(row.document)?.text.slice(row.start, Math.min(row.end, row.start + 60)) ?? ''),
  );
  if (row === undefined || label === undefined) return null;
  return (
    <button
      type="button"
      className="tag-here"
      aria-pressed={isShown}
      onClick={() => selection.selectAnnotation(annotation)}
    >
      <LabelMark label={label} />
      <span>{label.name}</span>
      <span className="tag-here-text">{text === '' ? annotationText.by(row.annotator) : text}</span>
    </button>
  );
}
