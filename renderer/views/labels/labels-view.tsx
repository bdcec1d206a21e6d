import { labelsText } from '#renderer/catalogue/labels.ts';
import { useMirror, useSelection } from '#renderer/state/hooks.ts';
import { labelsInOrder } from '#renderer/state/selectors.ts';
import { useAfterPaint } from '#renderer/ui/after-paint.ts';
import { LabelButton } from './label-button.tsx';
import { TagPreview } from './tag-preview.tsx';

export function LabelsView() {
  const labels = useMirror(labelsInOrder);
  const document = useSelection((state) => state.document);
  // Greyed or not may follow a frame later than the text.
  const selecting = useAfterPaint(useSelection((state) => state.span !== null));
  return (
    <section className="labels" data-pane="labels" aria-label={labelsText.name}>
      <header className="pane-head labels-head">
        <h2 className="pane-name">{labelsText.name}</h2>
        <span className="labels-column" title={labelsText.thisDocumentExplained}>
          {labelsText.thisDocument}
        </span>
        <span className="labels-column" title={labelsText.projectExplained}>
          {labelsText.project}
        </span>
      </header>
      {labels.length === 0 ? (
        <p className="pane-empty">{labelsText.empty}</p>
      ) : (
        <ul className="labels-list" aria-label={labelsText.list}>
          {labels.map((label) => (
            <li key={label.id}>
              <LabelButton label={label} document={document ?? ''} isReady={selecting} hint="tag-preview" />
            </li>
          ))}
        </ul>
      )}
      <TagPreview id="tag-preview" />
    </section>
  );
}
