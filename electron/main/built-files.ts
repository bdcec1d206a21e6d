/** The files the page is made of: listed once when the app starts, and nothing else is ever read for it. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isAppAddress } from './app-origin.ts';

export interface BuiltFile {
  readonly path: string;
  readonly contentType: string;
}

/** By the path in the address, `/assets/index.js`; the page itself is `/` too. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Lists `folder`. Links are not followed, and files of a kind the page cannot need are left out. */
export function listBuiltFiles(folder: string): BuiltFiles {
  const files = new Map<string, BuiltFile>();
  // Folder by folder: inside a packed app (asar) entries do not know the folder they lie in.
  const list = (at: string, address: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      const contentType = contentTypes[extname(entry.name).toLowerCase()];
      if (entry.isDirectory()) list(path, `${address}${entry.name}/`);
      else if (entry.isFile() && contentType !== undefined) files.set(`${address}${entry.name}`, { path, contentType });
    }
  };
  list(folder, '/');
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}

/** Encoded dots, slashes, backslashes and NUL have no business in an address of ours; refused before any decoding. */
const disguised = /%2e|%2f|%5c|%00|\\|\0/iu;

/** The file a request asks for, or `null`. The path is decoded once and looked up; it never reaches the disk. */
export function findBuiltFile(files: BuiltFiles, method: string, address: string): BuiltFile | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (disguised.test(address) || !isAppAddress(address)) return null;
  try {
    return files.get(decodeURIComponent(new URL(address).pathname)) ?? null;
  } catch {
    return null;
  }
}
