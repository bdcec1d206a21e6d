import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import type { ReadingChoices } from '../article-reader.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { htmlReader } from './reader.ts';

const read = (html: string | Uint8Array, choices: ReadingChoices = {}) =>
  readOne(htmlReader, sourceOf('a.html', html), choices);

async function textOf(html: string): Promise<string> {
  const article = await read(html);
  if (!article.ok) throw new Error(articleRefusalSentence(article.error));
  return article.value.document.text;
}

const sentence =
  'The minister said on Monday that nothing had changed since the talks of last week, and that he expected none of it to change.';
const news = `<!DOCTYPE html><html lang="en"><head><title>Minister denies | The Daily</title>
<meta property="og:title" content="Minister denies all claims"><meta name="author" content="Ann Author">
<meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2015-10-03T08:00:00Z">
<link rel="canonical" href="https://daily.example/minister"><style>p{color:red}</style>
<script>document.title = 'hacked'; fetch('http://evil.example/');</script></head>
<body class="page"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div id="content"><h1>Minister denies all claims</h1>${`<p>${sentence}</p>`.repeat(5)}<p>Last paragraph, which is the end of it, as everybody could see.</p>
<img src="http://evil.example/pixel.gif" onerror="alert(1)"></div>
<aside class="sidebar"><p>Most read: ten things you did not know.</p></aside><footer class="footer">© The Daily. All rights reserved.</footer></body></html>`;

