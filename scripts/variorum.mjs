// `npm run variorum -- …`: the command line, without a window. It speaks on stdout; what set-up and build have to say
// goes to stderr, and is nothing when there is nothing to do.
import { buildIfStale } from './build/build.mjs';
import { setUpTools } from './setup.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { inProject, projectNode, userFolder } from './setup/places.mjs';
import { main } from './setup/report.mjs';

await main(async () => {
  const cwd = userFolder();
  await buildIfStale(await setUpTools());
  return runInForeground(projectNode, [inProject('out', 'main', 'variorum.cjs'), ...process.argv.slice(2)], { cwd });
});
