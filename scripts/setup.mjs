// `npm run setup`: installs what is missing. `npm start` and `npm test` begin with the same steps, so nobody has to
// run it. Each step looks first and works only when something is missing; an interrupted one is taken up again.
// `npm run setup -- --again` forgets which Electron was settled on, and tries the download once more.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup/dependencies.mjs';
import { electronEnv, prepareElectron } from './setup/electron.mjs';
import { forget } from './setup/memory.mjs';
import { prepareNativeModule } from './setup/native-module.mjs';
import { inModules } from './setup/places.mjs';
import { SetupError, main, say } from './setup/report.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

/**
 * All that a build and the command line need: the packages, and the project's own Node.
 * @returns {Promise<NodeJS.ProcessEnv>} for the programs they run
 */
export async function setUpTools() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new SetupError(`Variorum's scripts need Node 20 or newer; this is ${process.version}.`);
  await installDependencies();
  return { PATH: [inModules('.bin'), process.env['PATH']].join(path.delimiter) };
}

/**
 * The tools, and an Electron that runs.
 * @returns {Promise<{electron: import("./setup/electron.mjs").Electron, env: NodeJS.ProcessEnv}>}
 */
export async function setUp() {
  const tools = await setUpTools();
  const electron = await prepareElectron();
  await installSystemLibraries(electron.executable);
  await prepareNativeModule(electron);
  return { electron, env: { ...tools, ...electronEnv(electron) } };
}

if (process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--again')) forget();
    const { electron } = await setUp();
    say(`Everything is installed. Electron: ${electron.executable}`);
    return 0;
  });
}
