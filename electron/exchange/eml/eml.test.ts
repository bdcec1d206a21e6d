import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleRefusalSentence } from '../article-refusal.ts';
import type { ReadingChoices } from '../article-reader.ts';
import { readOne, refusalOf, sourceOf } from '../testing/article-source.ts';
import { emlReader } from './reader.ts';

const read = (message: string | Uint8Array, choices: ReadingChoices = {}) =>
  readOne(emlReader, sourceOf('a.eml', message), choices);
const lines = (...all: readonly string[]): string => all.join('\r\n');

async function articleOf(message: string | Uint8Array, choices: ReadingChoices = {}) {
  const article = await read(message, choices);
  if (!article.ok) throw new Error(articleRefusalSentence(article.error));
  return article.value;
}

const head = [
  'From: =?UTF-8?Q?Ann_=C3=84uthor?= <ann@x.example>',
  'Subject: =?ISO-8859-1?B?R3L832U=?=',
  'Date: Sat, 3 Oct 2015 08:00:00 +0200',
  'List-Id: The Daily <daily.x.example>',
  'MIME-Version: 1.0',
];
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');

describe('a message', () => {
  it('is its text, with what its headers say', async () => {
    const message = lines(
      ...head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Sch=C3=B6ne =',
      'Gr=C3=BC=C3=9Fe.',
      '',
      '=F0=9F=98=80',
      '',
    );
    const { document, notes } = await articleOf(message);
    expect(document).toMatchObject({
      name: 'a.eml',
      title: 'Grüße',
      text: 'Schöne Grüße.\n\n😀',
      origin: { author: 'Ann Äuthor', source: 'The Daily', date: '2015-10-03T06:00:00.000Z', encoding: 'utf-8' },
      original: Buffer.from(message),
    });
    expect(notes).toEqual([]);
  });

  it.each([
    [
      'format=flowed',
      [
        'One \u201cline\u201d ',
        'goes on.',
        '',
        '> quoted ',
        '> goes on ',
        '>> deeper ',
        '>> still',
        '',
        ' From there.',
        '-- ',
        'Ann',
      ],
      'One \u201cline\u201d goes on.\n\n> quoted goes on \n>> deeper still\n\nFrom there.\n-- \nAnn',
    ],
    ['format="flowed"; delsp=yes', ['Hafen ', 'anlage', 'Ende'], 'Hafenanlage\nEnde'],
    ['format=fixed', ['a ', 'b', '> c ', '> d'], 'a \nb\n> c \n> d'],
  ])('has its lines joined as they were broken: %s', async (format, body, text) => {
    const type = `Content-Type: text/plain; charset=utf-8;\r\n\t${format}`;
    expect((await articleOf(lines(...head, type, '', ...body, ''))).document.text).toBe(text);
  });

  it('is its plain part, and its attachments are named', async () => {
    const { document, notes } = await articleOf(
      lines(
        ...head,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: multipart/alternative; boundary=c',
        '',
        '--c',
        'Content-Type: text/plain; charset=windows-1252',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('Gr\u00fc\u00dfe', 'latin1').toString('base64'),
        '--c',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Not this</p>',
        '--c--',
        '--b',
        'Content-Type: application/pdf; name="story.pdf"',
        'Content-Disposition: attachment; filename="story.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0=',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'Subject: inner',
        '',
        'Inner text',
        '--b--',
      ),
    );
    expect(document.text).toBe('Grüße');
    expect(notes).toEqual(['2 attachments were left out: “story.pdf”, “message/rfc822”.']);
  });

  it('is the text of its markup where it has no other', async () => {
    const html =
      '<html><body><h1>Head</h1><p>One<br>two.</p><script>alert(1)</script><img src="http://evil.example/x.gif"></body></html>';
    const { document } = await articleOf(lines(...head, 'Content-Type: text/html; charset=utf-8', '', html));
    expect(document.text).toBe('Head\n\nOne\ntwo.');
  });

  it('may be written in another encoding, if that is declared and can be true', async () => {
    const message = (charset: string): Buffer =>
      Buffer.from(
        lines(
          ...head,
          `Content-Type: text/plain${charset}`,
          'Content-Transfer-Encoding: 8bit',
          '',
          'Gr\u00fc\u00dfe, sch\u00f6ne',
        ),
        'latin1',
      );
    const declared = await articleOf(message('; charset="iso-8859-1"'));
    expect([declared.document.text, declared.document.origin.encoding]).toEqual(['Grüße, schöne', 'windows-1252']);
    for (const wrong of ['; charset=utf-8', '']) {
      const refusal = refusalOf(await read(message(wrong)));
      expect(refusal).toMatchObject({ type: 'ArticleEncodingUnconfirmed', file: 'a.eml' });
      const confirmed = await articleOf(message(wrong), { encoding: 'windows-1252' });
      expect([confirmed.document.text, confirmed.document.title]).toEqual(['Grüße, schöne', 'Grüße']);
    }
  });

  it('says where characters could not be decoded', async () => {
    const message = lines(
      ...head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=FC=DFe',
    );
    const { notes } = await articleOf(message);
    expect(notes).toEqual([expect.stringMatching(/could not be decoded are shown as “\ufffd”/u)]);
  });

  it('is the same text, whatever its characters', async () => {
    const unit = fc.constantFrom('a', '=', '<', '&', '.', ' ', '\n', '😀', 'é', '\u00a0', '-', '\t', 'From ', '--b');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), async (body) => {
        const text = `x${body}y`;
        const encoded = lines(
          ...head,
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          base64(text),
        );
        expect((await articleOf(encoded)).document.text).toBe(text);
      }),
    );
  });
});

describe('a message that is refused', () => {
  it.each([
    ['nothing', '', 'is empty'],
    ['no header', 'Just some text\n\nand more', 'cannot be read as an e-mail (it has no header'],
    ['no text', lines(...head, '', ''), 'nothing but blank space'],
    [
      'many parts in one another',
      `${lines(...head)}\r\n${Array.from({ length: 1000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')}\r\nx`,
      'has more than 5000 parts',
    ],
    [
      'many parts beside one another',
      `${lines(...head, 'Content-Type: multipart/mixed; boundary=b')}\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(6000)}`,
      'has more than 5000 parts',
    ],
    [
      'markup without end',
      lines(...head, 'Content-Type: text/html', '', '<div>'.repeat(100_000)),
      'more than 512 deep',
    ],
    [
      'hundreds of thousands of senders',
      `Subject: x\r\nFrom: ${'a:b,'.repeat(200_000)}\r\n\r\nx`,
      'Maximum header size',
    ],
    ['headers of megabytes', `Subject: ${'x'.repeat(5_000_000)}\r\n\r\nx`, 'cannot be read as an e-mail'],
  ])('for %s', async (_what, message, said) =>
    expect(articleRefusalSentence(refusalOf(await read(message)))).toContain(said),
  );

  it('or read, but never makes it crash, whatever is changed in it', async () => {
    const message = Buffer.from(
      lines(
        ...head,
        'Content-Type: multipart/alternative; boundary=c',
        '',
        '--c',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<p>Gr=C3=BC=C3=9Fe</p>',
        '--c--',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(message.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(message.length),
        async (changes, length) => {
          const changed = Buffer.from(message.subarray(0, length));
          for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
          const article = await read(changed);
          expect(article.ok ? '' : articleRefusalSentence(article.error)).not.toContain('undefined');
        },
      ),
      { numRuns: 300 },
    );
  });
});
