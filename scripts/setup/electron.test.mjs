import { describe, expect, it } from 'vitest';
import { chooseRuntime } from './electron.mjs';

const nothing = { wanted: '45.4.1', downloaded: false, fallbackIsThere: false, known: undefined };
/** @type {{wanted: string, runs: "fallback"}} */
const known = { wanted: '45.4.1', runs: 'fallback' };

describe('which Electron runs', () => {
  it('is unknown on a fresh machine, so the download is tried', () => {
    expect(chooseRuntime(nothing)).toBe('unknown');
  });

  it('is the wanted version wherever it is there, whatever was decided before', () => {
    expect(chooseRuntime({ ...nothing, downloaded: true, fallbackIsThere: true, known })).toBe('electron');
  });

  it('stays the fallback once that was decided, without asking the network again', () => {
    expect(chooseRuntime({ ...nothing, fallbackIsThere: true, known })).toBe('fallback');
  });

  it('is decided anew when the wanted version changes', () => {
    expect(chooseRuntime({ ...nothing, wanted: '46.0.0', fallbackIsThere: true, known })).toBe('unknown');
  });

  it('is not the fallback merely because another project has left one in the cache', () => {
    expect(chooseRuntime({ ...nothing, fallbackIsThere: true })).toBe('unknown');
  });

  it('is decided anew when the cache has been emptied', () => {
    expect(chooseRuntime({ ...nothing, known })).toBe('unknown');
  });
});
