/** Labels of a file as labels of the project's codebook; those it lacks are defined. */
import { createHash } from 'node:crypto';
import type { Label } from '#shared/domain/label.ts';

export interface LabelMatch {
  /** The project's label; one that is new where the codebook lacked it. */
  readonly label: Label;
  readonly isNew: boolean;
}

export interface LabelMatcher {
  /** @param label as the file has it @param name what the file calls it, if anything */
  readonly match: (label: string, name: string | undefined) => LabelMatch;
}

/** @param codebook as it is now; those that are new are known from then on */
export function createLabelMatcher(codebook: readonly Label[]): LabelMatcher {
  const byId = new Map<string, Label>();
  const byName = new Map<string, Label>();
  const free = new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  const learn = (label: Label): void => {
    const name = folded(label.name);
    if (!byId.has(label.label)) byId.set(label.label, label);
    if (!byName.has(name)) byName.set(name, label);
    free.delete(label.key);
  };
  for (const label of codebook) learn(label);
  const same = (text: string): Label | undefined => byId.get(folded(text)) ?? byName.get(folded(text));
  return {
    match: (label, name) => {
      const slug = slugOf(label);
      const known = same(label) ?? (name === undefined ? undefined : same(name)) ?? byId.get(slug);
      if (known !== undefined) return { label: known, isNew: false };
      const [key = ''] = free;
      const defined = { label: slug, name: nameOf(name ?? label), key };
      learn(defined);
      return { label: defined, isNew: true };
    },
  };
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

const longestReadable = 80;
/** Of one that is hashed; with its hash it is readable itself, and so the same in a project that has it from this one. */
const longestBeginning = 60;

/** Readable where it can be, and the same in every project: `GPE_Loc` is `gpe-loc`. */
export function slugOf(text: string): string {
  const slug = text
    .trimStart()
    .slice(0, 10 * longestReadable)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  if (isReadable(text)) return slug;
  // In UTF-16, lest all halves of characters be one.
  const digest = createHash('sha256').update(folded(text), 'utf16le').digest('hex').slice(0, 12);
  const beginning = slug.slice(0, longestBeginning).replace(/-$/u, '');
  return beginning === '' ? `label-${digest}` : `${beginning}-${digest}`;
}

/** Letters and digits of ASCII, with single separators between: two such labels that differ have different slugs, but for case. */
function isReadable(text: string): boolean {
  const bare = text.trim();
  return bare.length <= longestReadable && /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/u.test(bare);
}

const longestName = 200;

/** What cannot be seen, or turns the direction of writing, has no place in a name. */
function nameOf(text: string): string {
  const name = text
    .slice(0, 10 * longestName)
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim()
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
  return name === '' ? 'Unnamed label' : name;
}
