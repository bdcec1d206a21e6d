/** Which command helps on, by the type of the refusal: what a window says in its own way. */
const advice: Readonly<Record<string, string>> = {
  UnknownDocument: '“variorum documents” lists those there are.',
  UnknownAnnotation: '“variorum annotations” lists those there are.',
  ProjectMissing: '“variorum new” makes one.',
};

/** The sentence, with the command that helps on where there is one. */
export function withAdvice({ type, message }: { readonly type: string; readonly message: string }): string {
  const more = Object.hasOwn(advice, type) ? advice[type] : undefined;
  return more === undefined ? message : `${message} ${more}`;
}
