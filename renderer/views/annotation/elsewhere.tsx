import { useEffect, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ReadElsewhere } from '#shared/contract/methods.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Excerpt } from './excerpt.tsx';

interface ElsewhereProps {
  readonly annotation: string;
  /** The list is asked for again when these change. */
  readonly occurrences: readonly OccurrenceRow[];
}

/** The same wording where it is not the same passage: listed, and one press away from being attached. */
export function Elsewhere({ annotation, occurrences }: ElsewhereProps) {
  const { call } = useWindowState();
  const [found, setFound] = useState<readonly ReadElsewhere[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await call('annotation.elsewhere', { annotation });
      if (!current) return;
      setFailure(answer.ok ? null : answer.error.message);
      setFound(answer.ok ? answer.value : []);
    };
    void ask();
    return () => {
      current = false;
    };
    // What was attached or detached since is listed no more, or again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [call, annotation, occurrences]);

  if (failure !== null) return <p className="pane-empty">{failure}</p>;
  if (found === null || found.length === 0) return null;
  return (
    <Disclosure className="elsewhere">
      <Heading className="elsewhere-head" level={3}>
        <Button slot="trigger" className="elsewhere-trigger">
          <Icon name="open" />
          {annotationText.elsewhereCount(found.length)}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="occurrences" aria-label={annotationText.elsewhere}>
          {found.map((place) => (
            <li key={`${place.document}/${place.start}`}>
              <ElsewhereItem annotation={annotation} place={place} />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function ElsewhereItem({ annotation, place }: { readonly annotation: string; readonly place: ReadElsewhere }) {
  const { acts, selection } = useWindowState();
  const document = useMirror((mirror) => documentOf(mirror, place.document));
  const title = document?.title ?? place.document;
  return (
    <div className="occurrence">
      <span className="status-mark" aria-hidden="true" />
      <div className="occurrence-body">
        <button
          type="button"
          className="occurrence-jump"
          title={title}
          onClick={() => selection.goTo({ document: place.document, start: place.start, end: place.end })}
        >
          <span className="said-only">{annotationText.goTo(title, place.reason)}</span>
          <span className="occurrence-title" aria-hidden="true">
            {title}
          </span>
          <span className="occurrence-go" aria-hidden="true">
            <Icon name="arrow" />
          </span>
        </button>
        <Excerpt text={place.text} wording={null} />
        {place.reason !== '' && <p className="occurrence-reason">{place.reason}</p>}
      </div>
      <div className="occurrence-acts">
        <IconButton
          label={annotationText.attachElsewhere}
          onPress={() => void acts.attach({ annotation, document: place.document, start: place.start })}
        >
          <Icon name="attach" />
        </IconButton>
      </div>
    </div>
  );
}
