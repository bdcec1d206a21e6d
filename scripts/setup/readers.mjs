// Programs that open exported documents in the tests (LibreOffice, poppler). Where they cannot be installed without
// asking, the tests that need them are skipped, by name.
import { runQuietly } from './program.mjs';
import { say, SetupError } from './report.mjs';
import { advice, installSystemPackages, isDebianRoot, systemPackages, thisFamily } from './system-packages.mjs';

const programs = ['soffice', 'pdftotext'];

export async function installReaders() {
  if (process.platform !== 'linux') return;
  const missing = programs.filter((name) => !isThere(name));
  if (missing.length === 0) return;
  if (!isDebianRoot()) {
    say(`${missing.join(' and ')} not found: tests that open documents with them are skipped. To have them run:`);
    say(advice(thisFamily(), systemPackages.readers));
    return;
  }
  try {
    await installSystemPackages(systemPackages.readers, `The tests open documents with ${missing.join(' and ')}`);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`${error.message}\nTests that open documents with them are skipped.`);
  }
}

/** @param {string} name */
const isThere = (name) => runQuietly('sh', ['-c', `command -v ${name}`]).ok;