describe('a page with an article', () => {
  it('is the article, and what the page says of it', async () => {
    const article = await read(news);
    if (!article.ok) throw new Error(articleRefusalSentence(article.error));
    const { document, notes } = article.value;
    expect(document.text).toMatch(/^Minister denies all claims\n\nThe minister said/u);
    expect(document.text).toMatch(/as everybody could see\.$/u);
    expect(document.text).not.toMatch(/Home|Most read|rights reserved|hacked/u);
    expect(document.text.split('\n\n')).toHaveLength(7);
    expect(document).toMatchObject({
      name: 'a.html',
      title: 'Minister denies all claims',
      origin: {
        author: 'Ann Author',
        source: 'The Daily',
        date: '2015-10-03T08:00:00Z',
        url: 'https://daily.example/minister',
      },
      original: Buffer.from(news),
    });
    expect(notes).toEqual([expect.stringMatching(/^The article is \d+ % of the page's text/u)]);
  });

  it('has its headline once, and none that is not its own', async () => {
    const paragraphs = `<p>${sentence}</p>`.repeat(5);
    const page = (body: string): string =>
      `<title>Minister denies | The Daily</title><body class="a"><header><h1>The Daily</h1></header>${body}`;
    const story = `<div class="story"><h1>Minister  denies</h1>${paragraphs}</div>`;
    expect(await textOf(page(story))).toMatch(/^Minister denies\n\nThe minister said/u);
    expect(await textOf(page(`<div class="story"><p>Minister denies</p>${paragraphs}</div>`))).toMatch(
      /^Minister denies\n\nThe/u,
    );
    expect(await textOf(page(`<div class="story">${paragraphs}</div>`))).toMatch(/^The minister said/u);
    const short = `<title>Denied - The Daily Example</title><body class="a"><div><h1>Denied</h1>${paragraphs}</div>`;
    expect(await textOf(short)).toMatch(/^Denied\n\nThe minister said/u);
  });

  it('may be a single sentence, and is not what is said about it', async () => {
    const comments = `<section class="comments"><p>${sentence} I have always said so.</p></section>`;
    const page = `<body class="a"><nav>Home</nav><article><h1>Brief</h1><p>The ferry is cancelled.</p></article>${comments}`;
    expect(await textOf(page)).toBe('Brief\n\nThe ferry is cancelled.');
  });

  it('is without what is called an advertisement, unless that is the page', async () => {
    const paragraphs = `<p>${sentence}</p>`.repeat(3);
    const page = `<body class="ads"><div class="story">${paragraphs}<div class="ad advertisement"><p>Buy a boat today, for cheap.</p></div><div id="ad-slot-2">Buy two.</div>${paragraphs}</div>`;
    const text = await textOf(page);
    expect(text.split('\n\n')).toHaveLength(6);
    expect(text).not.toContain('Buy');
  });

  it('has no address but one of the web, and none with a password', async () => {
    for (const [href, url] of [
      ['javascript:alert(1)', undefined],
      ['file:///etc/passwd', undefined],
      ['/relative', undefined],
      ['https://user:secret@x.example/a', 'https://x.example/a'],
    ] as const) {
      const article = await read(`<link rel="canonical" href="${href}"><p>Text.</p>`);
      expect(article.ok && article.value.document.origin.url).toBe(url);
    }
  });
});

describe('the text of HTML', () => {
  it.each([
    ['paragraphs and headings', '<h2>Head</h2><p>One\n two.</p><p>Three.', 'Head\n\nOne two.\n\nThree.'],
    ['inline elements', '<p>a<b>b</b> <i>c</i>d <span> e</span></p>', 'ab cd e'],
    ['line breaks', '<p>one<br>two<br/>three<br><br><br>four</p>', 'one\ntwo\nthree\n\nfour'],
    ['lists', '<p>L:</p><ul><li>a<li><p>b</p><p>c</p><ol><li>d</ol></ul><p>e</p>', 'L:\n\na\nb\nc\nd\n\ne'],
    ['tables', '<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3<br>4</table>', 'a\tb\tc\n1\t\t3 4'],
    [
      'a table of paragraphs, one a cell',
      '<table><tr><td><p>a</p><td><p>b</p><tr><td><p>c</p><td>d</table>',
      'a\tb\nc\td',
    ],
    ['a table for the look of it', '<table><tr><td><p>a</p><p>b</p><td>c</table>', 'a\n\nb\n\nc'],
    ['preformatted text', '<p>x</p><pre>\na  b\n\tc</pre><p>y</p>', 'x\n\na  b\n\tc\n\ny'],
    ['entities', '<p>&lt;b&gt; &amp;amp; &eacute;&nbsp;&#8212; &nosuch; AT&T</p>', '<b> &amp; é\u00a0— &nosuch; AT&T'],
    [
      'no scripts, styles or templates',
      '<p>a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>f',
      'af',
    ],
    ['no hidden words', '<p>a<span hidden>b</span><span style="display: none">c</span>d', 'ad'],
    [
      'no paragraphs of no-break spaces',
      '<p>a</p><p>&nbsp;</p><p> &nbsp; &nbsp;</p><p>b&nbsp;<b>c</b> &nbsp; d</p>',
      'a\n\nb\u00a0c \u00a0 d',
    ],
    ['a lone less-than', '<p>1 < 2 and 3 <4</p>', '1 < 2 and 3 <4'],
    ['comments', 'a<!-- <p>b</p> -->c<!x>d<?php echo ?>e', 'acde'],
    ['a comment without an end', 'a<!-- b', 'a'],
    ['a greater-than in a value', '<p title="a > b">c</p>', 'c'],
    ['figures once', '<figure><img alt="x"><figcaption>Cap</figcaption></figure><p>a</p>', 'Cap\n\na'],
    ['misnested tags', '<p><b>a<p>b</b>c</div>d', 'a\n\nbcd'],
    ['words between blocks', 'a<div>b</div>c', 'a\n\nb\n\nc'],
    ['a page with an empty body', '<html><head><title>T</title></head><body><p>x</body></html>', 'x'],
    ['a page without body', '<html><p>x', 'x'],
  ])('has %s', async (_what, html, text) => expect(await textOf(html)).toBe(text));

  it('is the same words, whatever their characters', async () => {
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const unit = fc.constantFrom(
      'a',
      'b',
      '<',
      '>',
      '&',
      ';',
      '"',
      "'",
      ' ',
      '\t',
      '\n',
      '😀',
      'é',
      'e\u0301',
      '\u00a0',
      '\u202e',
      '\u200b',
      '中',
      '/',
      '-',
      '!',
      '\u2028',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit, maxLength: 30 }), { minLength: 1, maxLength: 5 }),
        async (paragraphs) => {
          const words = [...paragraphs, 'end'].map((paragraph) =>
            paragraph.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, ''),
          );
          const html = [...paragraphs, 'end'].map((paragraph) => `<p>${escape(paragraph)}</p>`).join('');
          expect(await textOf(html)).toBe(words.filter((line) => /[^ \u00a0]/u.test(line)).join('\n\n'));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the encoding of a page', () => {
  const page = (charset: string): string =>
    `<html><head><meta charset="${charset}"></head><body><p>Er sagte: „Schöne Grüße“, und ging.</p></body></html>`;

  it('is what it declares, if that can be true', async () => {
    const article = await read(iconv.encode(page('iso-8859-1'), 'windows-1252'));
    expect(article.ok && article.value.document).toMatchObject({
      text: 'Er sagte: „Schöne Grüße“, und ging.',
      origin: { encoding: 'windows-1252' },
    });
  });

  it('is UTF-8 if it is UTF-8, whatever it declares, and that is said', async () => {
    const article = await read(page('windows-1252'));
    expect(article.ok && [article.value.document.origin.encoding, article.value.notes]).toEqual([
      'utf-8',
      ['It says that it is written in windows-1252, but it is UTF-8.'],
    ]);
  });

  it('is to be confirmed if what is declared cannot be true', async () => {
    const bytes = iconv.encode(page('utf-8'), 'windows-1252');
    expect(articleRefusalSentence(refusalOf(await read(bytes)))).toContain(
      'is not written in utf-8 as it says; it seems to be',
    );
    const article = await read(bytes, { encoding: 'windows-1252' });
    expect(article.ok && article.value.document.text).toBe('Er sagte: „Schöne Grüße“, und ging.');
  });
});

describe('a page that is refused', () => {
  it.each([
    ['200,000 nested elements', '<div>'.repeat(200_000), 'more than 512 deep'],
    ['nested elements that are not closed', '<ul><li>'.repeat(100_000), 'deep'],
    ['too many elements', '<p>a'.repeat(100_001), 'more than 100,000 elements'],
    ['references without end', '&amp'.repeat(600_000), 'more than 500,000 elements'],
    ['less-than signs without end', '<'.repeat(600_000), 'more than 500,000 elements'],
    ['nothing to read', '<html><body><img src="a.png"></body></html>', 'nothing but blank space'],
    ['no bytes', '', 'is empty'],
    ['NUL', '<p>a\nb\u0000</p>', 'holds a NUL character in line 2'],
  ])('for %s', async (_what, html, said) =>
    expect(articleRefusalSentence(refusalOf(await read(html)))).toContain(said),
  );

  it('for its size', async () => {
    const source = { ...sourceOf('a.html', ''), size: 50_000_000 };
    expect(articleRefusalSentence(refusalOf(await readOne(htmlReader, source)))).toContain('20 MB is the most');
  });

  it.each([
    ['20,000 attributes', `<p ${Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(' ')}>text</p>`],
    ['an attribute of 15 MB', `<p title="${'x'.repeat(15_000_000)}">text</p>`],
    ['an attribute that never ends', `<p>text</p><p title="${'x'.repeat(1_000_000)}`],
    ['words marked without end', `<p>text${'<font>'.repeat(50_000)}`],
    ['quotes without end', `<p>text</p>${'<p "'.repeat(100_000)}`],
    ['scripts without end', `<p>text</p>${'<script>'.repeat(100_000)}`],
    ['comments without end', `<p>text</p>${'<!--'.repeat(100_000)}`],
  ])('is not one with %s', async (_what, html) => expect(await textOf(html)).toBe('text'));

  it('or read, but never crashes, whatever it is', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<p>',
      '</p>',
      '<p',
      '</',
      '<div class="a">',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<li>',
      '<ul>',
      '<pre>',
      '<br/>',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      '&amp;',
      '&',
      '&#0;',
      '&#xd800;',
      '<script>',
      '</script>',
      '<title>',
      '<svg>',
      '<html>',
      '<body>',
      '<head>',
      '<base href="http://x/">',
      '<meta charset=x>',
      'word ',
      'A sentence, with words. ',
      '<article>',
      '<a href="javascript:x">',
      '<template>',
      '<frameset>',
      '<![CDATA[',
      ']]>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const article = await read(pieces.join(''));
        expect(article.ok ? article.value.document.text !== '' : articleRefusalSentence(article.error) !== '').toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('or read, but never crashes, whatever is changed in a real one', async () => {
    const bytes = Buffer.from(news);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(bytes.length),
        async (changes, length) => {
          const changed = Buffer.from(bytes.subarray(0, length));
          for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
          const article = await read(changed);
          expect(article.ok ? '' : articleRefusalSentence(article.error)).not.toContain('undefined');
        },
      ),
      { numRuns: 200 },
    );
  });
});
