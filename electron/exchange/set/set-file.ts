/** A set of another program as somebody gives it: opened, recognised, and read item by item. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { isSetFormatName, readableFormatNames, setFormats, type SetFormatName } from './catalogue.ts';
import { openSource } from './open-source.ts';
import { problem, type ReadItem } from './read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from './source.ts';

export interface SetFileToRead {
  readonly format: SetFormatName;
  readonly source: SetSource;
  /** Never throws for what is in the file. */
  readonly items: () => AsyncIterable<ReadItem>;
  readonly close: () => void;
}

/** @param format a format's name, or `auto`: then the file is looked at @returns or a sentence that says why not */
export async function openSetFile(
  path: string,
  format: SetFormatName | 'auto',
): Promise<Result<SetFileToRead, string>> {
  const opened = await openSource(path);
  if (!opened.ok) return opened;
  const source = opened.value;
  const found = format === 'auto' ? await recognised(source) : ok(format);
  const read = found.ok ? setFormats[found.value].read : undefined;
  if (!found.ok || read === undefined) {
    source.close();
    return found.ok ? err(`${setFormats[found.value].title} can be written only, not read.`) : found;
  }
  return ok({ format: found.value, source, items: () => safely(read(source), source.name), close: source.close });
}

/** A reader that breaks off tells where; nobody reads on as if the rest were not there. */
async function* safely(items: AsyncIterable<ReadItem>, name: string): AsyncGenerator<ReadItem> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    yield problem(name, error.message);
  }
}

const headSize = 64 * 1024;
const samplePaths = 1000;

async function recognised(source: SetSource): Promise<Result<SetFormatName, string>> {
  const paths = source.files.slice(0, samplePaths).map(({ path }) => path);
  const heads = new Map<SourceFile | undefined, string>();
  for (const name of readableFormatNames) {
    const { recognise, endings } = setFormats[name];
    if (recognise === undefined) continue;
    const main = source.files.find(({ path }) => endings.some((one) => path.toLowerCase().endsWith(one)));
    const file = main ?? source.files[0];
    const head = heads.get(file) ?? (await headOf(file));
    heads.set(file, head);
    if (recognise({ name: source.name, paths, head })) return ok(name);
  }
  const byEnding = readableFormatNames.filter((name) =>
    setFormats[name].endings.some((ending) => source.name.toLowerCase().endsWith(ending)),
  );
  const [only] = byEnding;
  if (byEnding.length === 1 && only !== undefined) return ok(only);
  const known = readableFormatNames.join(', ');
  return err(
    `What “${source.name}” is cannot be told by looking at it. Its contents and its name fit none of the formats, or several: ${known}.`,
  );
}

async function headOf(file: SourceFile | undefined): Promise<string> {
  let head = '';
  try {
    const decoder = new TextDecoder('utf-8');
    for await (const piece of file?.pieces() ?? []) {
      head += decoder.decode(piece, { stream: true });
      if (head.length >= headSize) break;
    }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
  }
  return head.slice(0, headSize);
}

export function isReadableFormat(name: string): name is SetFormatName {
  return isSetFormatName(name) && setFormats[name].read !== undefined;
}
