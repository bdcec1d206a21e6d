/** What the workbench says of an export: the formats there are, and how the chosen one would begin. */
import { useCallback, useEffect, useState } from 'react';
import type { ExportChoices, ExportOptions, ExportPreview } from '#shared/contract/export-choices.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { useLatestAnswer, type LatestAnswer } from '../latest-answer.ts';

/** A hand that goes along the list is not answered for every line, in milliseconds. */
const restsFor = 200;

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
export function useExportPreview(choices: ExportChoices): LatestAnswer<ExportPreview> {
  const { call } = useWindowState();
  const counts = useMirror((mirror) => mirror.rows.count);
  const ask = useCallback((asked: ExportChoices) => call('export.preview', { choices: asked, latest: true }), [call]);
  return useLatestAnswer({ question: choices, ask, restsFor, basis: counts });
}
