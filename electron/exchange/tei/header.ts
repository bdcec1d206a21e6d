import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { xmlAttributes } from '../xml/escape.ts';
import { applicationXml, elementXml } from './element.ts';

export interface HeaderNames {
  /** Ids of annotators by name. */
  readonly annotators: ReadonlyMap<string, string>;
  /** Ids of labels by label, and what they are called. */
  readonly labels: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
}

/** Where the text came from is said in its source description; the annotators answer for the file. */
export function headerXml(document: AnnotatedDocument, { annotators, labels }: HeaderNames): string {
  const { id, name, title, source, author, date, url, group } = document;
  const resp = [...annotators].map(
    ([annotator, by]) =>
      `<respStmt xml:id="${by}"><resp>annotated</resp>${elementXml('name', {}, annotator)}</respStmt>\n`,
  );
  const said = [
    ['title', {}, title],
    ['author', {}, author],
    ['publisher', {}, source],
    ['date', {}, date],
    ['idno', { type: 'url' }, url],
    ['idno', { type: 'id' }, id],
    ['idno', { type: 'name' }, name],
    ['idno', { type: 'group' }, group],
  ] as const;
  const bibl = said.map(([element, attributes, text]) => (text === '' ? '' : elementXml(element, attributes, text)));
  const categories = [...labels].map(([label, one]) => {
    const attributes = xmlAttributes({ 'xml:id': one.id, n: one.id === label ? '' : label });
    return `<category${attributes}>${elementXml('catDesc', {}, one.name)}</category>\n`;
  });
  const taxonomy = `<classDecl><taxonomy>\n${categories.join('')}</taxonomy></classDecl>\n`;
  return `<teiHeader>
<fileDesc>
<titleStmt>${elementXml('title', {}, title === '' ? name : title)}
${resp.join('')}</titleStmt>
<publicationStmt><p>Text and annotations as they were exported.</p></publicationStmt>
<sourceDesc><bibl>${bibl.join('')}</bibl></sourceDesc>
</fileDesc>
<encodingDesc>
${applicationXml('document')}${categories.length === 0 ? '' : taxonomy}</encodingDesc>
</teiHeader>
`;
}
