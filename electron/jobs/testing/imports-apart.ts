/** Imports in processes of their own: with a limit to their memory, or killed in the middle. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import type { ImportSummary } from '../import-summary.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface ImportOutcome {
  readonly summary: ImportSummary;
  readonly overview: { readonly documents: number; readonly groups: number; readonly sharedPassages: number };
  /** The most that the process had in memory, all told. */
  readonly megabytes: number;
}

export interface ImportsApart {
  /** Runs to the end; `null` where the process died. */
  readonly run: (project: string, ...paths: readonly string[]) => Promise<ImportOutcome | null>;
  /** Kills the process, as a power cut would, once it has said so often that a batch is written. */
  readonly kill: (after: number, project: string, ...paths: readonly string[]) => Promise<void>;
}

/** Bundles the script for the tests of one file. */
export function importsApart(heapMegabytes: number): ImportsApart {
  let folder = '';
  beforeAll(async () => {
    // Inside the project, so that the script finds its packages.
    folder = mkdtempSync(join(root, 'node_modules', '.variorum-'));
    const input = {
      import: join(root, 'electron/jobs/testing/import-process.ts'),
      'read-ahead-thread': join(root, 'electron/exchange/read-ahead/thread.ts'),
    };
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        outDir: folder,
        target: 'node20.18',
        rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
      },
    });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (words: readonly string[]) => {
    const options = [
      `--max-old-space-size=${heapMegabytes}`,
      join(folder, 'import.mjs'),
      join(folder, 'read-ahead-thread.mjs'),
      ...words,
    ];
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    return { child, lines: createInterface({ input: child.stdout }) };
  };

  return {
    run: async (...words) => {
      let outcome: ImportOutcome | null = null;
      for await (const line of start(words).lines) {
        const said = JSON.parse(line) as ImportOutcome | { readonly written: number };
        if ('summary' in said) outcome = said;
      }
      return outcome;
    },
    kill: async (after, ...words) => {
      const { child, lines } = start(words);
      let written = 0;
      for await (const line of lines) {
        if (line.includes('written')) written += 1;
        if (written >= after) child.kill('SIGKILL');
      }
    },
  };
}
