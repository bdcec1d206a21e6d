import { describe, expect, it } from 'vitest';
import { isFurnitureLine } from './fixed-lines.ts';

describe('a line that any page may carry', () => {
  it.each([
    'Read more',
    'Share:',
    'More In Home',
    'Leave a Reply',
    'Advertisement:',
    'Story Continued Below',
    'Read or Share this story: http://short.example/2aB9',
    'Share this article Share Tweet Post Email',
    'Updated at 5:13 p.m. ET',
    'Published Tuesday, March 3',
    'Copyright 2016 The Harbour Gazette. All rights reserved.',
    '© 2016 Harbour Gazette',
    '(c) 2015 Harbour Gazette Writers Group',
    'Associated writers Ann Reed in Oslo and Tom Hill in Rome contributed to this report.',
    'Lesen Sie auch: Was der Hafen kostet',
    'Alle Rechte vorbehalten.',
    'À lire aussi : Le port fermé',
    'Publicité',
    'Lee también: El puerto cerrado',
    'Síguenos en Facebook',
    'Leggi anche: Il porto chiuso',
    'Pubblicità',
    'Читайте также: Порт закрыт',
    'Все права защищены',
  ])('is furniture: %s', (line) => {
    expect(isFurnitureLine(line)).toBe(true);
  });

  it('is furniture whatever white space is around it', () => {
    expect(isFurnitureLine(' \t Read more \r')).toBe(true);
  });
});

describe('a line of prose', () => {
  it.each([
    'Read the treaty before you sign it, the minister told them.',
    'Sharing the harbour costs both towns money.',
    'More ships came in the spring than in any year before.',
    'Copyright law is a mess, the judge said.',
    'Copyright holders went to court on Monday.',
    'Published in 2010, the report changed little.',
    'Updated figures show that the harbour lost money.',
    'Follow the money, he said.',
    'Leave it to the courts.',
    'Photographs of the harbour were on every wall.',
    'Subscribers left in their thousands.',
    'Anzeige wurde gegen beide erstattet.',
    'Teilen wollten sie den Hafen nicht.',
    'Lire ce traité suffit.',
    'Partager le port ne suffit pas.',
    'Compartir el puerto no basta.',
    'Condividi il porto con tutti, disse il sindaco.',
    'Реклама порта стоит дорого.',
    'Подробнее об этом министр говорить не стал.',
  ])('is none: %s', (line) => {
    expect(isFurnitureLine(line)).toBe(false);
  });

  it('is none where it goes on for longer than any notice', () => {
    expect(isFurnitureLine(`© ${'The harbour was closed again. '.repeat(6)}`)).toBe(false);
  });
});
