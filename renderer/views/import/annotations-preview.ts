/** What bringing a chosen file in would do, looked for again whenever a choice changes. */
import { useEffect, useState } from 'react';
import type { AnnotationChoices, AnnotationsPreview } from '#shared/contract/app-requests.ts';
import { useDebounced } from '#renderer/ui/debounced.ts';
import { useCommands } from '../commands/command-context.ts';

/** A name that is being typed is not looked up for every letter, in milliseconds. */
const restsFor = 400;

export interface AnnotationsReading {
  /** The last one that was read; `null` before the first. */
  readonly preview: AnnotationsPreview | null;
  readonly isStale: boolean;
  readonly failure: string | null;
}

export function useAnnotationsPreview(token: string, choices: AnnotationChoices): AnnotationsReading {
  const { bridge } = useCommands();
  const asked = JSON.stringify(choices);
  const settled = useDebounced(asked, restsFor);
  const [read, setRead] = useState<{ readonly of: string; readonly preview: AnnotationsPreview } | null>(null);
  const [failed, setFailed] = useState<{ readonly of: string; readonly message: string } | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await bridge.request('preview-annotations', {
        chosen: token,
        choices: JSON.parse(settled) as AnnotationChoices,
      });
      if (!current) return;
      if (answer.ok) setRead({ of: settled, preview: answer.value });
      else setFailed({ of: settled, message: answer.error.message });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [bridge, token, settled]);
  return {
    preview: read?.preview ?? null,
    isStale: read?.of !== asked && failed?.of !== asked,
    failure: failed?.of === asked ? failed.message : null,
  };
}
