import { useEffect, useState, type RefObject } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { SharedStretch } from '#shared/contract/methods.ts';
import { rangesOf, rangesOverlap } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { readerText } from '#renderer/catalogue/reader.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentsInOrder } from '#renderer/state/selectors.ts';
import type { WindowState } from '#renderer/state/window-state.ts';

interface CopiesPopoverProps {
  readonly document: string;
  readonly stretches: readonly SharedStretch[];
  /** What of the stretches lies in the paragraph: its copies are looked up, so that a jump lands on the same words. */
  readonly spans: readonly Span[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

interface Copy extends Span {
  readonly id: string;
  readonly document: string;
  readonly ranges?: readonly Span[];
  /** Empty until it is known. */
  readonly text: string;
}

/** Where else the wording of a paragraph stands, in the library's order; choosing one goes there. */
export function CopiesPopover({ document, stretches, spans, anchor, onClose }: CopiesPopoverProps) {
  const state = useWindowState();
  const documents = useMirror(documentsInOrder);
  const found = useCopies(state, document, spans);
  const places = stretches.flatMap(({ elsewhere }) => elsewhere.map((place) => withId({ ...place, text: '' })));
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  // Where nothing comes back (too common, too short), the places that collation knows are shown without their words.
  const copies = (found === null || found.length === 0 ? places : found).toSorted(
    (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.start - b.start,
  );

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
        <h2 className="popover-title">{found === null ? readerText.copiesOf : readerText.copies(copies.length)}</h2>
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
              const title = documents[order.get(copy.document) ?? -1]?.title ?? copy.document;
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
      </Dialog>
    </Popover>
  );
}

/** Copies of the spans in other documents; `null` while they are looked up. */
function useCopies({ call }: WindowState, document: string, spans: readonly Span[]): readonly Copy[] | null {
  const [copies, setCopies] = useState<readonly Copy[] | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(
        spans.map(({ start, end }) => call('copies.find', { document, span: { start, end } })),
      );
      const found = answers
        .flatMap((answer) => (answer.ok ? [...answer.value.occurrences, ...answer.value.elsewhere] : []))
        .filter((copy) => copy.document !== document)
        .map(withId);
      if (current) setCopies(withoutParts(found));
    };
    void ask();
    return () => {
      current = false;
    };
  }, [call, document, spans]);
  return copies;
}

/** Stretches of one paragraph may overlap: of copies that do, the longest stands for all. */
function withoutParts(copies: readonly Copy[]): readonly Copy[] {
  const kept: Copy[] = [];
  for (const copy of copies.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((longer) => longer.document === copy.document && rangesOverlap(longer, copy))) kept.push(copy);
  }
  return kept;
}

function withId(copy: Omit<Copy, 'id'>): Copy {
  return { ...copy, id: `${copy.document}/${copy.start}/${copy.end}` };
}
