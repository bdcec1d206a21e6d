import { describe, expect, it } from 'vitest';
import { mayTakeLong } from './electron-download.mjs';

describe('the patience of the download', () => {
  it('does not hang on github.com where a mirror or a proxy is set', () => {
    expect(mayTakeLong({ ELECTRON_MIRROR: 'https://mirror.example/' })).toBe(true);
    expect(mayTakeLong({ npm_config_electron_mirror: 'https://mirror.example/' })).toBe(true);
    expect(mayTakeLong({ https_proxy: 'http://proxy.example:3128' })).toBe(true);
  });

  it('hangs on github.com otherwise', () => {
    expect(mayTakeLong({ PATH: '/usr/bin', HTTPS_PROXY: '' })).toBe(false);
  });
});
