/** The projections, in the order in which each event reaches them. */
import { actProjection } from './act.ts';
import { annotationProjection } from './annotation.ts';
import { countProjection } from './count.ts';
import { dismissalProjection } from './dismissal.ts';
import { documentProjection } from './document.ts';
import { equivalentProjection } from './equivalent.ts';
import { headVersion } from './head.ts';
import { labelProjection } from './label.ts';
import { outsideAlignmentProjection } from './outside-alignment.ts';
import { projectProjection } from './project.ts';
import type { Projection } from './projection.ts';

export const projections: readonly Projection[] = [
  projectProjection,
  labelProjection,
  documentProjection,
  annotationProjection,
  countProjection,
  equivalentProjection,
  outsideAlignmentProjection,
  dismissalProjection,
  actProjection,
];

/** Names and versions: other than what a project file says, and its read tables are made anew. */
export const projectionVersions = [{ name: 'head', version: headVersion }, ...projections]
  .map(({ name, version }) => `${name} ${version}`)
  .join(', ');
