/** What stands on the pages, in the order of `shownTexts`. */
import { createLanes } from '../report/lanes.ts';
import type { LegendEntry, Report, ReportDocument, ReportOccurrence, UncountedOccurrence } from '../report/report.ts';
import { cutRuns } from '../report/runs.ts';
import {
  documentByline,
  documentHeading,
  legendCounts,
  legendHeading,
  legendName,
  occurrenceFacts,
  occurrencesHeading,
  othersLine,
  quoteLine,
  reasonLine,
  reportTitle,
  totalsLine,
  uncountedHeading,
  uncountedPlace,
} from '../report/wording.ts';
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import type { BlockLook, Canvas, Stretch, TextLook } from './canvas.ts';
import { substituteRemark } from './coverage.ts';

const ink = '1f1e1b';
const muted = '65625b';

const looks = {
  title: { family: 'interface', size: 20, colour: ink },
  heading: { family: 'interface', size: 14, colour: ink },
  small: { family: 'interface', size: 8.5, colour: muted },
  text: { family: 'reading', size: 10.5, colour: ink },
  note: { family: 'reading', size: 9.5, colour: ink },
} as const satisfies Record<string, TextLook>;

const blocks = {
  title: { leading: 26, after: 4 },
  heading: { leading: 19, before: 30, after: 2, keep: 60 },
  small: { leading: 13, after: 10 },
  text: { leading: 17, after: 3 },
  label: { leading: 16, keep: 16 },
  item: { leading: 13.5, after: 4, indent: 0 },
} as const satisfies Record<string, BlockLook>;

export function drawLegend(report: Report, canvas: Canvas): void {
  canvas.block([{ text: reportTitle(report), look: looks.title }], blocks.title);
  canvas.block([{ text: totalsLine(report), look: looks.small }], blocks.small);
  canvas.block([{ text: legendHeading, look: looks.small }], { ...blocks.small, before: 12, after: 2 });
  for (const entry of report.legend) {
    const name = labelled(legendName(entry), entry, looks.text);
    canvas.block([name, { text: `   ${legendCounts(entry)}`, look: looks.small }], blocks.label);
  }
}

function labelled(text: string, { style }: LegendEntry, look: TextLook): Stretch {
  return { text, look: { ...look, colour: style.light.ink, labels: [{ style, lane: 0 }] } };
}

export function drawDocument(shown: ReportDocument, canvas: Canvas): void {
  const { document, occurrences } = shown;
  const heading = documentHeading(shown);
  canvas.bookmark(heading);
  canvas.block([{ text: heading, look: looks.heading }], blocks.heading);
  canvas.block([{ text: documentByline(shown), look: looks.small }], blocks.small);
  const remark = substituteRemark(document);
  if (remark !== '') canvas.block([{ text: remark, look: looks.small }], blocks.small);
  for (const paragraph of paragraphs(shown)) canvas.block(paragraph, blocks.text);
  if (occurrences.length === 0) return;
  canvas.block([{ text: occurrencesHeading, look: looks.small }], { ...blocks.small, before: 14, after: 2, keep: 30 });
  for (const one of occurrences) {
    const number = { text: `${one.number}   `, look: { ...looks.small, colour: one.legend.style.light.ink } };
    canvas.block([number, ...saidOf(one.legend, one.occurrence), ...extra(othersLine(one))], blocks.item);
  }
}

function* paragraphs({ document, occurrences }: ReportDocument): Generator<readonly Stretch[]> {
  const lanes = createLanes();
  const spans = occurrences.map(({ occurrence }) => occurrence);
  let paragraph: Stretch[] = [];
  for (const run of cutRuns(document.text, spans)) {
    const found = lanes.take(run);
    const labels = run.covering.flatMap((at, place) => {
      const style = occurrences[at]?.legend.style;
      return style === undefined ? [] : [{ style, lane: found[place] ?? 0 }];
    });
    for (const at of run.opens) paragraph.push(...numberOf(occurrences[at]));
    const text = document.text.slice(run.start, run.end);
    const isLast = text.endsWith('\n');
    paragraph.push({ text: isLast ? text.slice(0, -1) : text, look: { ...looks.text, labels } });
    if (!isLast) continue;
    yield paragraph;
    paragraph = [];
  }
  if (paragraph.length > 0) yield paragraph;
}

function numberOf(one: ReportOccurrence | undefined): readonly Stretch[] {
  if (one === undefined) return [];
  const colour = one.legend.style.light.ink;
  // A gap, so that whoever looks for the word finds it; no line ends there.
  return [{ text: `${one.number}\u00a0`, look: { family: 'interface', size: 6, colour, raise: 4 } }];
}

export function drawUncountedHeading(canvas: Canvas): void {
  canvas.bookmark(uncountedHeading);
  canvas.block([{ text: uncountedHeading, look: looks.heading }], blocks.heading);
}

export function drawUncounted(one: UncountedOccurrence, canvas: Canvas): void {
  const place = { text: `${uncountedPlace(one)}   `, look: looks.small };
  const quote = { text: `${quoteLine(one)}   `, look: looks.note };
  canvas.block([place, quote, ...saidOf(one.legend, one.occurrence)], blocks.item);
}

function saidOf(legend: LegendEntry, occurrence: AnnotatedOccurrence): readonly Stretch[] {
  const facts = { text: `   ${occurrenceFacts(occurrence)}`, look: looks.small };
  const note = occurrence.note === '' ? [] : [{ text: `\n${occurrence.note}`, look: looks.note }];
  return [labelled(legend.name, legend, looks.note), facts, ...note, ...extra(reasonLine(occurrence))];
}

function extra(text: string): readonly Stretch[] {
  return text === '' ? [] : [{ text: `\n${text}`, look: looks.small }];
}
