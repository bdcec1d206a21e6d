/** The look of a run that occurrences cover: the shade and the line of the innermost, and a frame of the one around it. */
import type { LabelStyle, LinePattern } from '../report/label-style.ts';
import type { ReportOccurrence } from '../report/report.ts';

const lines: Readonly<Record<LinePattern, readonly [thin: string, thick: string]>> = {
  solid: ['single', 'thick'],
  dashed: ['dash', 'dashedHeavy'],
  dotted: ['dotted', 'dottedHeavy'],
  double: ['double', 'double'],
  wavy: ['wave', 'wavyHeavy'],
};
const frames: Readonly<Record<LinePattern, string>> = {
  solid: 'single',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
  wavy: 'wave',
};

/** @param covering outermost first */
export function highlight(covering: readonly ReportOccurrence[], isRightToLeft: boolean): string {
  const inner = covering.at(-1)?.legend.style;
  const outer = covering.at(-2)?.legend.style;
  const marks =
    inner === undefined ? '' : `${underline(inner)}${outer === undefined ? '' : frame(outer)}${shade(inner)}`;
  const properties = `${marks}${isRightToLeft ? '<w:rtl/>' : ''}`;
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
}

/** The label's name in its own line, for the legend. */
export function legendLook(style: LabelStyle): string {
  return `<w:rPr>${underline(style)}${shade(style)}</w:rPr>`;
}

function underline({ pattern, thickness, light }: LabelStyle): string {
  const [thin, thick] = lines[pattern];
  return `<w:u w:val="${thickness > 2 ? thick : thin}" w:color="${light.colour}"/>`;
}

function frame({ pattern, light }: LabelStyle): string {
  return `<w:bdr w:val="${frames[pattern]}" w:sz="4" w:space="0" w:color="${light.colour}"/>`;
}

function shade({ light }: LabelStyle): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${light.tint}"/>`;
}
