/**
 * The codebook of REFI-QDA: a Code a label, called by its name. A label's id, where it is called otherwise, and the key
 * that tags with it stand in the description as JSON: nothing else holds them.
 */
import type { SetLabel } from '#shared/domain/annotated-set.ts';
import { parseJson } from '../set/json.ts';
import { recordOf } from '../set/described.ts';
import { readField, writtenField, xmlAttribute, xmlText } from '../xml/escape.ts';
import type { XmlElement } from '../xml/xml-reader.ts';
import { guidOf, normalGuid } from './guid.ts';

const known = new Map<string, string>();

export function codeGuid(label: string): string {
  const guid = known.get(label) ?? guidOf('label', label);
  if (known.size < 1000) known.set(label, guid);
  return guid;
}

/** Empty where there are no labels: the schema wants one Code at least. */
export function codesXml(labels: readonly SetLabel[]): string {
  const codes = labels.map(({ label, name, key }) => {
    const start = `<Code guid="${codeGuid(label)}" name="${xmlAttribute(writtenField(name))}" isCodable="true"`;
    const said = JSON.stringify({ ...(label === name ? {} : { label }), ...(key === '' ? {} : { key }) });
    if (said === '{}') return `${start}/>\n`;
    return `${start}><Description>${xmlText(writtenField(said))}</Description></Code>\n`;
  });
  return codes.length === 0 ? '' : `<Codes>\n${codes.join('')}</Codes>\n`;
}

interface Code {
  readonly guid: string;
  readonly name: string;
  /** Names of the codes it lies in, outermost first. */
  readonly path: readonly string[];
  description: string;
}

/** Gathers codes as their elements go by. */
export interface CodeGathering {
  readonly open: (element: XmlElement) => void;
  readonly close: (local: string) => void;
  /** Of the element that is open. */
  readonly text: (text: string) => void;
  /** Labels by GUID, in the order of the file. */
  readonly labels: () => ReadonlyMap<string, SetLabel>;
}

export function createCodeGathering(): CodeGathering {
  const codes: Code[] = [];
  const around: Code[] = [];
  let isDescription = false;
  return {
    open: ({ local, attributes }) => {
      isDescription = local === 'Description' && around.length > 0;
      if (local !== 'Code') return;
      const guid = normalGuid(attributes.get('guid') ?? '');
      const path = around.map(({ name }) => name);
      const code = { guid, name: readField(attributes.get('name') ?? ''), path, description: '' };
      codes.push(code);
      around.push(code);
    },
    close: (local) => {
      isDescription = false;
      if (local === 'Code') around.pop();
    },
    text: (text) => {
      const code = around.at(-1);
      if (isDescription && code !== undefined) code.description += text;
    },
    labels: () => labelsOf(codes),
  };
}

/** A code of others is a label by its name; where two are called alike, by the names of the codes around it, too. */
function labelsOf(codes: readonly Code[]): ReadonlyMap<string, SetLabel> {
  const labels = new Map<string, SetLabel>();
  const taken = new Set<string>();
  for (const { guid, name, path, description } of codes) {
    const { label: id, key } = readDescription(description);
    const wanted = id ?? (name.trim() === '' ? guid : name);
    const whole = [...path, wanted].join(' / ');
    const label = [wanted, whole, `${whole} (${guid})`].find((one) => !taken.has(one)) ?? guid;
    taken.add(label);
    labels.set(guid, { label, name: name === '' ? label : name, key: key ?? '' });
  }
  return labels;
}

function readDescription(description: string): { readonly label?: string; readonly key?: string } {
  const json = readField(description.trim());
  const value = json.startsWith('{') ? parseJson(json) : undefined;
  const { label, key } = recordOf(value?.ok === true ? value.value : undefined);
  return {
    ...(typeof label === 'string' && label !== '' ? { label } : {}),
    ...(typeof key === 'string' && /^\d?$/u.test(key) ? { key } : {}),
  };
}
