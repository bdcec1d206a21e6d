import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { act, type Context } from '../context.ts';
import { requireAnnotation } from './requirements.ts';

/** Takes an annotation away, with all its occurrences. */
export function removeAnnotation(context: Context, annotation: string, actor: string): Result<null, Failure> {
  return act(context, () => {
    const known = requireAnnotation(context, annotation);
    if (!known.ok) return known;
    return ok({
      value: null,
      writing: { actor, events: [{ type: 'annotation-removed', payload: { annotation } }] },
    });
  });
}
