import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generatedArticles } from './generated-articles.ts';

/** An article of the bench's corpus. */
export interface Article {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
}

export interface Corpus {
  /** One line for the head of the table: what was measured on. */
  readonly said: string;
  readonly articles: readonly Article[];
}

const NEWS = 'news-2015-2016.jsonl.gz';

/** The real articles of a data folder, or generated ones where it is not there. */
export function readCorpus(folder: string | undefined): Corpus {
  const path = folder === undefined ? undefined : join(folder, NEWS);
  if (path !== undefined && existsSync(path)) {
    const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
    const articles = lines.map((line) => JSON.parse(line) as Article);
    return { said: `${articles.length.toLocaleString('en')} real news articles of ${path}`, articles };
  }
  const articles = generatedArticles(2000, 7);
  const why = path === undefined ? 'no data folder was named (--data FOLDER)' : `${path} is not there`;
  return {
    said: `${articles.length.toLocaleString('en')} GENERATED articles, because ${why}: figures on them are no figures on news`,
    articles,
  };
}

/** A paragraph that stands in so many articles, its numbers and web addresses apart, is a publisher's standing line. */
const STANDING = 5;

/** A line that says who took a picture, or who helped. */
const CREDIT =
  /contributed to this (?:report|story|article)\W*$|^(?:photo|image|picture|photograph)s?(?: by| credit)?: |^[^.!?]{0,60}\/\s?(?:getty|reuters|afp|ap|epa)\b[^.!?]{0,20}$/iu;

/**
 * The articles without the paragraphs that stand in five of them or more, and without credits. Such furniture
 * ("Copyright © 2019 …", "Sign up for …") must never be linked by itself (the design's list of boilerplate), so it is no
 * source for copies that must be found.
 */
export function withoutStandingLines(articles: readonly Article[]): readonly Article[] {
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    for (const line of new Set(linesOf(text).map(withoutNumbers))) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return articles.map((article) => {
    const parts = article.text.split(/(\n+)/u);
    const kept = parts.filter((part, index) => {
      const line = part.trim();
      if (index % 2 === 1) return true;
      return (counts.get(withoutNumbers(line)) ?? 0) < STANDING && !CREDIT.test(line);
    });
    return {
      ...article,
      text: kept
        .join('')
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim(),
    };
  });
}

/** "Copyright © 2019" and "Copyright © 2020" are one line, and so is "Share this story: " before any address. */
function withoutNumbers(line: string): string {
  return line.replaceAll(/https?:\/\/\S+|\p{N}+/gu, '#');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\n+/u).map((line) => line.trim());
}
