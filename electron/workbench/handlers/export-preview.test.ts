import { describe, expect, it } from 'vitest';
import type { ExportChoices, ExportScope } from '#shared/contract/export-choices.ts';
import { articleOf, fiveArticles, projectWith, valueOf } from '../testing/five-articles.ts';
import { idOf, tag } from '../testing/names.ts';
import type { Workbench } from '../workbench.ts';

const whole: ExportScope = { within: { type: 'all' }, rows: 'occurrences' };

const previewOf = (workbench: Workbench, format: string, scope: Partial<ExportScope> = {}) => {
  const choices: ExportChoices = { format, scope: { ...whole, ...scope }, text: true };
  return valueOf(workbench.call('export.preview', { choices }));
};
const counted = (workbench: Workbench, scope: Partial<ExportScope>): string => {
  const { documents, annotations, occurrences } = previewOf(workbench, 'csv', scope);
  return `${annotations} · ${occurrences} in ${documents}`;
};

/** One claim that stands in three documents, and a rebuttal that stands in two. */
function tagged(): Workbench {
  const workbench = projectWith(fiveArticles);
  tag(workbench, '002', 459, 487);
  const text = workbench.text(idOf(workbench, '002'));
  const at = text.indexOf('Moscow never made such');
  const document = idOf(workbench, '002');
  const span = { start: at, end: at + 22 };
  const quote = 'Moscow never made such';
  valueOf(workbench.call('annotation.tag', { document, span, quote, label: 'rebuttal' }));
  return workbench;
}

describe('the preview of an export', () => {
  it('counts what would stand in the file, for every part of the project', () => {
    const workbench = tagged();
    const group = workbench.documents().find(({ name }) => name.startsWith('002'))?.group ?? '';
    const own: ExportScope['within'] = { type: 'document', document: idOf(workbench, '002') };
    expect([
      counted(workbench, {}),
      counted(workbench, { rows: 'passages' }),
      counted(workbench, { labels: ['rebuttal'] }),
      counted(workbench, { annotators: ['Ben'] }),
      counted(workbench, { statuses: ['detached'] }),
      counted(workbench, { within: own }),
      counted(workbench, { within: { type: 'group', group } }),
    ]).toEqual(['2 · 5 in 3', '2 · 2 in 1', '1 · 2 in 2', '0 · 0 in 0', '0 · 0 in 0', '2 · 2 in 1', '2 · 4 in 2']);
  });

  it('tells what the format cannot hold, before anything is written', () => {
    expect(previewOf(tagged(), 'csv').losses).toContain(
      'Not in the file: labels that no annotation bears (1: “Editorial insertion”).',
    );
  });

  it('of a project of many documents looks at those with annotations first, and says at how many', () => {
    const many = Array.from({ length: 2001 }, (_, at) => articleOf(`${at}.txt`, `Story ${at} has words of its own.`));
    const workbench = projectWith(many);
    const last = workbench.documents().at(-1)?.name ?? '';
    tag(workbench, last, 0, 20);
    const told = ({ lookedAt, size, documents, occurrences }: ReturnType<typeof previewOf>) =>
      `${lookedAt} of ${size}: ${occurrences} in ${documents}`;
    expect(told(previewOf(workbench, 'jsonl'))).toBe('2000 of 2001: 1 in 2001');
    expect(told(previewOf(workbench, 'csv'))).toBe('2000 of 2001: 1 in 1');
    const within = { type: 'document', document: idOf(workbench, last) } as const;
    expect(told(previewOf(workbench, 'jsonl', { within }))).toBe('1 of 1: 1 in 1');
  });

  it('leaves the project as it is, and free to be written to', () => {
    const workbench = tagged();
    previewOf(workbench, 'jsonl');
    tag(workbench, '003', 0, 40);
    expect(workbench.annotations()).toHaveLength(3);
  });

  it('in a format that there is not is refused', () => {
    const choices = { format: 'wav', scope: whole, text: true };
    expect(tagged().call('export.preview', { choices })).toMatchObject({ ok: false, error: { type: 'UnknownFormat' } });
  });
});

it('the options of an export are all formats, and everybody who has tagged', () => {
  const workbench = tagged();
  const document = idOf(workbench, '003');
  const quote = workbench.text(document).slice(0, 30);
  const span = { start: 0, end: 30 };
  valueOf(workbench.call('annotation.tag', { document, span, quote, label: 'claim' }, 'Ben'));
  const { formats, annotators } = valueOf(workbench.call('export.options', {}));
  expect(annotators).toEqual(['Ann', 'Ben']);
  expect(formats.find(({ name }) => name === 'jsonl')).toMatchObject({ ending: '.jsonl', layout: 'file' });
});
