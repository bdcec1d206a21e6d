import { describe, expect, it } from 'vitest';
import { appPage, isAppAddress } from './app-origin.ts';

describe('the address of the app', () => {
  it.each([
    appPage,
    'app://workbench',
    'app://workbench/index.html',
    'APP://workbench/assets/index.js',
    'app://workbench/#read',
  ])('is %s', (address) => {
    expect(isAppAddress(address)).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'app:',
    'app:workbench',
    'app:/workbench',
    'app:///workbench/',
    'app://x.evil',
    'app://workbench.evil/',
    'app://evil/workbench',
    'app://workbench:80/',
    'app://workbench@evil/',
    'app://someone@workbench/',
    'app://someone:secret@workbench/',
    'app://:secret@workbench/',
    'app://WORKBENCH/',
    'apps://workbench/',
    'http://workbench/',
    'https://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'blob:app://workbench/1',
    'filesystem:app://workbench/1',
    'view-source:app://workbench/',
    'chrome://settings',
    'devtools://devtools/',
    'not an address',
  ])('is not %s', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});
