// Electron's own downloader, with the patience that the network deserves: it takes minutes on a slow line, but where
// GitHub does not answer at all there is nothing to wait for.
import { inModules, projectNode } from './places.mjs';
import { runAloud } from './program.mjs';

const minute = 60_000;

/** @returns {Promise<boolean>} whether Electron is now in `node_modules/electron/dist` */
export async function downloadElectron() {
  // Run even when GitHub is silent: a download kept in Electron's own cache needs no network.
  const limit = mayTakeLong(process.env) || (await answers('https://github.com')) ? 30 * minute : minute / 4;
  const env = { ...process.env, npm_config_loglevel: 'error' };
  return (await runAloud(projectNode, [inModules('electron', 'install.js')], { env, limit })) === 0;
}

/**
 * A mirror or a proxy may answer where github.com does not.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function mayTakeLong(env) {
  const names = Object.keys(env)
    .filter((name) => env[name])
    .map((name) => name.toLowerCase());
  return names.some((name) => name === 'https_proxy' || name === 'all_proxy' || /(^|_)electron_mirror$/.test(name));
}

/** @param {string} url @returns {Promise<boolean>} */
async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(6000) });
    return true;
  } catch {
    return false;
  }
}
