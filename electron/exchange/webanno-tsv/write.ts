import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { Span } from '#shared/text/span.ts';
import { createFileNames } from '../set/file-name.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { annotationLine, documentLine } from './comment.ts';
import { writtenText, writtenValue } from './escape.ts';
import { fitTokens } from './fit.ts';
import { tsvHolding } from './holding.ts';
import { textSentences, textTokens, tokenBehind } from '../set/tokens.ts';

/** A type that every project of INCEpTION has, with a feature for the label. */
const layer = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value';

/** A file a document: WebAnno TSV 3.3. */
export function* writeTsv(set: AnnotatedSet): Generator<SetFile> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  const fileName = createFileNames();
  for (const document of writableDocuments(set, { holds: tsvHolding, fit: fitTokens }))
    yield { path: `${fileName(document.name.replace(/\.(?:txt|md)$/iu, ''))}.tsv`, chunks: linesOf(document, names) };
}

/** A word, or a part of one, with what is said of it. */
interface Unit extends Span {
  /** `claim[1]`, in the order of the annotations. */
  readonly values: string[];
}

function* linesOf(document: AnnotatedDocument, names: ReadonlyMap<string, string>): Generator<string> {
  const { text } = document;
  const occurrences = document.occurrences.filter(({ ranges }) => ranges === undefined);
  const tokens = textTokens(text);
  const units = unitsOf(occurrences, tokens);
  yield `#FORMAT=WebAnno TSV 3.3\n#T_SP=${layer}\n\n`;
  const lead = text.slice(0, tokens[0]?.start ?? text.length);
  let head = documentLine({ ...document, occurrences }, lead, names);
  let token = 0;
  let number = 0;
  const sentences = textSentences(text);
  if (sentences.length === 0) yield `\n${head}`;
  for (const [at, { start, end, tokens: within }] of sentences.entries()) {
    let lines = `\n${head}`;
    head = '';
    for (; number < occurrences.length; number += 1) {
      const occurrence = occurrences[number];
      if (occurrence === undefined || (occurrence.start >= end && at < sentences.length - 1)) break;
      lines += annotationLine(occurrence, number + 1);
    }
    // The line end between two sentences is there by itself.
    const isBroken = at < sentences.length - 1 && text.charCodeAt(end - 1) === 0x0a;
    for (const line of text.slice(start, isBroken ? end - 1 : end).split('\n')) lines += `#Text=${writtenText(line)}\n`;
    for (const [place, span] of within.entries()) {
      const own = units[token] ?? [];
      token += 1;
      const id = `${at + 1}-${place + 1}`;
      const whole = own.find((unit) => unit.start === span.start && unit.end === span.end);
      lines += rowOf(id, whole ?? { ...span, values: [] }, text);
      let part = 0;
      for (const unit of own) {
        if (unit === whole) continue;
        part += 1;
        lines += rowOf(`${id}.${part}`, unit, text);
      }
    }
    yield lines;
  }
}

function rowOf(id: string, { start, end, values }: Unit, text: string): string {
  const value = values.length === 0 ? '_' : values.join('|');
  return `${id}\t${start}-${end}\t${text.slice(start, end)}\t${value}\t\n`;
}

/** For each token that bears something, the units in it: the token itself, and parts of it by place. */
function unitsOf(
  occurrences: readonly AnnotatedOccurrence[],
  tokens: readonly Span[],
): readonly (readonly Unit[] | undefined)[] {
  const found: (Unit[] | undefined)[] = Array.from({ length: tokens.length });
  for (const [at, { start, end, label }] of occurrences.entries()) {
    const value = `${writtenValue(label)}[${at + 1}]`;
    for (let index = tokenBehind(tokens, start); ; index += 1) {
      const token = tokens[index];
      if (token === undefined || token.start >= end) break;
      const from = Math.max(start, token.start);
      const to = Math.min(end, token.end);
      const units = (found[index] ??= []);
      const unit = units.find((one) => one.start === from && one.end === to);
      if (unit === undefined) units.push({ start: from, end: to, values: [value] });
      else unit.values.push(value);
    }
  }
  for (const units of found) units?.sort((a, b) => a.start - b.start || a.end - b.end);
  return found;
}
