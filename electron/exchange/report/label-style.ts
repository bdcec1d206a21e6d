/**
 * How a label looks in a report: Okabe and Ito's colours, which colour-blind readers tell apart, and a line of its own
 * pattern, so that nothing depends on colour alone. As in the window: three labels have a colour of their own, the
 * others share one and differ by their lines.
 */

export type LinePattern = 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';

export interface LabelStyle {
  /** For class names: a letter and digits. */
  readonly name: string;
  readonly pattern: LinePattern;
  /** Of the line, in points. */
  readonly thickness: number;
  /** Six hexadecimal digits each. `ink` can be read as text on paper, `tint` stands behind words. */
  readonly light: Shades;
  readonly dark: Shades;
}

export interface Shades {
  readonly colour: string;
  readonly ink: string;
  readonly tint: string;
}

type Palette = Pick<LabelStyle, 'light' | 'dark'>;

const blue: Palette = {
  light: { colour: '0072b2', ink: '005f95', tint: 'dae8ee' },
  dark: { colour: '5ab0e6', ink: '6fbbec', tint: '24363f' },
};
const vermilion: Palette = {
  light: { colour: 'd55e00', ink: 'a34400', tint: 'f7e6d6' },
  dark: { colour: 'f08a45', ink: 'f39a5d', tint: '432f22' },
};
const green: Palette = {
  light: { colour: '009e73', ink: '00694d', tint: 'd9ede5' },
  dark: { colour: '33c49a', ink: '46cca5', tint: '1f3931' },
};
const purple: Palette = {
  light: { colour: '9c5a85', ink: '854770', tint: 'efe5e9' },
  dark: { colour: 'dc95bd', ink: 'e3a5c8', tint: '3e3038' },
};

const own: ReadonlyMap<string, LabelStyle> = new Map([
  ['claim', { name: 'l1', pattern: 'solid', thickness: 1.5, ...blue }],
  ['rebuttal', { name: 'l2', pattern: 'dashed', thickness: 1.5, ...vermilion }],
  ['editorial-insertion', { name: 'l3', pattern: 'dotted', thickness: 1.5, ...green }],
]);

const others: readonly LabelStyle[] = [
  { name: 'l4', pattern: 'double', thickness: 1, ...purple },
  { name: 'l5', pattern: 'wavy', thickness: 1, ...purple },
  { name: 'l6', pattern: 'solid', thickness: 2.5, ...purple },
  { name: 'l7', pattern: 'dashed', thickness: 1, ...purple },
  { name: 'l8', pattern: 'dotted', thickness: 2.5, ...purple },
];
const [firstOther] = others;

export const labelStyles: readonly LabelStyle[] = [...own.values(), ...others];

/** The look of each label, by its place among those that have no colour of their own. */
export function stylesOf(labels: readonly string[]): ReadonlyMap<string, LabelStyle> {
  const styles = new Map<string, LabelStyle>();
  let number = 0;
  for (const label of labels) {
    const style = own.get(label) ?? others[number % others.length] ?? firstOther;
    if (!own.has(label)) number += 1;
    if (style !== undefined) styles.set(label, style);
  }
  return styles;
}
