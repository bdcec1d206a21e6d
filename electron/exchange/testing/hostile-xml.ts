/** XML that wants to do harm, for the test of each reader: what it is, the XML, and what the refusal says. */
export const hostileXml: readonly (readonly [string, string, string])[] = [
  [
    'billion laughs',
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]><a>&d;</a>',
    'document type',
  ],
  ['an entity from outside', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document type'],
  ['200,000 nested elements', '<a>'.repeat(200_000), '256 deep'],
  [
    '20,000 attributes',
    `<a ${Array.from({ length: 20_000 }, (_, at) => `b${at}=""`).join(' ')}/>`,
    'more than 1,000 attributes',
  ],
  ['a missing end', '<a><b>', 'no well-formed XML'],
];
