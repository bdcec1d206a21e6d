import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let root = '';

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'));
  fs.mkdirSync(path.join(root, 'shared', 'text'), { recursive: true });
  fs.writeFileSync(path.join(root, 'shared', 'text', 'span.ts'), 'a');
  fs.writeFileSync(path.join(root, 'shared', 'text', 'quote.ts'), 'b');
});

afterEach(() => fs.rmSync(root, { recursive: true }));

/** @param {string} name */
const file = (name) => path.join(root, 'shared', 'text', name);
const now = () => fingerprint(root, ['shared', 'package.json'], (name) => !name.endsWith('.test.ts'));

describe('the fingerprint of the sources', () => {
  it('stays while nothing changes', () => {
    expect(now()).toBe(now());
  });

  it('changes with an edit, even to something as long', () => {
    const before = now();
    fs.writeFileSync(file('span.ts'), 'c');
    fs.utimesSync(file('span.ts'), new Date(), new Date(Date.now() + 5000));
    expect(now()).not.toBe(before);
  });

  it('changes when a file goes back to an older state', () => {
    const before = now();
    fs.utimesSync(file('span.ts'), new Date(), new Date(0));
    expect(now()).not.toBe(before);
  });

  it('changes when a file comes, goes or is renamed', () => {
    const before = now();
    fs.renameSync(file('quote.ts'), file('quotation.ts'));
    const renamed = now();
    fs.rmSync(file('quotation.ts'));
    const removed = now();
    fs.writeFileSync(path.join(root, 'package.json'), '{}');
    expect(new Set([before, renamed, removed, now()]).size).toBe(4);
  });

  it('is the same with one more test', () => {
    const before = now();
    fs.writeFileSync(file('span.test.ts'), 't');
    expect(now()).toBe(before);
  });
});
