/** Serves the page at `app://workbench/`. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { appScheme } from './app-origin.ts';
import { type BuiltFiles, findBuiltFile } from './built-files.ts';
import { responseHeaders, withNonce } from './content-policy.ts';

/** To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** To be called once the app is ready. */
export function serveBuiltFiles(files: BuiltFiles): void {
  protocol.handle(appScheme, async ({ url, method }) => {
    const nonce = randomBytes(16).toString('base64');
    const file = findBuiltFile(files, method, url);
    if (file === null) return new Response(null, { status: 404, headers: responseHeaders('text/plain', nonce) });
    const content = await readFile(file.path);
    const isPage = file.contentType.startsWith('text/html');
    const body = isPage ? withNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
    return new Response(method === 'HEAD' ? null : body, { headers: responseHeaders(file.contentType, nonce) });
  });
}
