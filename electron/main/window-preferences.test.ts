import { expect, it } from 'vitest';
import { windowPreferences } from './window-preferences.ts';

it('keeps the page in the sandbox, apart from the preload script, and away from Node', () => {
  expect(windowPreferences('/preload.cjs')).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
  });
});

it.each(['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'])(
  'leaves %s as Electron has it',
  (name) => {
    expect(windowPreferences('/preload.cjs')).not.toHaveProperty(name);
  },
);
