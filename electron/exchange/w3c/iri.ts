/** IRIs of what is ours: Web Annotations know things by IRIs, and by nothing else. */
import { hash } from 'node:crypto';

export const contextIri = 'http://www.w3.org/ns/anno.jsonld';

/** Properties of ours: keys that are IRIs need no context. */
export const ownKey = <Name extends string>(name: Name): `urn:variorum:${Name}` => `urn:variorum:${name}`;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu;
const uuidUrn = /^urn:uuid:(?<uuid>[0-9a-f-]{36})$/u;
/** RFC 3987 is wider; what it excludes is excluded. */
const web = /^https?:\/\/[^\s<>"{}|\\^`\p{Cc}]+$/u;

/** The IRI of something of ours. Ids that are UUIDs keep their digits; of any other a UUIDv8 is made, always the same. */
export function idToUrn(id: string): string {
  return `urn:uuid:${uuid.test(id) ? id.toLowerCase() : textToUuid(id)}`;
}

/** The IRI of a document: its id, where that is one already. */
export function idToSource(id: string): string {
  return web.test(id) ? id : idToUrn(id);
}

export function sourceToId(source: string): string {
  return uuidUrn.exec(source)?.groups?.['uuid'] ?? source;
}

/** UUIDv8 (RFC 9562 §5.8) of a text: the first bits of its SHA-256, with version and variant in their places. */
function textToUuid(text: string): string {
  const digest = hash('sha256', text);
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  const groups = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, variant + digest.slice(17, 20)];
  return [...groups, digest.slice(20, 32)].join('-');
}
