import { describe, expect, it } from 'vitest';
import { lossesOf } from '../set/holding.ts';
import { documentOf, goldenSet, goldenText, setOf, t1, t2, t3 } from '../testing/golden-set.ts';
import { hostileXml } from '../testing/hostile-xml.ts';
import { textSource, writtenTexts } from '../testing/memory-source.ts';
import { itemsOf, problemsOf } from '../testing/set-of-source.ts';
import { refiCodebookFormat } from './codebook-format.ts';

describe('the codebook alone', () => {
  it('has a code a label, with names, ids and keys', async () => {
    const { '': written = '' } = await writtenTexts(goldenSet, refiCodebookFormat);
    expect(written).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Variorum">');
    const items = await itemsOf(textSource({ 'a.qdc': written }), refiCodebookFormat);
    expect(items).toEqual([{ type: 'labels', isCodebook: true, labels: goldenSet.labels }]);
  });

  it('says that nothing of the documents is in it', () => {
    const set = setOf([documentOf('doc1', goldenText, [t1, t2, t3])]);
    expect(lossesOf(set, refiCodebookFormat, { text: true })).toContainEqual({
      kind: 'occurrence',
      count: 3,
      examples: ['B claims', 'claims C. D', 'A … denies'],
    });
  });

  it('of others may have codes that are called alike', async () => {
    const codes =
      '<Code guid="1" name="A"><Code guid="2" name="X"/></Code><Code guid="3" name="B"><Code guid="4" name="X"/></Code>';
    const items = await itemsOf(
      textSource({ 'a.qdc': `<CodeBook><Codes>${codes}</Codes></CodeBook>` }),
      refiCodebookFormat,
    );
    expect(items).toMatchObject([
      { labels: [{ label: 'A' }, { label: 'X' }, { label: 'B' }, { label: 'B / X', name: 'X' }] },
    ]);
  });

  it.each(hostileXml)('with %s is refused', async (_, text, said) => {
    const source = textSource({ 'a.qdc': text });
    expect(await problemsOf(source, refiCodebookFormat)).toEqual([expect.stringContaining(said)]);
  });
});
