/** One Web Annotation, of ours or of any program. */
import { problem, notImported, type ReadProblem, type ReadSpan } from '../set/read-document.ts';
import { recordOf } from '../set/described.ts';
import type { Part } from '../set/parts.ts';
import { readSaid, type Said } from '../set/said.ts';
import { readBody } from './body.ts';
import { iriOf, listOf, targetsOf, type ReadTarget } from './target.ts';
import { ownKey } from './iri.ts';

export interface DocumentPart extends Part {
  readonly document: ReadTarget['document'];
}

type Json = Readonly<Record<string, unknown>>;

/** A span for each target and each tag. */
export function readAnnotation(item: Json, where: string): readonly (DocumentPart | ReadProblem)[] {
  const targets = targetsOf(item['target']);
  if (targets.length === 0) return [problem(where, 'it has no target')];
  const { tags, notes } = readBody(item['body'], item['bodyValue'], item['motivation']);
  const said = saidOf(item, notes);
  return targets.flatMap(({ document, mark, place, what }): readonly (DocumentPart | ReadProblem)[] => {
    if (place === null) return [notImported(where, `it has for its target ${what}`)];
    return tags.map(({ label, name }, at): DocumentPart => {
      // One of our annotations has one label.
      const annotation = at === 0 ? said.annotation : `${said.annotation ?? where}#${at + 1}`;
      const span: ReadSpan = { where, ...place, label, labelName: name, ...said, annotation };
      return { document, mark: mark === undefined ? undefined : `${mark}#${at}`, span };
    });
  });
}

const ownFields = ['annotation', 'passage', 'made', 'status', 'coverage', 'own', 'reason'].map(
  (field) => [field, ownKey(field)] as const,
);

function saidOf(item: Json, notes: readonly string[]): Said {
  const own: Record<string, unknown> = {};
  for (const [field, key] of ownFields) own[field] = item[key];
  const { id, created, modified } = item;
  const made = [created, modified].find((one) => typeof one === 'string');
  const annotator = nameOf(listOf(item['creator'])[0]);
  return {
    ...(typeof id === 'string' ? { annotation: id } : {}),
    ...(typeof made === 'string' ? { made } : {}),
    ...(annotator === undefined ? {} : { annotator }),
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
    ...readSaid(own),
  };
}

function nameOf(agent: unknown): string | undefined {
  const { name, nickname } = recordOf(agent);
  const found = [...listOf(name), ...listOf(nickname)].find((one) => typeof one === 'string' && one !== '');
  return typeof found === 'string' ? found : iriOf(agent);
}
