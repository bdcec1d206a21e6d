import { useEffect, useMemo, useRef, useState } from 'react';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { Span } from '#shared/text/span.ts';
import { readerText } from '#renderer/catalogue/reader.ts';
import { useReader } from '#renderer/editor/use-reader.ts';
import type { ReaderWords } from '#renderer/editor/view.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import type { OpenDocument } from '#renderer/state/mirror.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { CopiesPopover } from './copies-popover.tsx';

/** The text of a document with its tags and margin marks. */
export function Reader({ document }: { readonly document: OpenDocument }) {
  const { mirror } = useWindowState();
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement | null>(null);
  const [opened, setOpened] = useState<readonly SharedStretch[] | null>(null);
  const [clips, setClips] = useState<readonly Span[]>([]);
  const words = useMemo((): ReaderWords => {
    const titleOf = (id: string): string => documentOf(mirror.getState(), id)?.title ?? id;
    return {
      text: readerText.text(titleOf(document.id)),
      mark: (stretches) => readerText.mark(otherDocuments(stretches).map(titleOf)),
    };
  }, [mirror, document.id]);
  const { place, reader } = useReader({
    document,
    words,
    onMark: (stretches) => {
      mark.current ??= markAtCaret();
      setClips(clippedTo(paragraphOf(mark.current, document.text), stretches));
      setOpened(stretches);
    },
  });

  // The work begins in the text; a field that is being typed in keeps the focus.
  useEffect(() => {
    if (reader !== null && (window.document.activeElement ?? window.document.body) === window.document.body)
      reader.focus();
  }, [reader]);

  return (
    <div
      ref={box}
      className="reader-text"
      onClickCapture={(event) => {
        mark.current = event.target instanceof Element ? event.target.closest<HTMLElement>('.margin-mark') : null;
      }}
    >
      <div ref={place} />
      {opened !== null && (
        <CopiesPopover
          document={document.id}
          stretches={opened}
          spans={clips}
          anchor={mark}
          onClose={() => {
            mark.current = null;
            setOpened(null);
            reader?.focus();
          }}
        />
      )}
    </div>
  );
}

function otherDocuments(stretches: readonly SharedStretch[]): readonly string[] {
  return [...new Set(stretches.flatMap(({ elsewhere }) => elsewhere.map(({ document }) => document)))];
}

/** The paragraph a mark stands beside, as a span of the text; `null` where it is not found. */
function paragraphOf(mark: HTMLElement | null, text: string): Span | null {
  const words = mark?.nextElementSibling?.textContent ?? '';
  const start = words === '' ? -1 : text.indexOf(words);
  return start === -1 ? null : { start, end: start + words.length };
}

/** What of the stretches lies in the paragraph. */
function clippedTo(paragraph: Span | null, stretches: readonly SharedStretch[]): readonly Span[] {
  return stretches.map(({ start, end }) => {
    const clipped = { start: Math.max(start, paragraph?.start ?? start), end: Math.min(end, paragraph?.end ?? end) };
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
