/**
 * A CAS (Common Analysis Structure, OASIS UIMA 1.0) as far as annotations need it, the same for its JSON and its XMI:
 * feature structures with ids, some of which are texts (Sofas), and views, which say what is indexed over which text.
 * Offsets are UTF-16 units of the Sofa's string, half-open.
 */

/** The ids of other feature structures. */
export interface Reference {
  readonly to: readonly string[];
}

export type FeatureValue = string | number | boolean | Reference;

export interface FeatureStructure {
  readonly id: string;
  /** The full name: `uima.tcas.Annotation`. */
  readonly type: string;
  readonly features: ReadonlyMap<string, FeatureValue>;
}

export interface View {
  /** Id of the Sofa. */
  readonly sofa: string;
  /** Ids of what is indexed in it. */
  readonly members: ReadonlySet<string>;
}

export interface Cas {
  readonly structures: ReadonlyMap<string, FeatureStructure>;
  readonly views: readonly View[];
}

export const sofaType = 'uima.cas.Sofa';
export const arrayType = 'uima.cas.FSArray';

/** `Span` of `annot.Span`. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

export function textFeature({ features }: FeatureStructure, name: string): string | undefined {
  const value = features.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** XMI has numbers as text. NaN where there is something else. */
export function numberFeature({ features }: FeatureStructure, name: string): number | undefined {
  const value = features.get(name);
  if (value === undefined || typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?\s*$/u.test(value) ? Number(value) : Number.NaN;
}

export function flagFeature({ features }: FeatureStructure, name: string): boolean | undefined {
  const value = features.get(name);
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

/** The id that a feature refers to, if it is one. */
export function referredId({ features }: FeatureStructure, name: string): string | undefined {
  const value = features.get(name);
  return typeof value === 'object' ? value.to[0] : value === undefined ? undefined : String(value);
}

/** The ids a feature refers to: XMI has them as text, and an array may stand between as a structure of its own. */
export function referredIds({ structures }: Cas, { features }: FeatureStructure, name: string): readonly string[] {
  const ids = idsOf(features.get(name));
  const [only] = ids;
  const array = ids.length === 1 && only !== undefined ? structures.get(only) : undefined;
  return array?.type === arrayType ? idsOf(array.features.get('elements')) : ids;
}

function idsOf(value: FeatureValue | undefined): readonly string[] {
  if (value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'object') return value.to;
  return String(value)
    .split(/\s+/u)
    .filter((id) => id !== '');
}
