import { exportText, lossText } from '#renderer/catalogue/export.ts';
import type { ExportPreview } from '#shared/contract/export-choices.ts';
import type { LatestAnswer } from '../latest-answer.ts';

interface PreviewPaneProps {
  readonly reading: LatestAnswer<ExportPreview>;
  /** Of the format: long lines of tables are not broken. */
  readonly isTable: boolean;
  readonly hasDocuments: boolean;
}

/** How the file would begin, how much stands in it, and what does not. The last one stays, dimmed, while one is read. */
export function PreviewPane({ reading, isTable, hasDocuments }: PreviewPaneProps) {
  const { value: preview, isStale, failure } = reading;
  if (failure !== null) {
    return (
      <p className="export-empty" role="alert">
        {failure}
      </p>
    );
  }
  if (preview === null) return <p className="export-empty appears-late">{exportText.reading}</p>;
  const isEmpty = preview.documents === 0;
  return (
    <div className="preview" data-stale={isStale || undefined}>
      <output className="preview-counts">
        <strong>{exportText.counts(preview)}</strong>
        {preview.lookedAt < preview.size && (
          <span className="preview-partial">{exportText.partial(preview.lookedAt, preview.size)}</span>
        )}
      </output>
      {!isEmpty && preview.occurrences === 0 && <p className="preview-note">{exportText.nothingTagged}</p>}
      {isEmpty ? (
        <p className="export-empty">{hasDocuments ? exportText.nothing : exportText.noDocuments}</p>
      ) : (
        <>
          <p className="preview-caption">{exportText.previewOf[preview.shows]}</p>
          {/* The focus goes there to scroll it. */}
          {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
          <section
            className="preview-text"
            data-table={isTable || preview.shows === 'rows' || undefined}
            tabIndex={0}
            aria-label={exportText.previewOf[preview.shows]}
          >
            <pre>{preview.head}</pre>
          </section>
          {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        </>
      )}
      {!isEmpty && <Losses losses={preview.losses} />}
    </div>
  );
}

function Losses({ losses }: { readonly losses: readonly string[] }) {
  if (losses.length === 0) return <p className="preview-note">{exportText.noLosses}</p>;
  return (
    // The focus goes there to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="losses" aria-label={exportText.losses} tabIndex={0}>
      <h3 className="losses-name">{exportText.losses}</h3>
      <ul>
        {losses.map((loss) => (
          <li key={loss} className="loss">
            {lossText(loss)}
          </li>
        ))}
      </ul>
    </section>
  );
}
