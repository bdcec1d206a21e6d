/** The parts of a workbook that is read: which sheets there are, in their order, and where they lie in the archive. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { wholeText } from '../set/text-pieces.ts';
import type { SetSource, SourceFile } from '../set/source.ts';
import { xmlFaultReason } from '../xml/xml-fault.ts';
import { attributeOf, parseXml, type XmlElement } from '../xml/xml-reader.ts';

export interface BookSheet {
  readonly name: string;
  readonly file: SourceFile;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly sharedStrings: SourceFile | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** In the whole workbook; others have a handful. */
const sheetsRead = 10_000;

/** @returns the sheets, or a sentence that says why they cannot be had */
export async function readBook(source: SetSource): Promise<Result<Book, string>> {
  const files = new Map(source.files.map((file) => [file.path, file]));
  const path = await bookPath(files);
  const book = files.get(path);
  if (book === undefined) return err(`“${source.name}” is no workbook: there is no “${path}” in it.`);
  const relations = await readRelations(files, path);
  if (!relations.ok) return relations;
  const sheets: BookSheet[] = [];
  const missing: string[] = [];
  const read = await elementsOf(book, (element) => {
    if (element.local !== 'sheet' || sheets.length >= sheetsRead) return;
    const name = element.attributes.get('name') ?? '';
    const target = relations.value.get(relationOf(element))?.target;
    const file = target === undefined ? undefined : files.get(target);
    if (file === undefined) missing.push(name);
    else sheets.push({ name, file });
  });
  if (!read.ok) return read;
  const [lost] = missing;
  if (lost !== undefined) return err(`The sheet “${lost}” is listed in “${path}” and is not there.`);
  const strings = [...relations.value.values()].find(({ type }) => type.endsWith('/sharedStrings'));
  return ok({ sheets, sharedStrings: (strings === undefined ? undefined : files.get(strings.target)) ?? null });
}

/** `r:id`, whatever the prefix is called; `sheetId` is another thing. */
function relationOf({ attributes }: XmlElement): string {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value;
  return '';
}

async function bookPath(files: ReadonlyMap<string, SourceFile>): Promise<string> {
  const usual = 'xl/workbook.xml';
  if (files.has(usual)) return usual;
  const relations = await readRelations(files, '');
  if (!relations.ok) return usual;
  return [...relations.value.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? usual;
}

/** The relations of a part, targets as paths in the archive (ECMA-376 part 2, 9.3). @param part '' for the package */
async function readRelations(
  files: ReadonlyMap<string, SourceFile>,
  part: string,
): Promise<Result<ReadonlyMap<string, Relation>, string>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const file = files.get(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (file === undefined) return ok(relations);
  const read = await elementsOf(file, (element) => {
    if (element.local !== 'Relationship' || attributeOf(element, 'TargetMode') === 'External') return;
    const target = resolved(folder, attributeOf(element, 'Target') ?? '');
    relations.set(attributeOf(element, 'Id') ?? '', { type: attributeOf(element, 'Type') ?? '', target });
  });
  return read.ok ? ok(relations) : read;
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function elementsOf(file: SourceFile, open: (element: XmlElement) => void): Promise<Result<null, string>> {
  const text = await wholeText(file);
  if (!text.ok) return text;
  const fault = parseXml(text.value.replace(/^\ufeff/u, ''), { open });
  return fault === null ? ok(null) : err(`“${file.path}”, ${xmlFaultReason(fault)}`);
}
