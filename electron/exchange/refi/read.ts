/**
 * REFI-QDA projects (version 1.5), leniently: GUIDs with and without braces, empty lists, whatever the case of the ending
 * of the project's file. Texts outside of the archive are never opened. Positions are code points by the rules; the names
 * of selections prove how a program has counted, line ends above all.
 */
import { notImported, problem, type ReadDocument, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { wholeText } from '../set/text-pieces.ts';
import { rangeBreak } from '#shared/domain/occurrence.ts';
import { readField } from '../xml/escape.ts';
import { normalGuid } from './guid.ts';
import { readProjectIndex, type ProjectIndex } from './project-index.ts';
import { projectTexts, type ProjectText } from './project-text.ts';
import { quoteProof } from './proof.ts';
import { spansOf } from './span.ts';
import { fieldOfVariable, type VariableField } from './variable.ts';
import { withoutSources } from './without-sources.ts';

export async function* readRefi(source: SetSource): AsyncGenerator<ReadItem> {
  const projects = source.files.filter(({ path }) => /\.qde$/iu.test(path));
  const [file, another] = projects;
  if (file === undefined) return yield problem(source.name, 'it has no project in it (a file that ends in .qde)');
  if (another !== undefined)
    return yield problem(source.name, `it has two projects in it, “${file.path}” and “${another.path}”`);
  try {
    yield* readProject(file, source);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield problem(file.path, error.message);
  }
}

async function* readProject(file: SourceFile, source: SetSource): AsyncGenerator<ReadItem> {
  const index = await indexOf(file);
  if (index.name === null) return yield problem(file.path, 'it is no project: it has no element <Project>');
  yield { type: 'project', id: '', name: index.name };
  yield { type: 'labels', labels: [...index.labels.values()], isCodebook: true };
  const sources = new Map(source.files.map((one) => [keyOf(one.path), one]));
  await readNotes(index, sources);
  const used = new Set<string>();
  for await (const one of projectTexts(file)) {
    const where = `line ${one.line} of ${file.path}`;
    if ('element' in one) yield notImported(where, `“${one.name}” has no text (${one.element})`);
    else yield* readText(one, { index, sources, used, file: file.path, where });
  }
}

/** What is said before and behind the texts is read first, and in two ways: the quick one knows no comments. */
async function indexOf(file: SourceFile): Promise<ProjectIndex> {
  try {
    return await readProjectIndex(withoutSources(file));
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return readProjectIndex(file);
  }
}

/** In bytes. */
const noteLimit = 1024 * 1024;

/** Of notes whose texts are files; each is read once, however many notes name it. */
async function readNotes({ notes }: ProjectIndex, sources: ReadonlyMap<string, SourceFile>): Promise<void> {
  const texts = new Map<string, string>();
  for (const note of notes.values()) {
    if (note.path === '') continue;
    const key = keyOf(note.path);
    const found = sources.get(key);
    if (found === undefined || found.size > noteLimit) continue;
    const read = texts.has(key) ? undefined : await wholeText(found);
    if (read !== undefined) texts.set(key, read.ok ? read.value : '');
    note.text = texts.get(key) ?? '';
  }
}

interface Context {
  readonly index: ProjectIndex;
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Texts that have been read: one of a million words could be named a million times. */
  readonly used: Set<string>;
  readonly file: string;
  readonly where: string;
}

/** `internal://{GUID}.txt` and `sources/guid.txt` are one. */
function keyOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? normalGuid(name) : `${normalGuid(name.slice(0, dot))}${name.slice(dot).toLowerCase()}`;
}

async function* readText(text: ProjectText, { index, sources, used, file, where }: Context): AsyncGenerator<ReadItem> {
  const { path, content, name, selections } = text;
  if (content === null && !/^internal:\/\//iu.test(path)) {
    const why =
      path === '' ? 'has no plain text' : `has its text outside of the project, at “${path}”, which is not opened`;
    return yield problem(where, `“${name}” ${why}`);
  }
  const key = keyOf(path);
  if (content === null && used.has(key))
    return yield problem(where, `the text of “${name}”, “${path}”, is that of another one before`);
  if (content === null) used.add(key);
  const held = sources.get(key);
  if (content === null && held === undefined)
    return yield problem(where, `the text of “${name}”, “${path}”, is not in the project`);
  const read = content === null && held !== undefined ? await wholeText(held) : null;
  if (read?.ok === false) return yield problem(where, read.error);
  const words = content ?? read?.value ?? '';

  const uncoded = selections.filter(({ codes }) => !codes.some((code) => index.labels.has(code))).length;
  if (uncoded > 0) yield notImported(where, `“${name}” has selections without a code (${uncoded})`);
  const isQuoted = index.isOwn ? () => true : quoteProof(words);
  const spans = spansOf(selections, index, file, isQuoted);
  if (words.includes('\r\n') && spans.length > 0 && spans.every(({ quote }) => quote === null))
    yield problem(where, `nothing in “${name}” proves how its line ends are counted: look at its spans`);
  const described: Partial<Record<VariableField, string>> = {};
  for (const [guid, value] of text.values) {
    const field = fieldOfVariable(index.variables.get(guid) ?? '', index.isOwn);
    if (field !== null) described[field] = readField(value);
  }
  const counting = { unit: 'code-point', otherUnits: ['utf-16'], join: rangeBreak } as const;
  const document: ReadDocument = { where, name, ...described, text: words, ...counting, spans };
  yield { type: 'document', document };
}
