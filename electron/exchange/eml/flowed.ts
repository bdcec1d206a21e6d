/**
 * Paragraphs of messages that were broken to be sent, “format=flowed” (RFC 3676): joined by us, since the library that
 * reads messages leaves the marks of quoted lines standing in the middle of sentences.
 */

export interface FlowedMessage {
  /** The message, in which no part is called flowed any more. */
  readonly bytes: Uint8Array;
  readonly isFlowed: boolean;
  /** Whether the space at a line's end is not one of the text (RFC 3676, 4.1). */
  readonly isSpaceDeleted: boolean;
}

const contentType = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*){0,20}/gimu;

export function withoutFlow(bytes: Uint8Array): FlowedMessage {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let [isFlowed, isSpaceDeleted] = [false, false];
  const fixed = written.replace(contentType, (header) => {
    if (!/;\s*format\s*=\s*"?flowed/iu.test(header)) return header;
    isFlowed = true;
    isSpaceDeleted ||= /;\s*delsp\s*=\s*"?yes/iu.test(header);
    return header.replace(/(;\s*format\s*=\s*"?)flowed/iu, '$1fixed');
  });
  return { bytes: isFlowed ? Buffer.from(fixed, 'latin1') : bytes, isFlowed, isSpaceDeleted };
}

/** Lines that end in a space go on in the next one of the same depth of quotation. @param text with any line ends */
export function joinedFlow(text: string, isSpaceDeleted: boolean): string {
  const written: string[] = [];
  let [isOpen, openDepth] = [false, 0];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const [marks = ''] = /^>*/u.exec(line) ?? [];
    // A space in front keeps a line from being taken for something else.
    const content = line.slice(marks.length).replace(/^ /u, '');
    const isSignature = content === '-- ';
    const goesOn = isOpen && marks.length === openDepth && !isSignature;
    if (!goesOn) written.push(written.length === 0 ? '' : '\n', marks === '' ? '' : `${marks} `);
    isOpen = content.endsWith(' ') && !isSignature;
    openDepth = marks.length;
    written.push(isOpen && isSpaceDeleted ? content.slice(0, -1) : content);
  }
  return written.join('');
}
