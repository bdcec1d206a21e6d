/**
 * The types of our own in a CAS. `annot.Span` is an occurrence; where something was put into it, its ranges are
 * `fragments`, of which none is indexed by itself. `annot.Document` is what is known of the document.
 */
export const spanType = 'annot.Span';
export const fragmentType = 'annot.Fragment';
export const documentType = 'annot.Document';
export const documentAnnotationType = 'uima.tcas.DocumentAnnotation';

type Range = 'uima.cas.String' | 'uima.cas.Double' | 'uima.cas.Boolean' | 'uima.cas.FSArray';

export interface TypeDescription {
  readonly name: string;
  readonly supertype: string;
  readonly description: string;
  readonly features: Readonly<Record<string, Range>>;
}

const text = 'uima.cas.String';

export const typeDescriptions: readonly TypeDescription[] = [
  {
    name: spanType,
    supertype: 'uima.tcas.Annotation',
    description: 'An occurrence of an annotation: a label that somebody gave to these words',
    features: {
      label: text,
      labelName: text,
      annotator: text,
      note: text,
      made: text,
      annotation: text,
      passage: text,
      status: text,
      coverage: 'uima.cas.Double',
      counted: 'uima.cas.Boolean',
      own: 'uima.cas.Boolean',
      reason: text,
      quote: text,
      fragments: 'uima.cas.FSArray',
    },
  },
  {
    name: fragmentType,
    supertype: 'uima.tcas.Annotation',
    description: 'One of several ranges of an occurrence, in order',
    features: {},
  },
  {
    name: documentType,
    supertype: 'uima.cas.TOP',
    description: 'What is known of the document',
    features: {
      id: text,
      name: text,
      title: text,
      source: text,
      author: text,
      date: text,
      url: text,
      group: text,
    },
  },
];
