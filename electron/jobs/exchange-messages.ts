/** What the main thread and the thread of an export, or of an import of annotations, say to each other. */
import type { AnnotationImportSummary } from '#electron/workbench/annotations-import/import.ts';
import type { AnnotationChoices } from '#shared/contract/app-requests.ts';
import type { ExportChoices } from '#shared/contract/export-choices.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import type { JobOrder } from './job-messages.ts';

/** Writing the set, bringing annotations in, or looking what bringing them in would do. */
export type ExchangeWork =
  | { readonly type: 'export'; readonly choices: ExportChoices; readonly path: string }
  | {
      readonly type: 'import-annotations' | 'preview-annotations';
      readonly path: string;
      readonly choices: AnnotationChoices;
      /** The act that all of it is. */
      readonly act: string;
    };

export interface ExchangeOrder extends JobOrder {
  readonly work: ExchangeWork;
}

export interface ExchangeProgress {
  readonly done: number;
  /** Documents; `null` where a file does not say how many it has. */
  readonly total: number | null;
  /** 0…1. */
  readonly share: number;
}

export interface ExportEnding {
  readonly type: 'export';
  readonly written: readonly string[];
  readonly annotations: number;
  readonly occurrences: number;
  /** What the format cannot hold, a sentence a kind. */
  readonly losses: readonly string[];
}

export interface AnnotationsEnding {
  readonly type: 'annotations';
  /** Title of the format that the file was found to have. */
  readonly format: string;
  readonly summary: AnnotationImportSummary;
  /** It was stopped: what had come in until then stays. */
  readonly isCancelled: boolean;
}

export type ExchangeEnding = Result<ExportEnding | AnnotationsEnding, Failure>;
