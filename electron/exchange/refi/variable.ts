/** What is known of a document are variables of the project, as the programs of qualitative research have it. */
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { writtenField, xmlText } from '../xml/escape.ts';
import { guidOf } from './guid.ts';

const fields = ['id', 'title', 'source', 'author', 'date', 'url', 'group'] as const;
export type VariableField = (typeof fields)[number];

/** Known to us alone: in another program's project an “id” or a “group” is something else. */
const ownFields: ReadonlySet<string> = new Set<VariableField>(['id', 'group']);

export function variablesXml(): string {
  const variables = fields.map(
    (field) => `<Variable guid="${variableGuid(field)}" name="${field}" typeOfVariable="Text"/>\n`,
  );
  return `<Variables>\n${variables.join('')}</Variables>\n`;
}

export function variableValuesXml(document: AnnotatedDocument): string {
  return fields
    .filter((field) => document[field] !== '')
    .map((field) => {
      const value = xmlText(writtenField(document[field]));
      return `<VariableValue><VariableRef targetGUID="${variableGuid(field)}"/><TextValue>${value}</TextValue></VariableValue>\n`;
    })
    .join('');
}

/** What of a document the variable of this name says. */
export function fieldOfVariable(name: string, isOwn: boolean): VariableField | null {
  const field = fields.find((one) => one === (isOwn ? name : name.trim().toLowerCase()));
  return field === undefined || (!isOwn && ownFields.has(field)) ? null : field;
}

function variableGuid(field: VariableField): string {
  return guidOf('variable', field);
}
