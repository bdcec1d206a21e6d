/** The line that says the app is open. */
import type { Workbench } from '#electron/workbench/workbench.ts';
import { counted } from './counted.ts';

/** `Variorum is open: 5 documents, 1 group, 9 shared passages — /path/Five articles.variorum` */
export function overviewLine(overview: ReturnType<Workbench['overview']>, path: string): string {
  const parts = [
    counted(overview.documents, 'document'),
    counted(overview.groups, 'group'),
    counted(overview.sharedPassages, 'shared passage'),
  ];
  return `Variorum is open: ${parts.join(', ')} — ${path}`;
}
