/** What the workbench says of an export: the formats there are, and how the chosen one would begin. */
import { useEffect, useState } from 'react';
import type { ExportChoices, ExportOptions, ExportPreview } from '#shared/contract/export-choices.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { useDebounced } from '#renderer/ui/debounced.ts';

/** A hand that goes along the list is not answered for every line, in milliseconds. */
const restsFor = 200;

export interface PreviewReading {
  /** The last one that was read; `null` before the first. */
  readonly preview: ExportPreview | null;
  /** Another one is being read: the one there is of something else. */
  readonly isStale: boolean;
  readonly failure: string | null;
}

export function useExportOptions(): ExportOptions | null {
  const { call, notices } = useWindowState();
  const [options, setOptions] = useState<ExportOptions | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await call('export.options', {});
      if (!current) return;
      if (answer.ok) setOptions(answer.value);
      else notices.add('refusal', answer.error.message);
    };
    void read();
    return () => {
      current = false;
    };
  }, [call, notices]);
  return options;
}

/** Asks again when what is chosen has stood still for a moment, and whenever something is tagged meanwhile. */
export function useExportPreview(choices: ExportChoices): PreviewReading {
  const { call } = useWindowState();
  const counts = useMirror((mirror) => mirror.rows.count);
  const asked = JSON.stringify(choices);
  const settled = useDebounced(asked, restsFor);
  const [read, setRead] = useState<{ readonly of: string; readonly preview: ExportPreview } | null>(null);
  const [failed, setFailed] = useState<{ readonly of: string; readonly message: string } | null>(null);

  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await call('export.preview', { choices: JSON.parse(settled) as ExportChoices, latest: true });
      if (!current) return;
      if (answer.ok) setRead({ of: settled, preview: answer.value });
      else if (answer.error.type !== 'Superseded') setFailed({ of: settled, message: answer.error.message });
    };
    void ask();
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other counts, another preview
  }, [call, settled, counts]);

  return {
    preview: read?.preview ?? null,
    isStale: read?.of !== asked && failed?.of !== asked,
    failure: failed?.of === asked ? failed.message : null,
  };
}
