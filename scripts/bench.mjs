// `npm run bench [-- workbench | window | collation | exchange [OPTIONS]]`: the figures of this machine, printed as tables. Nothing
// is asserted here: machines differ, and what matters is read side by side. What follows the first option is handed on.
import os from 'node:os';
import { buildIfStale } from './build/build.mjs';
import { setUp } from './setup.mjs';
import { openDisplay } from './setup/display.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { inModules, inProject, projectNode, root } from './setup/places.mjs';
import { SetupError, main, say } from './setup/report.mjs';

const parts = ['workbench', 'window', 'collation', 'exchange'];

await main(async () => {
  const words = process.argv.slice(2);
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const wanted = firstOption < 0 ? words : words.slice(0, firstOption);
  const passedOn = firstOption < 0 ? [] : words.slice(firstOption);
  const unknown = wanted.filter((name) => !parts.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`There is no bench ${unknown.join(', ')}. There are: ${parts.join(', ')}.`);
  const { env } = await setUp();
  await buildIfStale(env);
  const display = await openDisplay();
  say(
    `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}, ${new Date().toISOString()}`,
  );
  for (const part of parts.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    const options = { cwd: root, env: { ...process.env, ...env, ...display.env } };
    const vite = inModules('vite', 'bin', 'vite.js');
    const build = [vite, 'build', '--config', 'scripts/bench/vite.config.ts', '--logLevel', 'error'];
    const built = await runInForeground(projectNode, build, { ...options, env: { ...options.env, BENCH: part } });
    if (built !== 0) return built;
    const ended = await runInForeground(
      projectNode,
      [inProject('.cache', 'bench', `${part}.mjs`), ...passedOn],
      options,
    );
    if (ended !== 0) return ended;
  }
  return 0;
});
