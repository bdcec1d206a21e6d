import { jsonRecords } from './json-records.ts';
import { problem, type ReadItem } from './read-document.ts';
import { SourceFault, type SetSource } from './source.ts';

/**
 * The reader of a format that is a list of JSON records: each by itself, and a broken one is a problem with its number.
 * @param isOurs is this file of the source one to read? What lies beside a set is not
 */
export function recordsReader(
  readRecord: (value: unknown, where: string) => Iterable<ReadItem>,
  isOurs: (path: string) => boolean = () => true,
): (source: SetSource) => AsyncGenerator<ReadItem> {
  return async function* read(source) {
    const files = source.files.filter(({ path }) => isOurs(path));
    for (const file of files) {
      const place = (where: string): string => (files.length === 1 ? where : `${file.path}, ${where}`);
      try {
        for await (const { where, value } of jsonRecords(file)) {
          if (value.ok) yield* readRecord(value.value, place(where));
          else yield problem(place(where), value.error);
        }
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
        yield problem(file.path, error.message);
      }
    }
  };
}
