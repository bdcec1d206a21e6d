import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from './address.ts';

const plain = 'https://news.example/2024/story';

describe('the address of an article', () => {
  it.each([
    'http://news.example/2024/story',
    'HTTPS://News.Example/2024/story/',
    'https://news.example:443/2024/story',
    'http://news.example:80/2024/story//',
    'https://news.example/2024/story#comments',
    'https://news.example/2024/story?utm_source=mail&utm_medium=x',
    'https://news.example/2024/story/?UTM_Campaign=y#top',
    ' https://news.example/2024/story\n',
  ])('is the same however it is written: %j', (url) => expect(addressKey(url)).toBe(addressKey(plain)));

  it.each([
    'https://news.example/2024/Story',
    'https://www.news.example/2024/story',
    'https://news.example:8080/2024/story',
    'https://news.example/2024/story?page=2',
    'https://news.example/2024',
  ])('is another one: %s', (url) => expect(addressKey(url)).not.toBe(addressKey(plain)));

  it('keeps what else is asked for, in its order', () => {
    expect(addressKey('https://news.example/?id=7&utm_source=x&page=2')).toBe('//news.example?id=7&page=2');
  });

  it.each([
    '',
    '  ',
    'https://news.example',
    'http://news.example/',
    'https://news.example/?utm_source=x',
    'story',
    '#a',
  ])('is none that names no article: %j', (url) => expect(addressKey(url)).toBe(''));

  it('may be of another kind', () => expect(addressKey('doi:10.1000/182')).toBe('doi:10.1000/182'));

  it('is read of anything without failing, and says the same of itself with a scheme', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (url) => {
        const key = addressKey(url);
        if (key.startsWith('//')) expect(addressKey(`http:${key}`)).toBe(key);
      }),
    );
  });
});
