/** The text of a PDF file in reading order, and what the file says of itself. */
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit } from '../article-refusal.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { pageChunks } from './page-chunks.ts';
import { joinParagraphs } from './paragraphs.ts';
import { loadPdfjs } from './pdfjs.ts';
import { readingOrder } from './reading-order.ts';
import { withoutRunningLines, type Page } from './running-lines.ts';
import { holdsStreamBomb } from './stream-bomb.ts';

export interface PdfText {
  readonly text: string;
  readonly facts: ArticleFacts;
  readonly notes: readonly string[];
}

export type PdfFault =
  | { readonly type: 'encrypted' }
  | { readonly type: 'damaged'; readonly cause: string }
  | { readonly type: 'too many pages'; readonly pages: number; readonly limit: number }
  | { readonly type: 'scanned'; readonly pages: number }
  | { readonly type: 'too much text'; readonly length: number }
  | { readonly type: 'too slow'; readonly seconds: number };

export interface PdfLimits {
  readonly pages: number;
  readonly seconds: number;
}

const usualLimits: PdfLimits = { pages: 3000, seconds: 60 };

type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof loadPdfjs>>['getDocument']>['promise']>;

interface PdfContents {
  readonly pages: readonly (Page & { readonly letters: number })[];
  readonly facts: ArticleFacts;
  /** Letters that do not stand upright. */
  readonly turned: number;
  readonly isRightToLeft: boolean;
}

export async function pdfText(bytes: Uint8Array, limits: Partial<PdfLimits> = {}): Promise<Result<PdfText, PdfFault>> {
  const contents = await pdfContents(bytes, { ...usualLimits, ...limits });
  return contents.ok ? articleText(contents.value) : contents;
}

async function pdfContents(bytes: Uint8Array, limits: PdfLimits): Promise<Result<PdfContents, PdfFault>> {
  if (holdsStreamBomb(bytes)) return err({ type: 'damaged', cause: 'its packed parts grow beyond all measure' });
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    // A copy: the library takes away what it is given.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const { numPages: pages } = document;
    if (pages > limits.pages) return err({ type: 'too many pages', pages, limit: limits.pages });
    return await documentContents(document, limits);
  } catch (error) {
    // Whatever the library throws is about the file.
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return err({ type: 'encrypted' });
    return err({ type: 'damaged', cause: error instanceof Error ? error.message : String(error) });
  } finally {
    await task.destroy();
  }
}

async function documentContents(document: PdfDocument, limits: PdfLimits): Promise<Result<PdfContents, PdfFault>> {
  const started = performance.now();
  const pages: (Page & { readonly letters: number })[] = [];
  let [turned, length, rightToLeft] = [0, 0, 0];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.filter((item) => 'str' in item);
    const letters = items.reduce((sum, { str }) => sum + str.trim().length, 0);
    length += letters;
    if (length > articleSizeLimit) return err({ type: 'too much text', length });
    rightToLeft += items.filter(({ dir }) => dir === 'rtl').length - items.filter(({ dir }) => dir === 'ltr').length;
    const found = pageChunks(items, viewport.transform);
    turned += found.turned;
    pages.push({ chunks: found.chunks, height: viewport.height, letters });
    page.cleanup();
    if (performance.now() - started > 1000 * limits.seconds) return err({ type: 'too slow', seconds: limits.seconds });
  }
  return ok({ pages, facts: await factsOf(document), turned, isRightToLeft: rightToLeft > 0 });
}

function articleText({ pages, facts, turned, isRightToLeft }: PdfContents): Result<PdfText, PdfFault> {
  const blank = pages.filter(({ letters }) => letters === 0).length;
  if (blank === pages.length) return err({ type: 'scanned', pages: pages.length });
  const { pages: kept, examples, count } = withoutRunningLines(pages);
  const columns = kept.flatMap(({ chunks }) => readingOrder(chunks, isRightToLeft));
  const { paragraphs, unhyphenated } = joinParagraphs(columns);
  const notes = [
    ...(unhyphenated.length > 0 ? [hyphenNote(unhyphenated)] : []),
    ...(count > 0 ? [`Headers, footers and page numbers were left out (${count}): ${quoted(examples)}.`] : []),
    ...(turned > 0 ? [`Words that do not stand upright were left out (${turned} characters).`] : []),
    ...(blank > 0 ? [`${blank} of its ${pages.length} pages hold no text; they may be pictures.`] : []),
  ];
  return ok({ text: paragraphs.join('\n\n'), facts, notes });
}

function hyphenNote(words: readonly string[]): string {
  const count = words.length === 1 ? 'One hyphen at a line end was' : `${words.length} hyphens at line ends were`;
  return `${count} taken out: ${quoted([...new Set(words)])}.`;
}

function quoted(examples: readonly string[]): string {
  const shown = examples.slice(0, 5).map((example) => `“${printable(example)}”`);
  return `${shown.join(', ')}${examples.length > shown.length ? ' and more' : ''}`;
}

async function factsOf(document: PdfDocument): Promise<ArticleFacts> {
  const { info } = await document.getMetadata();
  const given = new Map(Object.entries(info));
  const text = (name: string): string | undefined => {
    const value: unknown = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { title: text('Title'), author: text('Author'), date: isoDate(text('CreationDate')) };
}

/** `D:20151003080000+02'00'` (ISO 32000-1, 7.9.4) as ISO 8601; anything else as it is. */
function isoDate(written: string | undefined): string | undefined {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/u.exec(written ?? '');
  if (parts === null) return written;
  const [, year = '', month, day, hour, minute, second, zulu, zone, zoneMinutes] = parts;
  if (month === undefined || day === undefined) return year;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const offset = zulu === undefined ? (zone === undefined ? '' : `${zone}:${zoneMinutes ?? '00'}`) : 'Z';
  return `${year}-${month}-${day}T${hour}:${minute ?? '00'}:${second ?? '00'}${offset}`;
}
