import type { AnnotatedDocument, AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { codePoints } from '../set/code-points.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { writtenField, xmlAttribute, xmlText } from '../xml/escape.ts';
import { codesXml } from './codebook.ts';
import { createGuids } from './guid.ts';
import { refiHolding } from './holding.ts';
import { noteGuid, rangesGuid, rangesNoteName, selectionsXml, userGuid, type SelectionContext } from './selection.ts';
import { variablesXml, variableValuesXml } from './variable.ts';

/**
 * A REFI-QDA project (version 1.5): the texts in `sources/`, UTF-8 with LF and no byte order mark, and `project.qde`,
 * which must name users, codes and whatever has a note before or behind the texts: what is needed of them is gathered
 * while the texts are written. Positions are code points, the end not included.
 */
export function* writeRefi(set: AnnotatedSet): Generator<SetFile> {
  const users = new Set<string>();
  const labels = new Set<string>();
  let hasNotes = false;
  const guids = createGuids();
  for (const document of writableDocuments(set, { holds: refiHolding })) {
    for (const { annotator, label, note, ranges } of document.occurrences) {
      if (annotator !== '') users.add(annotator);
      labels.add(label);
      hasNotes ||= note !== '' || ranges !== undefined;
    }
    yield { path: `sources/${guids('document', document.id, document.name)}.txt`, chunks: [document.text] };
  }
  yield { path: 'project.qde', chunks: project(set, users, labels, hasNotes) };
}

function* project(
  set: AnnotatedSet,
  users: ReadonlySet<string>,
  used: ReadonlySet<string>,
  hasNotes: boolean,
): Generator<string> {
  const name = xmlAttribute(writtenField(set.project.name));
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="${name}" origin="Variorum">\n`;
  if (users.size > 0) yield '<Users>\n';
  for (const user of users) yield `<User guid="${userGuid(user)}" name="${xmlAttribute(writtenField(user))}"/>\n`;
  if (users.size > 0) yield '</Users>\n';
  const known = new Set(set.labels.map(({ label }) => label));
  const unknown = [...used].filter((label) => !known.has(label));
  const codes = codesXml([...set.labels, ...unknown.map((label): SetLabel => ({ label, name: label, key: '' }))]);
  if (codes !== '') yield `<CodeBook>\n${codes}</CodeBook>\n`;
  yield variablesXml();
  if (set.size > 0) yield '<Sources>\n';
  for (const [document, context] of contexts(set)) yield sourceXml(document, context);
  if (set.size > 0) yield '</Sources>\n';
  if (hasNotes) yield '<Notes>\n';
  if (hasNotes) yield* notesXml(set);
  if (hasNotes) yield '</Notes>\n';
  yield '</Project>\n';
}

/** Each walk gives the same GUIDs. */
function* contexts(set: AnnotatedSet): Generator<readonly [AnnotatedDocument, SelectionContext]> {
  const guids = createGuids();
  for (const document of writableDocuments(set, { holds: refiHolding })) {
    const guid = guids('document', document.id, document.name);
    yield [document, { text: document.text, offsets: codePoints(document.text), guid, guids: createGuids() }];
  }
}

function sourceXml(document: AnnotatedDocument, context: SelectionContext): string {
  const { name, occurrences } = document;
  const { guid } = context;
  const selections = occurrences.map((occurrence) =>
    selectionsXml(occurrence, occurrence.ranges === undefined ? null : rangesGuid(occurrence, context), context),
  );
  const start = `<TextSource guid="${guid}" name="${xmlAttribute(writtenField(name))}" plainTextPath="internal://${guid}.txt">\n`;
  return `${start}${selections.join('')}${variableValuesXml(document)}</TextSource>\n`;
}

/** A note a time, whichever occurrences refer to it. */
function* notesXml(set: AnnotatedSet): Generator<string> {
  const written = new Set<string>();
  for (const [{ occurrences }, context] of contexts(set)) {
    for (const occurrence of occurrences) {
      const { note, annotator, ranges } = occurrence;
      if (ranges !== undefined) yield noteXml(rangesGuid(occurrence, context), rangesNoteName, '', annotator);
      const guid = note === '' ? '' : noteGuid(occurrence);
      if (guid === '' || written.has(guid)) continue;
      written.add(guid);
      yield noteXml(guid, 'Note', note, annotator);
    }
  }
}

function noteXml(guid: string, name: string, note: string, annotator: string): string {
  const by = annotator === '' ? '' : ` creatingUser="${userGuid(annotator)}"`;
  const content = `<PlainTextContent>${xmlText(writtenField(note))}</PlainTextContent>`;
  return `<Note guid="${guid}" name="${name}"${by}>${content}</Note>\n`;
}
