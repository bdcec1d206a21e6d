/** What of a project must be known before its texts can be read: users, codes, variables and notes. */
import type { SetLabel } from '#shared/domain/annotated-set.ts';
import type { SourceFile } from '../set/source.ts';
import { xmlPieces } from '../set/xml-pieces.ts';
import { readField } from '../xml/escape.ts';
import type { XmlElement } from '../xml/xml-reader.ts';
import { createCodeGathering } from './codebook.ts';
import { normalGuid } from './guid.ts';

export interface ProjectNote {
  readonly name: string;
  text: string;
  /** Where its text is a file of its own. */
  readonly path: string;
}

export interface ProjectIndex {
  /** `null` where the root is no project. */
  readonly name: string | null;
  /** Was it written by this program? Then descriptions are ours to read. */
  readonly isOwn: boolean;
  readonly users: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, SetLabel>;
  /** Names by GUID. */
  readonly variables: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, ProjectNote>;
}

/** Throws `SourceFault`. */
export async function readProjectIndex(file: SourceFile): Promise<ProjectIndex> {
  const users = new Map<string, string>();
  const variables = new Map<string, string>();
  const notes = new Map<string, ProjectNote>();
  const codes = createCodeGathering();
  let name: string | null = null;
  let isOwn = false;
  let note: ProjectNote | null = null;
  let isContent = false;
  const take = (element: XmlElement): void => {
    const attribute = (key: string): string => element.attributes.get(key) ?? '';
    const guid = normalGuid(attribute('guid'));
    isContent = note !== null && element.local === 'PlainTextContent';
    if (element.local === 'Project') {
      name = readField(attribute('name'));
      isOwn = attribute('origin') === 'Variorum';
    } else if (element.local === 'User') {
      const called = attribute('name') === '' ? attribute('id') : attribute('name');
      users.set(guid, called === '' ? guid : readField(called));
    } else if (element.local === 'Variable') variables.set(guid, attribute('name'));
    else if (element.local === 'Note') {
      note = { name: attribute('name'), text: '', path: attribute('plainTextPath') };
      notes.set(guid, note);
    }
  };
  const pieces = xmlPieces(file, {
    open: (element) => {
      take(element);
      codes.open(element);
    },
    close: ({ local }) => {
      isContent = false;
      if (local === 'Note') note = null;
      codes.close(local);
    },
    text: (text) => {
      if (isContent && note !== null) note.text += text;
      codes.text(text);
    },
  });
  for await (const _ of pieces);
  return { name, isOwn, users, labels: codes.labels(), variables, notes };
}
