/** The look of the HTML report: as quiet as the window, in the light or dark of whoever reads it, and on paper. */
import { createHash } from 'node:crypto';
import { labelStyles, type Shades } from '../report/label-style.ts';
import { laneCount } from '../report/lanes.ts';

function shadesOf(shade: (style: (typeof labelStyles)[number]) => Shades): string {
  return labelStyles
    .map((style) => {
      const { colour, ink, tint } = shade(style);
      return `--${style.name}:#${colour};--${style.name}-ink:#${ink};--${style.name}-tint:#${tint};`;
    })
    .join('');
}

const labels = labelStyles
  .map(
    ({ name, pattern, thickness }) =>
      `mark.${name}{background-color:var(--${name}-tint);text-decoration:underline ${pattern} var(--${name}) ${thickness * 1.4}px}` +
      `b.${name},a.${name}{color:var(--${name}-ink)}` +
      `b.${name}{text-decoration:underline ${pattern} var(--${name}) ${thickness * 1.4}px;text-underline-offset:3px}`,
  )
  .join('\n');

const lanes = Array.from(
  { length: laneCount },
  (_, lane) => `mark.v${lane}{text-underline-offset:${(3 + lane * 2.7).toFixed(1)}px}`,
).join('\n');

export const stylesheet = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1f1e1b;--muted:#65625b;--hairline:#e4e0d8;${shadesOf(({ light }) => light)}}
@media screen and (prefers-color-scheme:dark){:root{--paper:#1b1b1a;--ink:#e9e6df;--muted:#a5a198;--hairline:#383632;${shadesOf(({ dark }) => dark)}}}
body{margin:0 auto;padding:3rem 1.25rem 6rem;max-width:68ch;background:var(--paper);color:var(--ink);font:1.05rem/1.7 'Source Serif 4','Source Serif Pro',Georgia,'Times New Roman',serif}
h1,h2,h3,.by,table,ol,sup{font-family:Inter,system-ui,-apple-system,'Segoe UI',sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;line-height:1.3;margin:3.5rem 0 .25rem;overflow-wrap:anywhere}
h3{font-size:.85rem;margin:2rem 0 .5rem;color:var(--muted)}
.by{color:var(--muted);font-size:.85rem;margin:0 0 1.5rem;overflow-wrap:anywhere}
.text p{margin:0;min-height:.8rem;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9rem;margin:.5rem 0 0}
th,td{text-align:start;padding:.3rem 1.5rem .3rem 0;border-bottom:1px solid var(--hairline);font-weight:400;font-variant-numeric:tabular-nums}
ol{list-style:none;padding:0;margin:0;font-size:.85rem;line-height:1.5}
li{margin:0 0 .6rem;padding-inline-start:3.5em;text-indent:-3.5em;overflow-wrap:anywhere}
li>*{text-indent:0}
.no{display:inline-block;min-width:2.9em;font-variant-numeric:tabular-nums}
.note{display:block;white-space:pre-wrap}
.more{display:block;color:var(--muted)}
mark{color:inherit;text-decoration-skip-ink:none}
sup{font-size:.58em;line-height:0;padding-inline-end:.15em}
a{color:inherit;text-decoration:none}
a:hover,a:focus-visible{text-decoration:underline}
:target{outline:2px solid currentColor;outline-offset:2px}
${labels}
${lanes}
@media print{body{max-width:none;padding:0;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}h2{break-after:avoid}li,tr{break-inside:avoid}}
`;

/** For the policy: this style and no other, and nothing else at all. */
export const stylesheetHash = `sha256-${createHash('sha256').update(stylesheet).digest('base64')}`;
