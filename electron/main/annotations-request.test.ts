import { describe, expect, it } from 'vitest';
import type { AnnotationChoices } from '#shared/contract/app-requests.ts';
import { sampleApp } from './testing/sample-app.ts';
import { valueOf } from './testing/test-folder.ts';

const here = sampleApp();

describe('import of annotations', () => {
  const asTheFileSays: AnnotationChoices = { annotator: '', repairs: false, newDocuments: false };

  /** doccano's lines: offsets are code points there, and this one was written with UTF-16 units after an emoji. */
  function doccanoFile(): string {
    const [first] = here.app.project.workbench.documents();
    const text = here.app.project.workbench.text(first?.id ?? '');
    const at = text.indexOf(' ', 40) + 1;
    const lines = [
      {
        id: 1,
        text,
        label: [
          [at, at + 12, 'Claim'],
          [5, 9_000_000, 'Claim'],
        ],
      },
      { id: 2, text: 'Nobody here has read this story of a quiet harbour.', label: [[0, 6, 'Person']] },
    ];
    return here.file('set.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  const choose = async (path: string) =>
    valueOf((await here.app.request('choose-annotations', { folder: false }, { files: [[path]] })).result)?.token ?? '';

  it('is looked at first: what comes in, what does not and why, and nothing is written', async () => {
    const chosen = await choose(doccanoFile());
    const { result } = await here.app.request('preview-annotations', { chosen, choices: asTheFileSays });
    expect(valueOf(result)).toMatchObject({
      file: 'set.jsonl',
      format: 'doccano JSONL',
      matched: { hash: 1, name: 0, collation: 0, new: 0 },
      lacking: 1,
      annotations: 1,
      spans: { ok: 1, repaired: 0, rejected: 2 },
      newLabels: [],
      problemCount: 2,
    });
    expect(here.app.project.workbench.annotations()).toEqual([]);
  });

  it('another choice, another look: documents that the project lacks', async () => {
    const chosen = await choose(doccanoFile());
    const choices = { ...asTheFileSays, newDocuments: true };
    const { result } = await here.app.request('preview-annotations', { chosen, choices });
    expect(valueOf(result)).toMatchObject({ annotations: 2, matched: { hash: 1, new: 1 }, newLabels: ['Person'] });
    expect(here.app.project.workbench.documents()).toHaveLength(5);
  });

  it('that is still being looked at makes way for the next look', async () => {
    const chosen = await choose(doccanoFile());
    const first = here.app.request('preview-annotations', { chosen, choices: asTheFileSays });
    while (here.told().length === 0) await Promise.resolve();
    const second = here.app.request('preview-annotations', {
      chosen,
      choices: { ...asTheFileSays, newDocuments: true },
    });
    expect((await first).result).toMatchObject({ ok: false, error: { type: 'Cancelled' } });
    expect(valueOf((await second).result).annotations).toBe(2);
  });

  it('brings them in as one act that one undo takes back, and says what was refused', async () => {
    const chosen = await choose(doccanoFile());
    const choices = { annotator: 'Ben', repairs: false, newDocuments: true };
    const outcome = valueOf((await here.app.request('import-annotations', { chosen, choices })).result);
    expect(outcome.message).toBe(
      '2 annotations and 1 document came in from “set.jsonl”: 2 spans where the file says, 1 refused.',
    );
    expect(outcome.details[0]).toBe('New in the codebook: Person.');
    expect(outcome.details[1]).toContain('line 1');
    const { workbench } = here.app.project;
    expect(workbench.annotations().map(({ annotator }) => annotator)).toEqual(['Ben', 'Ben']);
    valueOf(workbench.call('history.undo', {}));
    expect([workbench.annotations(), workbench.documents().length]).toEqual([[], 5]);
  });

  it.each([
    [false, 'annotations-imported'],
    [true, 'document-imported'],
  ])('is what undo names, and not one of its tags (new documents: %s)', async (newDocuments, name) => {
    const chosen = await choose(doccanoFile());
    const choices = { ...asTheFileSays, newDocuments };
    valueOf((await here.app.request('import-annotations', { chosen, choices })).result);
    const { changes } = valueOf(here.app.project.workbench.call('project.read', {}));
    expect(changes.find(({ entity }) => entity === 'history')?.row).toEqual({ undo: name, redo: null });
  });

  it('of a file that is no set says what can be read', async () => {
    const chosen = await choose(here.file('letter.bin', 'Dear Ann,'));
    const { result } = await here.app.request('preview-annotations', { chosen, choices: asTheFileSays });
    expect(result).toMatchObject({ ok: false, error: { type: 'SetNotReadable' } });
  });

  it('takes in what an export wrote of the same project', async () => {
    here.tagSomething();
    const target = here.place.file('back.jsonl');
    const choices = { format: 'jsonl', scope: { within: { type: 'all' }, rows: 'occurrences' }, text: true } as const;
    const exportInput = { choices, folder: false };
    valueOf((await here.app.request('export', exportInput, { targets: [target] })).result);
    valueOf(here.app.project.workbench.call('history.undo', {}));
    const chosen = await choose(target);
    const outcome = valueOf((await here.app.request('import-annotations', { chosen, choices: asTheFileSays })).result);
    expect(outcome.message).toContain('1 annotation came in from “back.jsonl”: ');
    expect(here.app.project.workbench.annotations()).toHaveLength(1);
  });
});
