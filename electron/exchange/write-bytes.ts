import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ExportFailure } from './export-failure.ts';
import { checkTarget, failureOf, moveIntoPlace, realTarget, syncFolder } from './target-file.ts';

/** Writes bytes to a file, whole or not at all; what lies there already stays, unless it may be replaced. */
export function writeBytes(
  path: string,
  bytes: Uint8Array,
  { overwrite }: { readonly overwrite: boolean },
): Result<null, ExportFailure> {
  try {
    const refused = checkTarget(path, overwrite);
    if (refused !== null) return err(refused);
    const folder = dirname(realTarget(path));
    const draft = join(folder, `.variorum-${randomUUID()}.part`);
    try {
      const descriptor = openSync(draft, 'wx');
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      const failure = moveIntoPlace(draft, path, overwrite);
      if (failure !== null) return err(failure);
    } finally {
      rmSync(draft, { force: true });
    }
    syncFolder(folder);
    return ok(null);
  } catch (error) {
    return err(failureOf(path, error));
  }
}
