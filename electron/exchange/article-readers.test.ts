import { describe, expect, it } from 'vitest';
import { articleEndings, articleReaderOf } from './article-readers.ts';
import { articleRefusalSentence } from './article-refusal.ts';

describe('the reader of a file', () => {
  it('is told by the ending of its name, in any case', () => {
    expect(articleReaderOf('/home/anna/Story.DOCX')?.endings).toContain('.docx');
    expect(articleReaderOf('stories.zip/2024/a.b.htm')?.endings).toContain('.html');
  });

  it.each(['story', 'story.', '.txt', 'folder.txt/story', 'a.zip', 'a.exe', 'a.doc'])('is none for %s', (file) => {
    expect(articleReaderOf(file)).toBeUndefined();
  });

  it('is one alone', () => {
    expect(new Set(articleEndings).size).toBe(articleEndings.length);
    expect(articleEndings.every((ending) => /^\.[a-z]+$/u.test(ending))).toBe(true);
  });

  it.each([
    ['a.doc', 'is an old Word document. Open it in a word processor, save it as .docx or .odt, and import that.'],
    ['a.rtf', 'is a Rich Text document. Open it in a word processor'],
    ['a.pages', 'is a Pages document. Open it in Pages, export it as .docx'],
    ['b.zip/a.zip', '“a.zip” is packed. Unpack it'],
    ['a.mov', 'is neither .txt nor .md nor another kind of file that is read'],
  ])('is none for %s, and what to do is said', (file, said) => {
    expect(articleRefusalSentence({ type: 'ArticleUnknownEnding', file })).toContain(said);
  });
});
