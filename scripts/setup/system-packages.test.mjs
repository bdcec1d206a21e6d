import { describe, expect, it } from 'vitest';
import { advice, pick, systemFamily, systemPackages } from './system-packages.mjs';

describe('the family of a system', () => {
  it("is read from the system's own words and its likeness", () => {
    expect(systemFamily('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n')).toBe('debian');
    expect(systemFamily('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe('debian');
    expect(systemFamily('ID="rocky"\nID_LIKE="rhel centos fedora"\n')).toBe('fedora');
    expect(systemFamily('ID=arch\n')).toBe('arch');
    expect(systemFamily('ID=nixos\n')).toBe('other');
  });

  it('is not taken from another line', () => {
    expect(systemFamily('ID=nixos\nVARIANT_ID=debian\n')).toBe('other');
  });
});

describe('a package under several names', () => {
  it('goes by the first name the system knows', () => {
    expect(pick(['libasound2t64', 'libasound2'], () => true)).toBe('libasound2t64');
    expect(pick(['libasound2t64', 'libasound2'], (name) => name === 'libasound2')).toBe('libasound2');
  });

  it('goes by its oldest name when the system knows none', () => {
    expect(pick(['libasound2t64', 'libasound2'], () => false)).toBe('libasound2');
  });
});

describe('the advice to a user who is not root', () => {
  it('is one command of their own system', () => {
    expect(advice('debian', systemPackages.screen, () => true)).toContain(
      'sudo apt-get install -y --no-install-recommends xvfb fonts-dejavu-core',
    );
    expect(advice('fedora', systemPackages.screen, () => true)).toContain(
      'sudo dnf install -y xorg-x11-server-Xvfb dejavu-sans-fonts',
    );
  });

  it('names the packages where the system is not known', () => {
    expect(advice('other', systemPackages.compiler, () => true)).toMatch(/g\+\+ make python3$/);
  });
});
