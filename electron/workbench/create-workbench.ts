/** Puts store, copies and handlers together. */
import type { Failure } from '#shared/contract/failure.ts';
import { isMethod, methodInputs, type Method, type MethodInput, type MethodOutput } from '#shared/contract/methods.ts';
import { annotatorName } from '#shared/domain/annotator.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { basename } from 'node:path';
import type { Identity } from '#electron/store/identity.ts';
import type { Store } from '#electron/store/store.ts';
import { createAnnotationImport } from './annotations-import/create.ts';
import { createAnnouncer } from './announcer.ts';
import { createArrivals } from './arrivals.ts';
import { createCollation } from './collation.ts';
import type { Context } from './context.ts';
import { failureOf, surroundingsFailure } from './failures.ts';
import { importOutsideAlignments } from './handlers/alignments-import.ts';
import { findElsewhere } from './handlers/annotation-elsewhere.ts';
import { writeNote } from './handlers/annotation-note.ts';
import { removeAnnotation } from './handlers/annotation-remove.ts';
import { tagAnnotation } from './handlers/annotation-tag.ts';
import { findCopies } from './handlers/copies-find.ts';
import { readDocument } from './handlers/document-read.ts';
import { findVariants } from './handlers/document-variants.ts';
import { addToEquivalents, removeFromEquivalents } from './handlers/equivalents.ts';
import { exportOptions, previewExport } from './handlers/export-preview.ts';
import { importNewDocuments } from './handlers/documents-import.ts';
import { reversalSize, reverse, reverseInParts } from './handlers/history.ts';
import { attach, detach } from './handlers/occurrence-judge.ts';
import { place } from './handlers/occurrence-place.ts';
import { dismiss, listOrphans } from './handlers/orphans.ts';
import { readLibrary, wholeCommit, wholeProject, type WholeProject } from './handlers/project-read.ts';
import { annotatedSet } from './listing/annotated-set.ts';
import { listAnnotations } from './listing/annotations.ts';
import { listCounts } from './listing/counts.ts';
import { listDocuments, resolveAnnotation, resolveDocument } from './listing/documents.ts';
import { listEquivalents } from './listing/equivalents.ts';
import { listEvents } from './listing/events.ts';
import { listPassages } from './listing/passages.ts';
import { listVariants } from './listing/variants.ts';
import { saveCopy } from './save-copy.ts';
import { createTextCache } from './text-cache.ts';
import type { Workbench } from './workbench.ts';

/** How many rows that others wrote are told in one go: some ten milliseconds. */
const rowsToldAtOnce = 1000;

/** Documents that are brought into the index between two acts: some thirty milliseconds. */
const settledInPassing = 16;

type Handlers = {
  readonly [M in Method]: (input: MethodInput<M>, actor: string) => Result<MethodOutput<M>, Failure>;
};

/**
 * @param settlesAtMost documents that copy finding takes in or forgets by the way, so that a thread that answers a hand
 * is not held up; none where the connection only reads. More are left to a job. Without it some are done each time.
 */
