import { useEffect, useMemo, useRef, useState } from 'react';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { readerText } from '#renderer/catalogue/reader.ts';
import { untoldPlaces } from '#renderer/editor/margin-marks.ts';
import { useReader } from '#renderer/editor/use-reader.ts';
import type { ReaderWords } from '#renderer/editor/view.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import type { OpenDocument } from '#renderer/state/mirror.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { useShell, useShellState } from '../shell-state.ts';
import { CopiesPopover } from './copies-popover.tsx';

/** The text of a document with its tags and margin marks. */
export function Reader({ document }: { readonly document: OpenDocument }) {
  const { mirror } = useWindowState();
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement | null>(null);
  const shell = useShell();
  const isOpen = useShellState(({ dialog }) => dialog === 'copies');
  const [opened, setOpened] = useState<{
    readonly stretches: readonly SharedStretch[];
    readonly clips: readonly Span[];
  }>();
  const words = useMemo((): ReaderWords => {
    const titleOf = (id: string): string => documentOf(mirror.getState(), id)?.title ?? id;
    return {
      text: readerText.text(titleOf(document.id)),
      nothingThere: readerText.nothingThere,
      insertion: ({ lackedBy }) => readerText.insertion(lackedBy.map(titleOf)),
      mark: (stretches) => readerText.mark(otherDocuments(stretches).map(titleOf), untoldPlaces(stretches)),
    };
  }, [mirror, document.id]);
  const { place, reader } = useReader({
    document,
    words,
    onMark: (stretches, paragraph) => {
      mark.current ??= markAtCaret();
      setOpened({ stretches, clips: clippedTo(paragraph, stretches) });
      shell.open('copies');
    },
  });

  // The work begins in the text; a field that is being typed in keeps the focus.
  useEffect(() => {
    if (reader !== null && (window.document.activeElement ?? window.document.body) === window.document.body)
      reader.focus();
  }, [reader]);

  // However it was closed, the work goes on in the text; unless another dialog has taken its place.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      mark.current = null;
      if (shell.store.getState().dialog === null) reader?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, reader, shell]);
  useEffect(
    () => () => {
      if (shell.store.getState().dialog === 'copies') shell.open(null);
    },
    [shell],
  );

  return (
    <div
      ref={box}
      className="reader-text"
      onClickCapture={(event) => {
        mark.current = event.target instanceof Element ? event.target.closest<HTMLElement>('.margin-mark') : null;
      }}
    >
      <div ref={place} />
      {isOpen && opened !== undefined && (
        <CopiesPopover
          document={document.id}
          stretches={opened.stretches}
          spans={opened.clips}
          anchor={mark}
          onClose={() => shell.open(null)}
        />
      )}
    </div>
  );
}

function otherDocuments(stretches: readonly SharedStretch[]): readonly string[] {
  return [...new Set(stretches.flatMap(({ elsewhere }) => elsewhere.map(({ document }) => document)))];
}

/** What of the stretches lies in the paragraph. */
function clippedTo(paragraph: Span, stretches: readonly SharedStretch[]): readonly Span[] {
  return stretches.map(({ start, end }) => {
    const clipped = { start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) };
    return clipped.start < clipped.end ? clipped : { start, end };
  });
}

/** The margin mark of the paragraph that holds the caret. */
function markAtCaret(): HTMLElement | null {
  const { anchorNode } = window.document.getSelection() ?? {};
  const element = anchorNode instanceof Element ? anchorNode : (anchorNode?.parentElement ?? null);
  const before = element?.closest('p')?.previousElementSibling;
  return before instanceof HTMLElement ? before : null;
}
