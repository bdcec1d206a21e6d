import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MethodInput, ReadOrphan } from '#shared/contract/methods.ts';
import { dismissOrphan } from '#shared/domain/commands/dismiss-orphan.ts';
import { orphansOf, type Orphan, type VersionPlaces } from '#shared/domain/orphan.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { VersionRow } from '#electron/store/version-reader.ts';
import { act, type Context } from '../context.ts';
import { failed, requireAnnotation, requireDocument } from './requirements.ts';

/** Annotated passages of older versions that have no place in a newer one yet; of one document, or of all by name. */
export function listOrphans(
  context: Context,
  { document }: MethodInput<'orphans.list'>,
): Result<readonly ReadOrphan[], Failure> {
  const { rows } = context.store;
  if (document !== undefined) {
    const known = requireDocument(context, document);
    if (!known.ok) return failed(known);
  }
  const documents = document === undefined ? context.store.versions.all() : [document];
  return ok(
    documents.flatMap((into) =>
      orphansIn(context, into).flatMap((orphan): readonly ReadOrphan[] => {
        const annotation = rows.annotation(orphan.annotation);
        if (annotation === undefined) return [];
        const { label, annotator } = annotation;
        const { document: own, start, end } = orphan.from;
        const text = context.text(own).slice(start, end);
        return [{ annotation: orphan.annotation, label, annotator, from: { document: own, start, end, text }, into }];
      }),
    ),
  );
}

/** Says that a passage is not in the newer version: it is no orphan there any more, and stays what it is elsewhere. */
export function dismiss(
  context: Context,
  { annotation, document, reason = '' }: MethodInput<'orphan.dismiss'>,
  actor: string,
): Result<null, Failure> {
  return act(context, () => {
    const known = requireAnnotation(context, annotation);
    if (!known.ok) return known;
    const into = requireDocument(context, document);
    if (!into.ok) return into;
    const isOrphan = orphansIn(context, document).some((orphan) => orphan.annotation === annotation);
    if (!isOrphan) return err({ type: 'NoOrphan', document: into.value.name } satisfies Refusal);
    const event = dismissOrphan(annotation, document, reason);
    return event.ok ? ok({ value: null, writing: { actor, events: [event.value] } }) : event;
  });
}

/** By their places in the older versions. */
function orphansIn({ store }: Pick<Context, 'store'>, document: string): readonly Orphan[] {
  const { versions } = store;
  const [own, ...older] = versions.upTo(document).toReversed();
  if (own === undefined || older.length === 0) return [];
  const places = ({ id, sha256 }: VersionRow): VersionPlaces => ({ document: id, sha256, ...versions.places(id) });
  return orphansOf(places(own), older.map(places));
}
