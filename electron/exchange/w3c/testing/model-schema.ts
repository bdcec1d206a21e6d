/**
 * What the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, W3C Recommendation of 23 February 2017)
 * demands with MUST of what our writer makes use of, as JSON Schema; the sections are named.
 */
const iri = { type: 'string', format: 'iri' } as const;
const count = { type: 'integer', minimum: 0 } as const;
/** Keys are those of the context, or IRIs. */
const others = { propertyNames: { anyOf: [{ pattern: '^@?[A-Za-z]+$' }, { format: 'iri' }] } } as const;

/** §4.2.4, §4.2.5: exactly one of each; the end is not before the start. */
const selector = {
  oneOf: [
    {
      type: 'object',
      required: ['type', 'start', 'end'],
      properties: { type: { const: 'TextPositionSelector' }, start: count, end: count },
    },
    {
      type: 'object',
      required: ['type', 'exact'],
      properties: {
        type: { const: 'TextQuoteSelector' },
        exact: { type: 'string' },
        prefix: { type: 'string' },
        suffix: { type: 'string' },
      },
    },
  ],
};

/** §4: exactly one source, and it is no list. */
const specificResource = {
  type: 'object',
  required: ['source', 'selector'],
  properties: {
    type: { const: 'SpecificResource' },
    source: iri,
    selector: { type: 'array', minItems: 1, items: selector },
  },
  ...others,
};

/** §3.2.4: type and value, one each; format and language at most one where that is said. */
const textualBody = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: { const: 'TextualBody' },
    value: { type: 'string' },
    format: { type: 'string', pattern: '^[a-z]+/[a-z]+$' },
    purpose: { enum: ['tagging', 'commenting'] },
  },
  ...others,
};

/** §3.1 – §3.3. */
const annotation = {
  type: 'object',
  required: ['id', 'type', 'target'],
  properties: {
    '@context': false,
    id: iri,
    type: { const: 'Annotation' },
    motivation: { const: 'tagging' },
    created: {
      type: 'string',
      pattern: String.raw`^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`,
    },
    creator: {
      type: 'object',
      required: ['type', 'name'],
      properties: { type: { const: 'Person' }, name: { type: 'string' } },
    },
    body: { type: 'array', minItems: 1, items: textualBody },
    bodyValue: false,
    target: { type: 'array', minItems: 1, items: specificResource },
  },
  ...others,
};

/** §5.2: a page within its collection does not have the context again, and has at least one item. */
const page = {
  type: 'object',
  required: ['id', 'type', 'items'],
  properties: {
    '@context': false,
    id: iri,
    type: { const: 'AnnotationPage' },
    partOf: iri,
    startIndex: count,
    next: false,
    items: { type: 'array', minItems: 1, items: annotation },
  },
  ...others,
};

/** §5.1: a collection that is not empty has a first page, an empty one has none. */
export const collectionSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'total'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: count,
    first: page,
    last: iri,
  },
  oneOf: [
    { properties: { total: { const: 0 }, first: false, last: false } },
    { properties: { total: { minimum: 1 } }, required: ['first', 'last'] },
  ],
  ...others,
};
