import { basename, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Store } from '#electron/store/store.ts';

/** Writes the whole project to another file, while it is in use. A file of that name is replaced. */
export async function saveCopy(store: Store, path: string): Promise<Result<null, Failure>> {
  const target = resolve(path);
  const file = basename(target);
  if (target === resolve(store.path)) {
    return err({
      type: 'CopyOntoItself',
      message: `“${file}” is the project itself. Choose another name for the copy.`,
    });
  }
  try {
    await store.copyTo(target);
    return ok(null);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `The copy “${file}” could not be written (${cause}). The project itself is untouched. Choose another folder.`;
    return err({ type: 'CopyFailed', message });
  }
}
