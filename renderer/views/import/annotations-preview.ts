/** What bringing a chosen file in would do, looked for again whenever a choice changes. */
import { useCallback } from 'react';
import type { AnnotationChoices, AnnotationsPreview } from '#shared/contract/app-requests.ts';
import { useCommands } from '../commands/command-context.ts';
import { useLatestAnswer, type LatestAnswer } from '../latest-answer.ts';

/** A name that is being typed is not looked up for every letter, in milliseconds. */
const restsFor = 400;

export function useAnnotationsPreview(token: string, choices: AnnotationChoices): LatestAnswer<AnnotationsPreview> {
  const { bridge } = useCommands();
  const ask = useCallback(
    (asked: AnnotationChoices) => bridge.request('preview-annotations', { chosen: token, choices: asked }),
    [bridge, token],
  );
  return useLatestAnswer({ question: choices, ask, restsFor });
}
