import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationChoices } from '#shared/contract/app-requests.ts';
import { jobProgressSchema } from '#shared/contract/window-commands.ts';
import { openFakeApp } from './testing/fake-app.ts';
import { testFolder, valueOf } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
let sample: string;
let app: ReturnType<typeof openFakeApp>;

beforeEach(() => {
  place = testFolder();
  sample = place.sample();
  app = openFakeApp(sample);
});
afterEach(() => {
  app.close();
  place.remove();
});

const file = (name: string, text: string) => {
  writeFileSync(place.file(name), text);
  return place.file(name);
};

function tagSomething(): void {
  const { workbench } = app.project;
  const document = workbench.documents()[0]?.id ?? '';
  const label = valueOf(workbench.call('project.read', {})).changes.find(({ entity }) => entity === 'label')?.key;
  const quote = workbench.text(document).slice(0, 30);
  valueOf(workbench.call('annotation.tag', { document, span: { start: 0, end: 30 }, quote, label }));
}

/** What the window is told of jobs. */
const told = () =>
  app.window.sent.flatMap(({ channel, message }) =>
    channel === 'variorum:command' ? [jobProgressSchema.parse(message)] : [],
  );

describe('import of annotations', () => {
  const asTheFileSays: AnnotationChoices = { annotator: '', repairs: false, newDocuments: false };

  /** doccano's lines: offsets are code points there, and this one was written with UTF-16 units after an emoji. */
  function doccanoFile(): string {
    const [first] = app.project.workbench.documents();
    const text = app.project.workbench.text(first?.id ?? '');
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
    return file('set.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  const choose = async (path: string) =>
    valueOf((await app.request('choose-annotations', { folder: false }, { files: [[path]] })).result)?.token ?? '';

  it('is looked at first: what comes in, what does not and why, and nothing is written', async () => {
    const chosen = await choose(doccanoFile());
    const { result } = await app.request('preview-annotations', { chosen, choices: asTheFileSays });
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
    expect(app.project.workbench.annotations()).toEqual([]);
  });

  it('another choice, another look: documents that the project lacks', async () => {
    const chosen = await choose(doccanoFile());
    const choices = { ...asTheFileSays, newDocuments: true };
    const { result } = await app.request('preview-annotations', { chosen, choices });
    expect(valueOf(result)).toMatchObject({ annotations: 2, matched: { hash: 1, new: 1 }, newLabels: ['Person'] });
    expect(app.project.workbench.documents()).toHaveLength(5);
  });

  it('that is still being looked at makes way for the next look', async () => {
    const chosen = await choose(doccanoFile());
    const first = app.request('preview-annotations', { chosen, choices: asTheFileSays });
    while (told().length === 0) await Promise.resolve();
    const second = app.request('preview-annotations', { chosen, choices: { ...asTheFileSays, newDocuments: true } });
    expect((await first).result).toMatchObject({ ok: false, error: { type: 'Cancelled' } });
    expect(valueOf((await second).result).annotations).toBe(2);
  });

  it('brings them in as one act that one undo takes back, and says what was refused', async () => {
    const chosen = await choose(doccanoFile());
    const choices = { annotator: 'Ben', repairs: false, newDocuments: true };
    const outcome = valueOf((await app.request('import-annotations', { chosen, choices })).result);
    expect(outcome.message).toBe('2 annotations in 2 documents from “set.jsonl”: 2 spans as they are, 1 refused.');
    expect(outcome.details[0]).toBe('New in the codebook: Person.');
    expect(outcome.details[1]).toContain('line 1');
    const { workbench } = app.project;
    expect(workbench.annotations().map(({ annotator }) => annotator)).toEqual(['Ben', 'Ben']);
    valueOf(workbench.call('history.undo', {}));
    expect([workbench.annotations(), workbench.documents().length]).toEqual([[], 5]);
  });

  it('of a file that is no set says what can be read', async () => {
    const chosen = await choose(file('letter.bin', 'Dear Ann,'));
    const { result } = await app.request('preview-annotations', { chosen, choices: asTheFileSays });
    expect(result).toMatchObject({ ok: false, error: { type: 'SetNotReadable' } });
  });

  it('takes in what an export wrote of the same project', async () => {
    tagSomething();
    const target = place.file('back.jsonl');
    const choices = { format: 'jsonl', scope: { within: { type: 'all' }, rows: 'occurrences' }, text: true } as const;
    const exportInput = { choices, folder: false };
    valueOf((await app.request('export', exportInput, { targets: [target] })).result);
    valueOf(app.project.workbench.call('history.undo', {}));
    const chosen = await choose(target);
    const outcome = valueOf((await app.request('import-annotations', { chosen, choices: asTheFileSays })).result);
    expect(outcome.message).toContain('1 annotation in ');
    expect(app.project.workbench.annotations()).toHaveLength(1);
  });
});
