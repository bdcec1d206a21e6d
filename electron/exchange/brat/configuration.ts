/**
 * annotation.conf: what brat has to know before it shows a folder. Types are what labels are called there: a label
 * whose id is no name for a type gets one that is, and which label it stands for is in a comment, with its name and key.
 */
import type { AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { occurrenceStatuses } from '#shared/domain/occurrence.ts';
import { asciiJson } from '../set/ascii-json.ts';
import { recordOf } from '../set/described.ts';
import { parseJson } from '../set/json.ts';

export const configurationName = 'annotation.conf';

/** What brat and the programs that read its files take for the name of a type. */
const typeName = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/u;

/** The type of each label; no two have the same. */
export function typesOf(labels: readonly Pick<SetLabel, 'label'>[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  for (const { label } of labels) {
    if (!typeName.test(label)) continue;
    types.set(label, label);
    taken.add(label);
  }
  for (const { label } of labels) {
    if (types.has(label)) continue;
    const near = `L_${label.normalize('NFKD').replaceAll(/[^A-Za-z0-9_-]+/gu, '_')}`.slice(0, 60);
    let type = near;
    let number = numbers.get(near) ?? 1;
    while (taken.has(type)) {
      number += 1;
      type = `${near}_${number}`;
    }
    numbers.set(near, number);
    types.set(label, type);
    taken.add(type);
  }
  return types;
}

export function configurationText({ project, labels }: AnnotatedSet, types: ReadonlyMap<string, string>): string {
  const comments = labels.map(
    ({ label, name, key }) => `# label ${asciiJson({ type: types.get(label) ?? label, label, name, key })}`,
  );
  const lines = [
    '# Annotations of a set of Variorum, for brat (brat.nlplab.org). Offsets count code points; lines end in LF.',
    '# What each type stands for is told here; the notes "Variorum" in the .ann files tell what brat has no form for.',
    `# project ${asciiJson(project)}`,
    ...comments,
    '',
    '[entities]',
    ...new Set(types.values()),
    '',
    '[relations]',
    '',
    '[events]',
    '',
    '[attributes]',
    `Status\tArg:<ENTITY>, Value:${occurrenceStatuses.join('|')}`,
  ];
  return `${lines.join('\n')}\n`;
}

export interface Configuration {
  readonly project: AnnotatedSet['project'] | null;
  /** By their types. */
  readonly labels: ReadonlyMap<string, SetLabel>;
}

/** Ours, or any other: then the types are the labels. */
export function parseConfiguration(text: string): Configuration {
  const labels = new Map<string, SetLabel>();
  let project: Configuration['project'] = null;
  let section = '';
  for (const line of text.split(/\r?\n/u)) {
    const comment = /^# (?<kind>label|project) (?<json>\{.*\})$/u.exec(line)?.groups;
    if (comment !== undefined) {
      const value = parseJson(comment['json'] ?? '');
      const { type, label, name, key, id } = recordOf(value.ok ? value.value : null);
      if (comment['kind'] === 'project' && typeof id === 'string' && typeof name === 'string') project = { id, name };
      if (typeof type !== 'string' || typeof label !== 'string' || typeof name !== 'string') continue;
      labels.set(type, { label, name, key: typeof key === 'string' ? key : '' });
      continue;
    }
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    section = /^\[(?<name>[^\]]*)\]$/u.exec(trimmed)?.groups?.['name'] ?? section;
    // Types of one section alone may be indented under others; macros and separators are no types.
    const [type = ''] = trimmed.split(/\s/u);
    const isType = (section === 'entities' || section === 'events') && /^[^[<!-]/u.test(type);
    if (isType && !labels.has(type)) labels.set(type, { label: type, name: type, key: '' });
  }
  return { project, labels };
}
