/**
 * What a window asks of the application with more than a name: exports and imports. A window never names a path: it asks
 * for a dialog, and knows what was chosen there by a token.
 */
import { z } from 'zod';
import { exportChoicesSchema } from './export-choices.ts';
import type { ImportPreview } from './import-preview.ts';
import type { AppOutcome } from './window-commands.ts';

const token = z.string().min(1).max(100);

export const annotationChoicesSchema = z
  .strictObject({
    /** Who annotated what the file does not attribute; the project's own annotator where empty. */
    annotator: z.string().max(1000),
    /** May spans be put where they were found, though the file says another place? */
    repairs: z.boolean(),
    /** Are documents that the project lacks to come in? */
    newDocuments: z.boolean(),
  })
  .readonly();
export type AnnotationChoices = z.infer<typeof annotationChoicesSchema>;

const chosenAnnotations = z.strictObject({ chosen: token, choices: annotationChoicesSchema }).readonly();

const column = z.string().max(1000);

/** What is decided about one file of those chosen. */
export const articleChoiceSchema = z
  .strictObject({
    /** Which of them, from 0, and the way in it where it is a folder or an archive; as `PreviewedArticle` tells them. */
    file: z.int().nonnegative(),
    inside: z.string().max(4000),
    /** Its encoding, confirmed. */
    encoding: z.string().max(60).exactOptional(),
    /** Which columns of a table are what. */
    columns: z
      .strictObject({
        text: column,
        title: column.exactOptional(),
        identifier: column.exactOptional(),
        source: column.exactOptional(),
        author: column.exactOptional(),
        date: column.exactOptional(),
        url: column.exactOptional(),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type ArticleChoice = z.infer<typeof articleChoiceSchema>;

const chosenArticles = z
  .strictObject({ chosen: token, choices: z.array(articleChoiceSchema).max(200).readonly() })
  .readonly();

export const appRequestInputs = {
  /** Asks which files, or which folder, hold articles; `null` where the user gave up. */
  'choose-articles': z.strictObject({ folder: z.boolean() }).readonly(),
  /** What would come in. A later one supersedes it. */
  'preview-articles': chosenArticles,
  'import-articles': chosenArticles,
  /** Asks where to, and writes. Formats of several files go into an archive, or into a `folder`. */
  export: z.strictObject({ choices: exportChoicesSchema, folder: z.boolean() }).readonly(),
  /** Asks which file or folder holds annotations of another program; `null` where the user gave up. */
  'choose-annotations': z.strictObject({ folder: z.boolean() }).readonly(),
  /** What would come in. A later one of the same window supersedes it. */
  'preview-annotations': chosenAnnotations,
  'import-annotations': chosenAnnotations,
} as const satisfies Record<string, z.ZodType>;

export type AppRequest = keyof typeof appRequestInputs;
export type AppRequestInput<R extends AppRequest> = z.infer<(typeof appRequestInputs)[R]>;

/** What was chosen in a dialog of the system. */
export interface Chosen {
  readonly token: string;
  /** A file's name, or how many. */
  readonly name: string;
}

/** Where in a file, and what is there. */
export interface PlacedRemark {
  readonly where: string;
  readonly why: string;
}

export interface AnnotationsPreview {
  /** Title of the format that the file was found to have. */
  readonly format: string;
  readonly file: string;
  /** Documents of the file that stand in the project, by how they were found there, and those that would come in. */
  readonly matched: { readonly hash: number; readonly name: number; readonly collation: number; readonly new: number };
  /** Documents of the file whose text the project lacks. */
  readonly lacking: number;
  readonly annotations: number;
  readonly spans: { readonly ok: number; readonly repaired: number; readonly rejected: number };
  /** Of those refused, how many could be repaired. */
  readonly repairable: number;
  readonly newLabels: readonly string[];
  /** The first ones of each. */
  readonly repairs: readonly PlacedRemark[];
  readonly problems: readonly PlacedRemark[];
  /** How many problems there are in all. */
  readonly problemCount: number;
}

export interface AppRequestOutputs {
  readonly 'choose-articles': Chosen | null;
  readonly 'preview-articles': ImportPreview;
  readonly 'import-articles': AppOutcome;
  readonly export: AppOutcome;
  readonly 'choose-annotations': Chosen | null;
  readonly 'preview-annotations': AnnotationsPreview;
  readonly 'import-annotations': AppOutcome;
}
export type AppRequestOutput<R extends AppRequest> = AppRequestOutputs[R];

export function isAppRequest(name: string): name is AppRequest {
  return Object.hasOwn(appRequestInputs, name);
}
