import { createHash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The IRI of something of ours. Ids that are UUIDs keep their digits; of any other a UUIDv8 is made, always the same. */
export function idToUrn(id: string): string {
  return `urn:uuid:${uuid.test(id) ? id.toLowerCase() : textToUuid(id)}`;
}

/** UUIDv8 (RFC 9562 §5.8) of a text: the first bits of its SHA-256, with version and variant in their places. */
function textToUuid(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  const groups = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, variant + digest.slice(17, 20)];
  return [...groups, digest.slice(20, 32)].join('-');
}
