/**
 * W3C: Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), one AnnotationCollection with one embedded
 * AnnotationPage; an empty collection has none.
 *
 * An annotation of ours is one Annotation with one target an occurrence: the model says that the body then holds for
 * each target by itself. The source is an IRI made of the document's id, the target's label the document's name.
 * `start` and `end` count code points of the document's text with LF at line ends, as the model demands (§4.2.5); the
 * quote beside them lets a reader that counts UTF-16 find the place too. Label and note are textual bodies with the
 * purposes `tagging` and `commenting`; the tag's value is the label's id, its label the label's name.
 *
 * A copy that something was put into has a target for each of its ranges: the model has no form for a target in
 * several pieces, and a reader that does not know better sees so many places. `urn:variorum:occurrence`, the same IRI on
 * each of them and nowhere else, says that they are one; its key is an IRI, so the context need not know it.
 *
 * Only occurrences that count are targets: the model cannot say of a target that it is doubted or rejected. The
 * annotator's own span comes first. What stays out is named by the losses.
 */
import { z } from 'zod';

export const contextIri = 'http://www.w3.org/ns/anno.jsonld';

/** On the targets of one occurrence in several ranges. */
export const occurrenceMark = 'urn:variorum:occurrence';

const urn = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/);

export const targetSchema = z.strictObject({
  type: z.literal('SpecificResource'),
  source: urn,
  label: z.string(),
  selector: z.tuple([
    z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int().nonnegative(), end: z.int().positive() }),
    z.strictObject({
      type: z.literal('TextQuoteSelector'),
      exact: z.string().min(1),
      prefix: z.string(),
      suffix: z.string(),
    }),
  ]),
  [occurrenceMark]: urn.exactOptional(),
});
export type Target = Readonly<z.infer<typeof targetSchema>>;

const tagSchema = z.strictObject({
  type: z.literal('TextualBody'),
  purpose: z.literal('tagging'),
  format: z.literal('text/plain'),
  value: z.string().min(1),
  label: z.string(),
});

const commentSchema = z.strictObject({
  type: z.literal('TextualBody'),
  purpose: z.literal('commenting'),
  format: z.literal('text/plain'),
  value: z.string().min(1),
});

export const webAnnotationSchema = z.strictObject({
  id: urn,
  type: z.literal('Annotation'),
  motivation: z.literal('tagging'),
  creator: z.strictObject({ type: z.literal('Person'), name: z.string().min(1) }),
  created: z.iso.datetime(),
  body: z.union([z.tuple([tagSchema]), z.tuple([tagSchema, commentSchema])]),
  target: z.array(targetSchema).min(1),
});
export type WebAnnotation = z.infer<typeof webAnnotationSchema>;

export const collectionSchema = z
  .strictObject({
    '@context': z.literal(contextIri),
    id: urn,
    type: z.literal('AnnotationCollection'),
    label: z.string(),
    total: z.int().nonnegative(),
    first: z
      .strictObject({
        id: urn,
        type: z.literal('AnnotationPage'),
        startIndex: z.literal(0),
        items: z.array(webAnnotationSchema).min(1),
      })
      .optional(),
    last: urn.optional(),
  })
  .refine(({ total, first, last }) => total === (first?.items.length ?? 0) && last === first?.id, {
    message: 'total, first and last do not agree',
  });
export type Collection = z.infer<typeof collectionSchema>;
