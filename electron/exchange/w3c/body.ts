/** Bodies of Web Annotations of any program: what is a tag and what is a note. */
import { recordOf } from '../set/described.ts';
import { iriOf, listOf } from './target.ts';

export interface Tag {
  readonly label: string;
  readonly name?: string;
}

export interface ReadBody {
  readonly tags: readonly Tag[];
  readonly notes: readonly string[];
}

const tagging = new Set(['tagging', 'classifying', 'identifying']);

/**
 * A tag is what a body is for that says so, or that is in an annotation which says so. Of an annotation without one
 * the motivation is the label: “highlighting”. @param value of `body` @param bodyValue the short form (§3.2.5)
 */
export function readBody(value: unknown, bodyValue: unknown, motivation: unknown): ReadBody {
  const motivations = listOf(motivation).flatMap((one) => (typeof one === 'string' ? [withoutPrefix(one)] : []));
  const tags: Tag[] = [];
  const notes: string[] = [];
  const bodies = [...listOf(value), ...(typeof bodyValue === 'string' ? [{ value: bodyValue }] : [])];
  for (const body of bodies.flatMap(chosen)) {
    const record = recordOf(body);
    const purposes = listOf(record['purpose']).flatMap((one) => (typeof one === 'string' ? [withoutPrefix(one)] : []));
    const words = wordsOf(body);
    if (words === '') continue;
    const isTag = (purposes.length === 0 ? motivations : purposes).some((purpose) => tagging.has(purpose));
    if (!isTag) notes.push(words);
    else if (typeof record['label'] === 'string') tags.push({ label: words, name: record['label'] });
    else tags.push({ label: words });
  }
  if (tags.length === 0) tags.push({ label: motivations[0] ?? 'annotation' });
  return { tags, notes };
}

/** Of bodies to choose from the first one is meant (§3.2.7). */
function chosen(body: unknown): readonly unknown[] {
  const { type, items } = recordOf(body);
  if (!Array.isArray(items)) return [body];
  return type === 'Choice' ? items.slice(0, 1) : items;
}

/** What is written in a body, or the IRI of what is somewhere else and is not fetched. */
function wordsOf(body: unknown): string {
  const { value, source } = recordOf(body);
  return typeof value === 'string' ? value : (iriOf(source) ?? iriOf(body) ?? '');
}

function withoutPrefix(motivation: string): string {
  return motivation.replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/u, '');
}
