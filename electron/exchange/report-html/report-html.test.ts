import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { copiedSet, documentOf, goldenSet, goldenText, setOf, t1, t2 } from '../testing/golden-set.ts';
import { writtenTexts } from '../testing/memory-source.ts';
import { htmlReportFormat } from './format.ts';
import { escapeHtml, unescapeHtml } from './markup.ts';

async function pageOf(set: AnnotatedSet): Promise<string> {
  return (await writtenTexts(set, htmlReportFormat))[''] ?? '';
}

const trap = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;`;

describe('the HTML report', () => {
  it('shows overlapping occurrences as they are, each with its number', async () => {
    const { document } = parseHTML(await pageOf(goldenSet));
    const [text] = document.querySelectorAll('.text');
    expect(text?.textContent?.replaceAll(/\s+/gu, ' ').trim()).toBe('1A😀2B 3claims C. D 1denies it.');
    const nested = [...document.querySelectorAll('mark.l1 > mark.l2')].map(({ textContent }) => textContent);
    expect(nested).toEqual(['claims']);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.getAttribute('title'))).toContain(
      '3 · Rebuttal · Anna',
    );
  });

  it('leads from a number to what is said of it, back, and on to the others of the annotation', async () => {
    const copied = setOf([
      documentOf('doc1', goldenText, [t1]),
      documentOf('doc2', goldenText, [{ ...t1, leads: false }]),
    ]);
    const { document } = parseHTML(await pageOf(copied));
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => `#${id}`));
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links).toEqual(['#n1', '#o1', '#o2', '#n2', '#o2', '#o1']);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('lists what does not count, with the reason', async () => {
    const { document } = parseHTML(await pageOf(copiedSet));
    const items = [...document.querySelectorAll('section li')].map(({ textContent }) => textContent);
    expect(items).toEqual([
      'In document 2 “B claims” Claim Anna · 2026-03-01T10:20:30.400Z · detached · a copy that was foundReason: another claim',
      'In document 2 “claims C. E” Rebuttal Anna · 2026-03-01T10:20:30.400Z · differs · 67 % of the words · a copy that was foundsee page 3',
    ]);
  });

  it('makes no markup of anything that was written by others', async () => {
    const set = setOf(
      [
        documentOf(
          'doc1',
          `${trap} and more`,
          [{ ...t2, start: 0, end: trap.length, note: trap, annotator: trap, reason: trap }],
          {
            name: trap,
            title: trap,
            source: trap,
            url: `javascript:${trap}`,
          },
        ),
      ],
      { project: { id: 'p', name: trap }, labels: [{ label: 'rebuttal', name: trap, key: '2' }] },
    );
    const { document } = parseHTML(await pageOf(set));
    expect(document.querySelectorAll('script, img, iframe, object, [onerror], [style], [src]')).toHaveLength(0);
    expect(
      [...document.querySelectorAll('a')].every((link) => link.getAttribute('href')?.startsWith('#') === true),
    ).toBe(true);
    expect(document.querySelector('.note')?.textContent).toBe(trap);
    expect(document.querySelector('h1')?.textContent).toBe(trap);
  });

  it('allows its own style and nothing else', async () => {
    const page = await pageOf(goldenSet);
    const style = /<style>(.*)<\/style>/su.exec(page)?.[1] ?? '';
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import/u);
  });

  it.each(['<&>"\'', '&amp;', '&#39;', '😀', ''])('escapes %j and reads it again', (text) =>
    expect(unescapeHtml(escapeHtml(text))).toBe(text),
  );
});
