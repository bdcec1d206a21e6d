#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from './run.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    if (stream === process.stdout)
      process.stderr.write(`variorum: The answer could not be written (${error.code ?? error.message}).\n`);
  });
}

// Not process.exit: it would cut off what a pipe has not taken yet.
async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    readAhead: join(dirname(fileURLToPath(import.meta.url)), 'read-ahead-thread.cjs'),
  });
}

// The built script is CommonJS, which knows no await outside a function.
void main();
