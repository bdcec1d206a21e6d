/** Encodings by name: the names of the Encoding Standard, decoded by iconv-lite where it knows them. */

export interface Decoding {
  readonly text: string;
  /** Written again in the same encoding, the text gives the same bytes; or at least, every byte is part of a character. */
  readonly isExact: boolean;
}

/** The name that the Encoding Standard has for a label: `latin1` is `windows-1252`. `null` where it has none. */
export function encodingName(label: string): string | null {
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name === 'replacement' || name === 'x-user-defined' ? null : name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** iconv-lite's own names for what the Standard calls otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'x-mac-cyrillic': 'maccyrillic',
  'iso-8859-8-i': 'iso-8859-8',
  'utf-16be': 'utf16-be',
  'utf-16le': 'utf16-le',
};

/** Decodes what is not UTF-8. What no character stands for becomes U+FFFD. @param name of `encodingName` */
export async function decodeAs(bytes: Uint8Array, name: string): Promise<Decoding> {
  const { default: iconv } = await import('iconv-lite');
  const iconvName = otherNames[name] ?? name;
  if (!iconv.encodingExists(iconvName)) {
    // What only the platform knows (iso-2022-jp) it cannot write again.
    const text = new TextDecoder(name).decode(bytes);
    return { text, isExact: !text.includes('\ufffd') };
  }
  const text = iconv.decode(bytes, iconvName, { stripBOM: false });
  return { text, isExact: iconv.encode(text, iconvName).equals(bytes) };
}

/** Does the text hold what nobody writes: U+FFFD, or the control characters between U+0080 and U+009F? */
export function isUnlikely(text: string): boolean {
  return /[\u0080-\u0084\u0086-\u009f\ufffd]/u.test(text);
}
