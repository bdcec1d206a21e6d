import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventDigestText, type LoggedEvent } from '#shared/domain/event.ts';
import type { ReadItem } from '../set/read-document.ts';
import { copiedSet } from '../testing/golden-set.ts';
import { textSource, writtenTexts } from '../testing/memory-source.ts';
import { variorumFormat } from './format.ts';
import { readPackage } from './read.ts';

function event(number: number, previous: string): LoggedEvent {
  const payload = JSON.stringify({ number });
  const facts = { id: `e${number}`, writer: 'w', previous, clock: `00${number}`, actor: 'Anna' };
  const sealed = { ...facts, act: 'a', reverses: '', type: 'note-changed', version: 1, payload };
  return { ...sealed, hash: createHash('sha256').update(eventDigestText(sealed)).digest('hex') };
}

const first = event(1, '');
const second = event(2, first.hash);
const whole = { ...copiedSet, history: () => [first, second] };
const files = await writtenTexts(whole, variorumFormat);

async function itemsOf(changed: Readonly<Record<string, string | undefined>> = {}): Promise<readonly ReadItem[]> {
  const given = Object.entries({ ...files, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const items: ReadItem[] = [];
  for await (const item of readPackage(textSource(Object.fromEntries(given)))) items.push(item);
  return items;
}

async function problemsOf(changed: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  return (await itemsOf(changed)).flatMap((item) => (item.type === 'problem' ? [`${item.where}: ${item.why}`] : []));
}

describe('a package', () => {
  it('says what it is, and holds codebook, documents and history', () => {
    expect(Object.keys(files)).toEqual(['variorum-set.json', 'codebook.jsonl', 'documents.jsonl', 'history.jsonl']);
    expect(JSON.parse(files['variorum-set.json'] ?? '')).toMatchObject({
      format: 'variorum-set',
      version: 1,
      project: { name: 'Golden' },
      documents: 3,
    });
  });

  it('is read as project, codebook with its keys, and documents', async () => {
    const items = await itemsOf();
    expect(items.map(({ type }) => type)).toEqual(['project', 'labels', 'document', 'document', 'document']);
    expect(items[1]).toMatchObject({ labels: copiedSet.labels });
  });

  it('has no history where a part of a project was exported', async () => {
    expect(Object.keys(await writtenTexts(copiedSet, variorumFormat))).not.toContain('history.jsonl');
  });

  it.each([
    [
      'no manifest',
      { 'variorum-set.json': undefined },
      'the files: it holds no variorum-set.json, so it is no package',
    ],
    [
      'a newer version',
      { 'variorum-set.json': (files['variorum-set.json'] ?? '').replace('"version": 1', '"version": 2') },
      'variorum-set.json: it was written by a newer Variorum (version 2; this one knows 1). Update Variorum to read it',
    ],
    ['no codebook', { 'codebook.jsonl': undefined }, 'codebook.jsonl: it is missing'],
    ['no documents', { 'documents.jsonl': undefined }, 'documents.jsonl: it is missing'],
    [
      'a document that was taken out',
      { 'documents.jsonl': (files['documents.jsonl'] ?? '').split('\n').slice(1).join('\n') },
      'documents.jsonl: it has 2 documents, and the manifest says 3',
    ],
    [
      'an event that was changed',
      { 'history.jsonl': (files['history.jsonl'] ?? '').replace('"actor":"Anna"', '"actor":"Ben"') },
      'history.jsonl, line 1: the event does not have the hash that is given: it was changed',
    ],
    [
      'an event that was taken out',
      { 'history.jsonl': (files['history.jsonl'] ?? '').split('\n').slice(1).join('\n') },
      'history.jsonl, line 1: the event does not follow the one before it',
    ],
    ['a broken line', { 'codebook.jsonl': '{"label":' }, 'codebook.jsonl, line 1: it is no JSON'],
  ])('with %s is told so', async (_, changed, expected) => {
    expect(await problemsOf(changed)).toContain(expected);
  });
});
