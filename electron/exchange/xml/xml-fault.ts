/** Why XML is not read, as data; `xmlFaultReason` says it to people. */
import { printable } from '#shared/domain/refusal.ts';

/** `line` counts from 1. */
export type XmlFault = { readonly line: number } & (
  | { readonly type: 'XmlDoctype' }
  | { readonly type: 'XmlTooDeep'; readonly limit: number }
  | { readonly type: 'XmlTooManyAttributes'; readonly element: string; readonly limit: number }
  | { readonly type: 'XmlTagTooLong'; readonly limit: number }
  | { readonly type: 'XmlTooLarge'; readonly limit: number }
  | { readonly type: 'XmlEncoding'; readonly encoding: string }
  | { readonly type: 'XmlControlCharacter'; readonly character: string }
  | { readonly type: 'XmlNotWellFormed'; readonly cause: string }
);

/** `line 3: …`, to stand behind the name of a file or an entry. */
export function xmlFaultReason(fault: XmlFault): string {
  return `line ${fault.line}: ${reason(fault)}`;
}

function reason(fault: XmlFault): string {
  switch (fault.type) {
    case 'XmlDoctype':
      return 'it declares a document type (<!DOCTYPE>), which is not read because it can hold traps.';
    case 'XmlTooDeep':
      return `its elements lie more than ${fault.limit} deep in one another.`;
    case 'XmlTooManyAttributes':
      return `its element “${printable(fault.element)}” has more than ${fault.limit.toLocaleString('en')} attributes.`;
    case 'XmlTagTooLong':
      return `one of its tags is longer than ${fault.limit.toLocaleString('en')} characters.`;
    case 'XmlTooLarge':
      return `it has more than ${fault.limit.toLocaleString('en')} characters.`;
    case 'XmlEncoding':
      return `it is said to be written in ${printable(fault.encoding)}, and is not.`;
    case 'XmlControlCharacter':
      return `it holds a character that XML does not allow (${fault.character}).`;
    case 'XmlNotWellFormed':
      return `it is no well-formed XML (${printable(fault.cause)}).`;
  }
}