export function createWorkbench(store: Store, identity: Identity, settlesAtMost?: number): Workbench {
  const text = createTextCache(store);
  const collation = createCollation(store, text, settlesAtMost);
  const whole = (): WholeProject => {
    collation.settle();
    const { annotator } = store.writer;
    return wholeProject(store, { ...store.rows.project(), file: basename(store.path), annotator });
  };
  const announcer = createAnnouncer({ store, collation, whole });
  const context: Context = { store, collation, identity, announcer, text };
  const handlers: Handlers = {
    'project.read': () => ok(wholeCommit(store, whole())),
    'library.read': ({ after }) => ok(readLibrary(store, after)),
    'changes.since': ({ seq }) => ok(announcer.since(seq, rowsToldAtOnce)),
    'document.read': ({ document }) => readDocument(context, document),
    'document.variants': ({ document }) => findVariants(context, document),
    'copies.find': (input) => findCopies(context, input),
    'annotation.tag': (input, actor) => tagAnnotation(context, input, actor),
    'annotation.remove': ({ annotation }, actor) => removeAnnotation(context, annotation, actor),
    'annotation.note': (input, actor) => writeNote(context, input, actor),
    'annotation.elsewhere': (input) => findElsewhere(context, input),
    'occurrence.detach': (input, actor) => detach(context, input, actor),
    'occurrence.attach': (input, actor) => attach(context, input, actor),
    'occurrence.place': (input, actor) => place(context, input, actor),
    'orphans.list': (input) => listOrphans(context, input),
    'orphan.dismiss': (input, actor) => dismiss(context, input, actor),
    'equivalents.list': () => ok(listEquivalents(context)),
    'equivalent.add': (input, actor) => addToEquivalents(context, input, actor),
    'equivalent.remove': (input, actor) => removeFromEquivalents(context, input, actor),
    'export.options': () => ok(exportOptions(context)),
    'export.preview': ({ choices }) => previewExport(context, choices),
    'history.undo': (_, actor) => reverse(context, 'undo', actor),
    'history.redo': (_, actor) => reverse(context, 'redo', actor),
  };

  /** Runs with the annotator's name checked, and the disk's troubles as data. */
  const asActor = <T>(as: string | undefined, run: (actor: string) => Result<T, Failure>): Result<T, Failure> => {
    const actor = annotatorName(as ?? store.writer.annotator);
    if (!actor.ok) return err(failureOf(actor.error));
    try {
      return run(actor.value);
    } catch (error) {
      return err(surroundingsFailure(error, store.path));
    }
  };

  return {
    path: store.path,
    call: <M extends Method>(method: M, input: unknown, as?: string) => {
      if (!isMethod(method)) return err(unknownMethod(method));
      const parsed = methodInputs[method].safeParse(input);
      if (!parsed.success)
        return err({
          type: 'BadInput',
          message: `${method} was asked for with ${parsed.error.issues[0]?.path.join('.') || 'its input'} out of shape: ${parsed.error.issues[0]?.message ?? ''}.`,
        });
      return asActor(as, (actor) => handlers[method](parsed.data as MethodInput<M>, actor));
    },
    importDocuments: (documents, as, act) => asActor(as, (actor) => importNewDocuments(context, documents, actor, act)),
    importAlignments: (origin, alignments, as, act) =>
      asActor(as, (actor) => importOutsideAlignments(context, origin, alignments, actor, act)),
    importAnnotations: (options) =>
      asActor(options.annotator, (annotator) => {
        collation.settle(Infinity);
        const begun = createAnnotationImport(context, { ...options, annotator });
        return ok({
          take: (items) => asActor(annotator, () => begun.take(items)),
          end: () => asActor(annotator, begun.end),
          summary: begun.summary,
        });
      }),
    previewDocuments: () => {
      const arrive = createArrivals(context);
      return (document) => arrive(document).answer;
    },
    documents: () => listDocuments(context),
    resolveDocument: (name) => resolveDocument(context, name),
    resolveAnnotation: (id) => resolveAnnotation(context, id),
    annotations: (filter) => listAnnotations(context, filter ?? {}),
    counts: () => listCounts(context),
    passages: (minWords) => listPassages(context, minWords),
    variants: (document, against) => listVariants(context, document, against),
    groups: () => collation.groups(),
    settle: collation.settle,
    unsettled: () => collation.unsettled(),
    reversalSize: (way) => reversalSize(context, way),
    reverseInParts: (way, parts, as) => asActor(as, (actor) => reverseInParts(context, way, actor, parts)),
    overview: () => ({
      documents: store.rows.documentCount(),
      groups: collation.index.groups(),
      sharedPassages: collation.index.places.count(),
    }),
    text,
    orphans: (document) => {
      const listed = listOrphans(context, document === undefined ? {} : { document });
      return listed.ok ? listed.value : [];
    },
    original: (document) => {
      const digest = store.rows.originalDigest(document);
      return digest === undefined ? null : (store.log.original(digest) ?? null);
    },
    annotatedSet: () => annotatedSet(context),
    holdAnnotatedSet: () => {
      const letGo = store.holdSnapshot();
      return { set: annotatedSet(context), letGo };
    },
    log: () => listEvents(store),
    rebuild: () => store.rebuild(),
    found: () => store.found(),
    saveCopy: (path) => saveCopy(store, path),
    onCommit: announcer.onCommit,
    catchUp: () => {
      collation.settle(settlesAtMost === undefined ? settledInPassing : undefined);
      return announcer.announce(rowsToldAtOnce);
    },
    close: () => {
      store.close();
    },
  };
}

function unknownMethod(method: string): Failure {
  return { type: 'UnknownMethod', message: `This workbench knows no “${method}”.` };
}
