import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isGranted } from './permissions.ts';

/** Every permission this Electron's own declarations name. */
function declaredPermissions(): readonly string[] {
  const declarations = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
  const handlers = [
    ...declarations.matchAll(/setPermission(?:Request|Check)Handler\(handler: .*permission: ((?:'[\w-]+' ?\|? ?)+)/gu),
  ];
  return [
    ...new Set(
      handlers.flatMap(([, names]) => [...(names ?? '').matchAll(/'([\w-]+)'/gu)].map(([, name]) => name ?? '')),
    ),
  ];
}

describe('the permission table', () => {
  it('knows the permissions Electron declares', () => {
    expect(declaredPermissions().length).toBeGreaterThan(15);
    expect(declaredPermissions()).toContain('clipboard-sanitized-write');
  });

  it('grants writing text to the clipboard and nothing else', () => {
    expect(declaredPermissions().filter(isGranted)).toEqual(['clipboard-sanitized-write']);
  });

  it.each(['', 'CLIPBOARD-SANITIZED-WRITE', 'toString', '__proto__', 'a permission of next year'])(
    'denies “%s”',
    (name) => {
      expect(isGranted(name)).toBe(false);
    },
  );
});
