// Electron's own `default_app.asar` lets `electron <folder>` open a folder. A distribution taken from another
// application lacks it; this file, copied to `resources/app`, does the same: it reads the command line as Electron
// does, takes the folder's name and version for the application, and requires its main file (CommonJS).
'use strict';

const path = require('node:path');
const { app } = require('electron');

/** @param {readonly string[]} args what follows the executable on the command line */
function readCommandLine(args) {
  const preloads = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') preloads.push(args[++i]);
    else if (arg.startsWith('--require=')) preloads.push(arg.slice('--require='.length));
    else if (!arg.startsWith('-')) return { preloads, folder: path.resolve(arg) };
  }
  return { preloads, folder: undefined };
}

const { preloads, folder } = readCommandLine(process.argv.slice(1));
if (folder === undefined) {
  console.error('electron: name the folder of an application');
  process.exit(1);
}

const manifest = require(path.join(folder, 'package.json'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version ?? '0.0.0');
app.setAppPath(folder);

for (const preload of preloads) require(path.resolve(preload));
require(path.resolve(folder, manifest.main ?? 'index.js'));
