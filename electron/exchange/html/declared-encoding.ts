/** What a page says of its own encoding (HTML Standard 13.2.3.2, prescan). */

/** The label in `<meta charset>`, `<meta http-equiv content>` or `<?xml encoding?>` of the first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const written = head.replace(/<!--[\s\S]*?-->/g, '');
  const declared =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(written) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(written);
  return declared?.[1];
}
