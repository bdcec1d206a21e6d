import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';

/** The name of a document without the ending that it has as a text. */
export function documentFileName({ name }: Pick<AnnotatedDocument, 'name'>): string {
  return name.replace(/\.(?:txt|md)$/iu, '');
}
