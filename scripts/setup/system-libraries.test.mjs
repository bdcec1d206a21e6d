import { describe, expect, it } from 'vitest';
import { missingLibraries } from './system-libraries.mjs';

const listing = `
	linux-vdso.so.1 (0x00007ffd4d1f2000)
	libffmpeg.so => /cache/electron/libffmpeg.so (0x00007f0a)
	libnss3.so => not found
	libgbm.so.1 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0b)
`;

describe('the libraries a program lacks', () => {
  it('are those ldd did not find, each named once', () => {
    expect(missingLibraries(listing)).toEqual(['libnss3.so', 'libgbm.so.1']);
  });

  it('are none when ldd found all, or the system has no ldd', () => {
    expect(missingLibraries('libc.so.6 => /lib/libc.so.6 (0x1)')).toEqual([]);
    expect(missingLibraries('spawnSync ldd ENOENT')).toEqual([]);
  });
});
