import { useEffect, useMemo, useState, type RefObject } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { readerText } from '#renderer/catalogue/reader.ts';
import { untoldPlaces } from '#renderer/editor/margin-marks.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { inDocumentOrder } from '#renderer/state/selectors.ts';
import type { WindowState } from '#renderer/state/window-state.ts';
import { otherCopies, toldPlaces, type OtherCopies, type OtherCopy } from './other-copies.ts';

/** Places in the list: it is there to choose from, and of a wire story's thousands the first ones serve. */
const listed = 60;

interface CopiesPopoverProps {
  readonly document: string;
  readonly stretches: readonly SharedStretch[];
  /** What of the stretches lies in the paragraph: its copies are looked up, so that a jump lands on the same words. */
  readonly spans: readonly Span[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Where else the wording of a paragraph stands, in the library's order; choosing one goes there. */
export function CopiesPopover({ document, stretches, spans, anchor, onClose }: CopiesPopoverProps) {
  const state = useWindowState();
  const documents = useMirror((mirror) => mirror.rows.document);
  const found = useCopies(state, document, spans);
  const places = useMemo(() => toldPlaces(stretches), [stretches]);
  // Where nothing comes back (too common, too short), the places that collation knows are shown without their words.
  const shown = found !== null && found.copies.length > 0 ? found.copies : places;
  const isFound = shown !== places;
  const all = useMemo(() => inLibraryOrder(documents, shown), [documents, shown]);
  const copies = all.slice(0, listed);
  const count = isFound ? all.length : all.length + untoldPlaces(stretches);

  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      placement="bottom end"
      offset={4}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog className="popover-dialog" aria-label={readerText.copiesOf}>
        <h2 className="popover-title">{found === null ? readerText.copiesOf : readerText.copies(count)}</h2>
        {found === null ? (
          <p className="pane-empty appears-late">{readerText.looking}</p>
        ) : (
          <ListBox
            // The popover is opened to choose from it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus="first"
            className="copies"
            aria-label={readerText.copiesOf}
            items={copies}
            dependencies={[documents]}
            onAction={(key) => {
              const copy = copies.find(({ id }) => id === key);
              onClose();
              if (copy !== undefined) state.selection.goTo({ ...copy, ...rangesOf(copy)[0] });
            }}
          >
            {(copy) => {
              const title = documents.get(copy.document)?.title ?? copy.document;
              return (
                <ListBoxItem className="copy" textValue={readerText.goThere(title)}>
                  <span className="said-only">{readerText.goThere(title)}. </span>
                  <span className="copy-title" aria-hidden="true">
                    {title}
                  </span>
                  <span className="copy-text">{copy.text}</span>
                </ListBoxItem>
              );
            }}
          </ListBox>
        )}
        {found !== null && count > copies.length && (
          <p className="popover-more">{readerText.copiesMore(count - copies.length)}</p>
        )}
        {found !== null && found.unread > 0 && (
          <p className="popover-more">{annotationText.elsewhereUnread(found.unread)}</p>
        )}
        {found !== null && found.failure !== null && <p className="popover-more">{found.failure}</p>}
      </Dialog>
    </Popover>
  );
}

/** Copies of the spans in other documents; `null` while they are looked up. */
function useCopies({ call }: WindowState, document: string, spans: readonly Span[]): OtherCopies | null {
  const [copies, setCopies] = useState<OtherCopies | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(
        spans.map(({ start, end }) => call('copies.find', { document, span: { start, end }, most: listed })),
      );
      if (current) setCopies(otherCopies(document, answers));
    };
    void ask();
    return () => {
      current = false;
    };
  }, [call, document, spans]);
  return copies;
}

/** By title and place, as the library has them. */
function inLibraryOrder(
  documents: ReadonlyMap<string, DocumentRow>,
  copies: readonly OtherCopy[],
): readonly OtherCopy[] {
  return copies.toSorted((a, b) => {
    const [one, other] = [documents.get(a.document), documents.get(b.document)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return (one === other ? 0 : inDocumentOrder(one, other)) || a.start - b.start;
  });
}
