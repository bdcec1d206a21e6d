// Step 4: better-sqlite3 brings a ready-made binary for every platform, which needs Node-API 10. An older Electron has
// less; for it the module is built from its own source against Node-API's experimental surface, a binary that runs in
// Electron and in Node alike. better-sqlite3 prefers `build/Release`, so no code of ours knows which one is loaded.
import fs from 'node:fs';
import path from 'node:path';
import { installBuildTools } from './build-tools.mjs';
import { recall, remember } from './memory.mjs';
import { cacheFolder, inModules, projectNode } from './places.mjs';
import { runQuietly } from './program.mjs';
import { SetupError, say } from './report.mjs';
import { inWorkplace, putInPlace } from './workplace.mjs';

const home = inModules('better-sqlite3');
const built = path.join(home, 'build', 'Release', 'better_sqlite3.node');

/** What makes the build independent of the Node-API version it meets. */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * Makes better-sqlite3 load in this Electron, and sees it load.
 * @param {import("./electron.mjs").Electron} electron
 */
export async function prepareNativeModule({ executable }) {
  const module = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version;
  const known = recall().loads;
  if (known?.executable === executable && known.module === module && fs.existsSync(built) === known.built) return;

  if (nodeApi(executable) >= 10) fs.rmSync(path.join(home, 'build'), { recursive: true, force: true });
  else if (!fs.existsSync(built) || !loadsIn(executable)) await placeBuild(module, executable);
  const failure = reasonNotToLoad(executable);
  if (failure !== undefined)
    throw new SetupError(
      `better-sqlite3 ${module} does not load in ${executable}:\n${failure}\nDelete node_modules and run the same command again.`,
    );
  remember({ loads: { executable, module, built: fs.existsSync(built) } });
}

/** @param {string} module @param {string} executable */
async function placeBuild(module, executable) {
  const kept = path.join(
    cacheFolder(),
    `better-sqlite3-${module}-${process.platform}-${process.arch}-node-api`,
    'better_sqlite3.node',
  );
  for (const fresh of [false, true]) {
    if (fresh || !fs.existsSync(kept)) await build(module, kept);
    fs.mkdirSync(path.dirname(built), { recursive: true });
    fs.copyFileSync(kept, `${built}.${process.pid}`);
    fs.renameSync(`${built}.${process.pid}`, built);
    if (loadsIn(executable)) return; // else what the cache kept is of no use here: build anew, once
  }
}

/** @param {string} module @param {string} kept where the binary goes */
async function build(module, kept) {
  await installBuildTools();
  say(`Building better-sqlite3 ${module} for this Electron (about a minute) …`);
  await inWorkplace(async (workplace) => {
    for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src'])
      fs.cpSync(path.join(home, part), path.join(workplace, part), { recursive: true });
    const args = [
      inModules('node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${nodeHeaders()}`,
    ];
    // The user's npm settings, which npm hands down as variables, would outweigh the arguments.
    const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
    const env = { ...Object.fromEntries(own), NODE_PATH: inModules(), CXXFLAGS: flags };
    const { ok, output } = runQuietly(projectNode, args, { cwd: workplace, env });
    if (!ok) throw new SetupError(`better-sqlite3 could not be built:\n${output.split('\n').slice(-30).join('\n')}`);
    putInPlace(path.join(workplace, 'build', 'Release', 'better_sqlite3.node'), kept);
  });
}

/** @returns {string} the folder whose `include/node` holds Node's headers: they come with the project's Node */
function nodeHeaders() {
  const packages = inModules('node', 'node_modules');
  const folder = fs
    .readdirSync(packages)
    .find((name) => fs.existsSync(path.join(packages, name, 'include', 'node', 'node_api.h')));
  if (folder === undefined)
    throw new SetupError(
      "The project's Node came without its headers (include/node).\nDelete node_modules and run the same command again.",
    );
  return path.join(packages, folder);
}

/** @param {string} executable @param {string} script @returns {{ok: boolean, output: string}} */
function askElectron(executable, script) {
  return runQuietly(executable, ['-e', script], {
    cwd: inModules(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    limit: 60_000,
  });
}

/** @param {string} executable @returns {number} the Node-API version it has */
function nodeApi(executable) {
  const { ok, output } = askElectron(executable, 'process.stdout.write(`node-api ${process.versions.napi}`)');
  const version = /node-api (\d+)/.exec(output)?.[1];
  if (!ok || version === undefined) throw new SetupError(`Electron does not start (${executable}):\n${output}`);
  return Number(version);
}

/** @param {string} executable */
const loadsIn = (executable) => reasonNotToLoad(executable) === undefined;

/** @param {string} executable @returns {string | undefined} */
function reasonNotToLoad(executable) {
  const script =
    "const Database = require('better-sqlite3'); new Database(':memory:').prepare('select 1').get(); process.stdout.write('loads')";
  const { ok, output } = askElectron(executable, script);
  return ok && output.includes('loads') ? undefined : output || 'it ends without a word';
}
