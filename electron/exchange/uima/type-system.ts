import { xmlText } from '../xml/escape.ts';
import { fragmentType, typeDescriptions, type TypeDescription } from './types.ts';

/** The type system description that readers of XMI need beside it. */
export function typeSystemXml(): string {
  const types = typeDescriptions.map((type) => typeXml(type)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
<name>annot</name>
<types>
${types}</types>
</typeSystemDescription>
`;
}

function typeXml({ name, supertype, description, features }: TypeDescription): string {
  const described = Object.entries(features).map(([feature, range]) => {
    const elements = range === 'uima.cas.FSArray' ? `<elementType>${fragmentType}</elementType>` : '';
    return `<featureDescription><name>${feature}</name><description/><rangeTypeName>${range}</rangeTypeName>${elements}</featureDescription>\n`;
  });
  return `<typeDescription><name>${name}</name><description>${xmlText(description)}</description><supertypeName>${supertype}</supertypeName>
<features>
${described.join('')}</features>
</typeDescription>
`;
}
