import { writtenField, xmlText } from '../xml/escape.ts';
import type { Apparatus } from './apparatus.ts';
import { applicationXml, elementXml, fileStart } from './element.ts';

/** The critical apparatus of a group as a file of its own. Asked for once. */
export function* apparatusXml(group: string, apparatus: Apparatus): Generator<string> {
  const witnesses = apparatus.witnesses();
  const listed = witnesses.map(
    ({ id, name, title }, at) =>
      `<witness xml:id="w.${at + 1}">${xmlText(writtenField(title === '' ? name : title))}${elementXml('idno', {}, id)}</witness>\n`,
  );
  yield `${fileStart}<teiHeader>
<fileDesc>
<titleStmt>${elementXml('title', {}, `Apparatus of group ${group}`)}</titleStmt>
<publicationStmt><p>What differs between near-copies, word by word, against the first of them.</p></publicationStmt>
<sourceDesc><listWit>
${listed.join('')}</listWit></sourceDesc>
</fileDesc>
<encodingDesc>
<variantEncoding method="parallel-segmentation" location="internal"/>
${applicationXml('apparatus')}</encodingDesc>
</teiHeader>
<text><body>
<ab xml:space="preserve">`;
  for (const segment of apparatus.segments()) {
    if (segment.type === 'common') {
      yield xmlText(segment.text);
      continue;
    }
    const readings = segment.readings.map(({ text, witnesses: numbers }) => {
      const wit = numbers.map((number) => `#w.${number + 1}`).join(' ');
      return text === '' ? `<rdg wit="${wit}"/>` : `<rdg wit="${wit}">${xmlText(text)}</rdg>`;
    });
    yield `<app>${readings.join('')}</app>`;
  }
  yield '</ab>\n</body></text>\n</TEI>\n';
}
