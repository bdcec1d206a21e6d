/** The texts of a project with their selections, as they stand in its file. */
import type { SourceFile } from '../set/source.ts';
import { xmlPieces } from '../set/xml-pieces.ts';
import { readField } from '../xml/escape.ts';
import type { XmlElement } from '../xml/xml-reader.ts';
import { normalGuid } from './guid.ts';

export interface ProjectSelection {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly user: string;
  readonly made: string;
  description: string;
  /** GUIDs of codes, and of notes of the selection and of its codings. */
  readonly codes: string[];
  readonly notes: string[];
  /** Of the codings, where these say it. */
  coder: string;
}

export interface ProjectText {
  readonly line: number;
  readonly guid: string;
  readonly name: string;
  readonly path: string;
  /** Where the text stands in the project itself. */
  content: string | null;
  readonly selections: ProjectSelection[];
  /** Values by GUID of the variable. */
  readonly values: Map<string, string>;
}

/** A source that has no text: a picture, a sound, a film. */
export interface ProjectMedium {
  readonly line: number;
  readonly element: string;
  readonly name: string;
}

const media = new Set(['PictureSource', 'AudioSource', 'VideoSource']);

/** One after another, each when it is whole. Throws `SourceFault`. */
export async function* projectTexts(file: SourceFile): AsyncGenerator<ProjectText | ProjectMedium> {
  const done: (ProjectText | ProjectMedium)[] = [];
  const path: string[] = [];
  let text: ProjectText | null = null;
  let selection: ProjectSelection | null = null;
  let variable = '';
  let written = '';

  const open = (element: XmlElement, line: number): void => {
    const { local, attributes } = element;
    const attribute = (key: string): string => attributes.get(key) ?? '';
    const isInSources = path.includes('Sources');
    // A PDF has its words as a text besides; what is selected in it has some, too, which are no document.
    const isText = local === 'TextSource' || (local === 'Representation' && path.at(-1) === 'PDFSource');
    path.push(local);
    written = '';
    if (!isInSources) return;
    if (text === null && isText) {
      text = {
        line,
        guid: normalGuid(attribute('guid')),
        name: readField(attribute('name')),
        path: attribute('plainTextPath'),
        content: null,
        selections: [],
        values: new Map(),
      };
    } else if (media.has(local)) done.push({ line, element: local, name: attribute('name') });
    else if (local === 'PlainTextSelection') selection = selectionOf(element, line);
    else if (local === 'Coding' && selection !== null) selection.coder ||= normalGuid(attribute('creatingUser'));
    else if (local === 'CodeRef') selection?.codes.push(normalGuid(attribute('targetGUID')));
    else if (local === 'NoteRef') selection?.notes.push(normalGuid(attribute('targetGUID')));
    else if (local === 'VariableRef') variable = normalGuid(attribute('targetGUID'));
  };

  const close = (local: string): void => {
    path.pop();
    if (text === null) return;
    if (local === 'TextSource' || local === 'Representation') {
      done.push(text);
      text = null;
    } else if (local === 'PlainTextSelection' && selection !== null) {
      text.selections.push(selection);
      selection = null;
    } else if (local === 'PlainTextContent') text.content = written;
    else if (local === 'Description' && selection !== null && path.at(-1) === 'PlainTextSelection')
      selection.description = written;
    else if (/^(?:Text|Integer|Float|Date|DateTime|Boolean)Value$/u.test(local)) text.values.set(variable, written);
  };

  const pieces = xmlPieces(file, {
    open,
    close: ({ local }) => close(local),
    text: (piece) => {
      if (text !== null) written += piece;
    },
  });
  for await (const _ of pieces) {
    yield* done;
    done.length = 0;
  }
}

function selectionOf({ attributes }: XmlElement, line: number): ProjectSelection {
  const attribute = (key: string): string => attributes.get(key) ?? '';
  return {
    line,
    start: positionOf(attribute('startPosition')),
    end: positionOf(attribute('endPosition')),
    name: attribute('name'),
    user: normalGuid(attribute('creatingUser')),
    made: attribute('creationDateTime'),
    description: '',
    codes: [],
    notes: [],
    coder: '',
  };
}

function positionOf(written: string): number {
  return /^\s*[-+]?\d+\s*$/u.test(written) ? Number(written) : Number.NaN;
}
