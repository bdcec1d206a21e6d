import { counted, numberText } from './numbers.ts';

/** Long work, as the status bar tells it. */
export const jobText = {
  importing: (what: string) => `Importing ${what}`,
  stopping: (what: string) => `Stopping the import of ${what}…`,
  exporting: (what: string) => `Exporting ${what}`,
  stoppingExport: (what: string) => `Stopping the export of ${what}…`,
  importingAnnotations: (what: string) => `Importing annotations from ${what}`,
  lookingThrough: (what: string) => `Looking through ${what}`,
  stoppingLook: (what: string) => `Stopping at ${what}…`,
  undo: 'Taking back',
  redo: 'Bringing back',
  settle: 'Looking for copies',
  /** “1,204 of 2,000 documents”, or as many as there were until now. */
  done: (done: number, total: number | null) =>
    total === null
      ? counted(done, 'document', 'documents')
      : `${numberText(done)} of ${counted(total, 'document', 'documents')}`,
  passages: (count: number) => counted(count, 'shared passage', 'shared passages'),
  timeLeft: timeLeftText,
  cancel: 'Cancel',
} as const;

/** Rounded up, the more the longer it takes: nobody can tell to the second. */
function timeLeftText(seconds: number): string {
  if (seconds <= 5) return 'a few seconds left';
  if (seconds <= 55) return `${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return `${counted(minutes, 'minute', 'minutes')} left`;
  return `${counted(Math.ceil(minutes / 60), 'hour', 'hours')} left`;
}
