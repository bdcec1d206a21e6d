/** The header of a TEI file: what is known of the text, who answers for what, and the categories. */
import { readField } from '../xml/escape.ts';
import type { XmlElement } from '../xml/xml-reader.ts';
import type { TeiFile } from './tei-file.ts';

export interface HeaderGathering {
  readonly open: (element: XmlElement, path: readonly string[]) => void;
  /** @param text what stands in the element, with what its children have */
  readonly close: (local: string, path: readonly string[], text: string) => void;
  /** At the end, when it is known whose file it is. */
  readonly finish: () => void;
}

const nameElements = new Set(['name', 'persName', 'orgName']);
const people = new Set(['respStmt', 'person', 'editor', 'author', 'principal', ...nameElements]);

export function createHeaderGathering(file: TeiFile): HeaderGathering {
  const categories: string[] = [];
  /** Ids of the people that are open, innermost last. */
  const persons: string[] = [];
  let idnoType = '';
  const later: (() => void)[] = [];
  const ofSource = new Set<string>();
  const valueOf = (text: string): string => (file.isOwn ? readField(text) : text.replaceAll(/\s+/gu, ' ').trim());
  /** The text's own header is the source description; what is said of the file stands in for it. */
  const describe = (field: 'title' | 'author' | 'source' | 'date', value: string, isOfSource: boolean): void => {
    // Ours says of the file what it says of the source, or its name.
    if (file.isOwn && !isOfSource) return;
    const isFree = file.described[field] === undefined || (isOfSource && !ofSource.has(field));
    if (value === '' || !isFree) return;
    file.described[field] = value;
    if (isOfSource) ofSource.add(field);
  };
  return {
    open: ({ local, attributes }, path) => {
      const id = attributes.get('xml:id') ?? '';
      if (local === 'variantEncoding') file.isApparatus = true;
      else if (local === 'application') file.isOwn ||= attributes.get('ident') === 'Variorum';
      else if (local === 'category') {
        categories.push(id);
        const n = attributes.get('n') ?? '';
        // Only ours say the label there; another's number would be no help.
        file.categories.set(id, { label: n === '' ? id : readField(n), name: '' });
      } else if (local === 'idno') idnoType = attributes.get('type') ?? '';
      if (people.has(local) && !path.includes('sourceDesc')) persons.push(id);
    },
    close: (local, path, text) => {
      const isOfSource = path.includes('sourceDesc');
      if (people.has(local) && !isOfSource) {
        const id = persons.pop() ?? '';
        const known = id === '' ? (persons.findLast((one) => one !== '') ?? '') : id;
        const isName = nameElements.has(local) || ((local === 'editor' || local === 'author') && id !== '');
        if (isName && known !== '')
          later.push(() => {
            if (!file.people.has(known)) file.people.set(known, valueOf(text));
          });
      }
      if (local === 'category') categories.pop();
      else if (local === 'catDesc' || (local === 'gloss' && path.at(-1) === 'category')) {
        const category = file.categories.get(categories.at(-1) ?? '');
        later.push(() => {
          if (category !== undefined && category.name === '') category.name = valueOf(text);
        });
      } else if (local === 'title' || local === 'author' || local === 'date')
        later.push(() => describe(local, valueOf(text), isOfSource));
      else if (local === 'publisher') later.push(() => describe('source', valueOf(text), isOfSource));
      else if (local === 'idno') {
        const type = idnoType.toLowerCase();
        later.push(() => idno(file, type, valueOf(text)));
      }
    },
    finish: () => {
      for (const act of later) act();
    },
  };
}

function idno(file: TeiFile, type: string, value: string): void {
  if (file.isOwn && (type === 'id' || type === 'name' || type === 'group')) file.described[type] = value;
  else if (type === 'url' || (type === 'uri' && /^https?:/iu.test(value))) file.described.url = value;
}
