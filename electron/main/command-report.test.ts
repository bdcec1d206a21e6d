import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/text/result.ts';
import { reportCommand } from './command-report.ts';
import { fakeDialogs } from './testing/fake-dialogs.ts';

async function said(result: Parameters<typeof reportCommand>[2]) {
  const { dialogs, asked } = fakeDialogs({ buttons: [0] });
  await reportCommand(dialogs, null, result);
  return asked;
}

describe('a command chosen from the menu', () => {
  it('says what it came to', async () => {
    const [question] = await said(ok({ message: '1 added, 1 refused', details: ['“a.txt” is empty.'] }));
    expect(question).toMatchObject({ kind: 'info', message: '1 added, 1 refused', detail: '“a.txt” is empty.' });
  });

  it('says nothing where the user gave up', async () => {
    expect(await said(ok({ message: null, details: [] }))).toEqual([]);
  });

  it('says why it failed', async () => {
    const [question] = await said(err({ type: 'DiskFull', message: 'The disk is full.' }));
    expect(question).toMatchObject({ kind: 'error', detail: 'The disk is full.' });
  });

  it('shortens a list that no screen would hold, and says by how much', async () => {
    const details = Array.from({ length: 500 }, (_, i) => `file ${i}`);
    const [question] = await said(ok({ message: '500 refused', details }));
    expect(question?.detail.split('\n')).toHaveLength(21);
    expect(question?.detail).toContain('… and 480 more.');
  });
});
