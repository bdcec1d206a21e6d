/** What to do with a file that no reader takes, by its ending. */
import { extname } from 'node:path';

const saveAsDocx = 'Open it in a word processor, save it as .docx or .odt, and import that.';

const advice: Readonly<Record<string, string>> = {
  '.doc': `an old Word document. ${saveAsDocx}`,
  '.dot': `an old Word template. ${saveAsDocx}`,
  '.rtf': `a Rich Text document. ${saveAsDocx}`,
  '.pages': 'a Pages document. Open it in Pages, export it as .docx, and import that.',
  '.wpd': `a WordPerfect document. ${saveAsDocx}`,
  '.xls': 'an old spreadsheet. Save it as .csv (UTF-8) and import that.',
  '.xlsx': 'a spreadsheet. Save it as .csv (UTF-8) and import that.',
  '.ods': 'a spreadsheet. Save it as .csv (UTF-8) and import that.',
  '.mht': 'a web archive. Open it in a browser, save it as .html, and import that.',
  '.mhtml': 'a web archive. Open it in a browser, save it as .html, and import that.',
  '.msg': 'an Outlook message. Save it as .eml and import that.',
  '.mbox': 'a mailbox. Save its messages as .eml files and import those.',
  '.mobi': 'a Kindle book. Convert it to .epub and import that.',
  '.azw3': 'a Kindle book. Convert it to .epub and import that.',
  '.json': 'one JSON file. Write one object, {"text": "…"}, on each line of a .jsonl file and import that.',
  ...Object.fromEntries(
    ['.zip', '.gz', '.bz2', '.xz', '.zst', '.7z', '.rar', '.tar', '.tgz'].map((ending) => [
      ending,
      'packed. Unpack it and import the file that is in it.',
    ]),
  ),
};

/** Continues “story.doc” is …: what it is, and what to do. */
export function formatAdvice(file: string): string {
  const known = advice[extname(file).toLowerCase()];
  return known ?? 'neither .txt nor .md nor another kind of file that is read. Save it as plain text first.';
}
