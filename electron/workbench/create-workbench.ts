/** Puts store, copies and handlers together. */
import type { Change } from '#shared/contract/commit.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { isMethod, methodInputs, type Method, type MethodInput, type MethodOutput } from '#shared/contract/methods.ts';
import { annotatorName } from '#shared/domain/annotator.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { basename } from 'node:path';
import type { Identity } from '#electron/store/identity.ts';
import type { Store } from '#electron/store/store.ts';
import { createAnnouncer } from './announcer.ts';
import { createCollation } from './collation.ts';
import type { Context } from './context.ts';
import { failureOf, surroundingsFailure } from './failures.ts';
import { findElsewhere } from './handlers/annotation-elsewhere.ts';
import { writeNote } from './handlers/annotation-note.ts';
import { removeAnnotation } from './handlers/annotation-remove.ts';
import { tagAnnotation } from './handlers/annotation-tag.ts';
import { findCopies } from './handlers/copies-find.ts';
import { readDocument } from './handlers/document-read.ts';
import { importNewDocuments } from './handlers/documents-import.ts';
import { reverse } from './handlers/history.ts';
import { attach, detach } from './handlers/occurrence-judge.ts';
import { wholeCommit, wholeProject } from './handlers/project-read.ts';
import { annotatedSet } from './listing/annotated-set.ts';
import { listAnnotations } from './listing/annotations.ts';
import { listCounts } from './listing/counts.ts';
import { listDocuments, resolveAnnotation, resolveDocument } from './listing/documents.ts';
import { listEvents } from './listing/events.ts';
import { saveCopy } from './save-copy.ts';
import { createTextCache } from './text-cache.ts';
import { passageWords, type Workbench } from './workbench.ts';

type Handlers = {
  readonly [M in Method]: (input: MethodInput<M>, actor: string) => Result<MethodOutput<M>, Failure>;
};

export function createWorkbench(store: Store, identity: Identity): Workbench {
  const text = createTextCache(store);
  const collation = createCollation(store, text);
  const whole = (): readonly Change[] =>
    wholeProject(store, collation, {
      ...store.rows.project(),
      file: basename(store.path),
      annotator: store.writer.annotator,
    });
  const announcer = createAnnouncer({ store, collation, whole });
  const context: Context = { store, collation, identity, announcer, text };
  const handlers: Handlers = {
    'project.read': () => ok(wholeCommit(store, whole())),
    'changes.since': ({ seq }) => ok(announcer.since(seq)),
    'document.read': ({ document }) => readDocument(context, document),
    'copies.find': (input) => findCopies(context, input),
    'annotation.tag': (input, actor) => tagAnnotation(context, input, actor),
    'annotation.remove': ({ annotation }, actor) => removeAnnotation(context, annotation, actor),
    'annotation.note': (input, actor) => writeNote(context, input, actor),
    'annotation.elsewhere': ({ annotation }) => findElsewhere(context, annotation),
    'occurrence.detach': (input, actor) => detach(context, input, actor),
    'occurrence.attach': (input, actor) => attach(context, input, actor),
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

  let dataVersion = store.dataVersion();

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
    importDocuments: (documents, as) => asActor(as, (actor) => importNewDocuments(context, documents, actor)),
    documents: () => listDocuments(context),
    resolveDocument: (name) => resolveDocument(context, name),
    resolveAnnotation: (id) => resolveAnnotation(context, id),
    annotations: (filter) => listAnnotations(context, filter ?? {}),
    counts: () => listCounts(context),
    passages: (minWords) => collation.finder().passages(minWords),
    overview: () => ({
      documents: store.rows.documents().length,
      groups: collation.finder().groups().length,
      sharedPassages: collation.finder().passages(passageWords).length,
    }),
    text,
    annotatedSet: () => annotatedSet(context),
    log: () => listEvents(store),
    rebuild: () => store.rebuild(),
    found: () => store.found(),
    saveCopy: (path) => saveCopy(store, path),
    onCommit: announcer.onCommit,
    catchUp: () => {
      const now = store.dataVersion();
      if (now === dataVersion) return;
      dataVersion = now;
      announcer.announce();
    },
    close: () => {
      store.close();
    },
  };
}

function unknownMethod(method: string): Failure {
  return { type: 'UnknownMethod', message: `This workbench knows no “${method}”.` };
}
