/** Where the app starts. What must be settled before Electron is ready is settled here. */
import { app } from 'electron';
import { createApplication } from './application.ts';
import { watchForFaults } from './faults.ts';
import { logToStderr } from './log.ts';
import { registerAppScheme } from './protocol.ts';
import { guardPages } from './session-guards.ts';
import { projectArgument } from './start-arguments.ts';

watchForFaults();
// Who starts the app with --no-sandbox (a container's root must) means it; every window still asks for its own sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
guardPages();

let argument = projectArgument({ argv: process.argv, fromFolder: process.defaultApp, folder: process.cwd() });

if (app.requestSingleInstanceLock({ project: argument })) run();
else {
  logToStderr(
    `Variorum is running already; it was asked to ${argument === null ? 'come to the front' : `open ${argument}`}.`,
  );
  app.exit(0);
}

function run(): void {
  /** Asks of the system and of other starts that come in before there is anything to ask. */
  let ask = async (path: string | null): Promise<void> => {
    argument = path ?? argument;
  };
  app.on('second-instance', (_event, _argv, _folder, data) => void ask(projectIn(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void ask(path);
  });
  app.on('activate', () => void ask(null));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const start = async (): Promise<void> => {
    await app.whenReady();
    const application = createApplication();
    ask = application.ask;
    await application.start(argument);
  };
  void start();
}

/** What the other start was told to open; it is the same program, but what comes in is looked at all the same. */
function projectIn(data: unknown): string | null {
  const project = typeof data === 'object' && data !== null && 'project' in data ? data.project : null;
  return typeof project === 'string' && project !== '' ? project : null;
}
