import { useEffect, useState } from 'react';
import type { Span } from '#shared/text/span.ts';
import { labelsText } from '#renderer/catalogue/labels.ts';
import { useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { useAfterPaint } from '#renderer/ui/after-paint.ts';
import { useDebounced } from '#renderer/ui/debounced.ts';
import { tagReach } from './tag-reach.ts';

/** Longer selections are not looked up in advance: that is work for the tag itself. UTF-16 units. */
const longSelection = 4000;

/** Documents in which the same wording of a few words is looked for. */
const lookedThrough = 40;

/** What pressing a label's key would do now. Nothing is asked while the selection is still moving. */
export function TagPreview({ id }: { readonly id: string }) {
  const document = useSelection((state) => state.document);
  const span = useAfterPaint(useSelection((state) => state.span));
  const settled = useDebounced(span, 150);
  const isLong = settled !== null && settled.end - settled.start > longSelection;
  const reach = useReach(document, isLong ? null : settled);
  const text =
    span === null
      ? labelsText.select
      : span === settled
        ? isLong
          ? ''
          : (reach ?? labelsText.looking)
        : labelsText.looking;
  return (
    <p id={id} className="tag-preview" data-idle={span === null || undefined}>
      {text}
    </p>
  );
}

function useReach(document: string | null, span: Span | null): string | null {
  const { call } = useWindowState();
  const [found, setFound] = useState<{ readonly span: Span; readonly text: string } | null>(null);
  useEffect(() => {
    let current = true;
    if (document === null || span === null) return undefined;
    const ask = async (): Promise<void> => {
      const answer = await call('copies.find', {
        document,
        span: { start: span.start, end: span.end },
        most: lookedThrough,
        latest: true,
      });
      if (current) setFound({ span, text: answer.ok ? tagReach(answer.value) : answer.error.message });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [call, document, span]);
  return found !== null && found.span === span ? found.text : null;
}
