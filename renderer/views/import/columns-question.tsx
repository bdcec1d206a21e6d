import type { PreviewedArticle } from '#shared/contract/import-preview.ts';
import { importArticlesText as text } from '#renderer/catalogue/import-articles.ts';
import { ChoiceMenu } from '#renderer/ui/choice-menu.tsx';
import type { Columns } from './article-decisions.ts';

interface ColumnsQuestionProps {
  readonly file: PreviewedArticle;
  readonly chosen: Partial<Columns>;
  readonly onChoose: (columns: Partial<Columns>) => void;
}

const fields = ['text', 'title', 'identifier', 'source', 'author', 'date', 'url'] as const;
const shownRecords = 4;
/** No name of a column. */
const noColumn = '\u0000none';

/** The first records of a table, and which of its columns are what. */
export function ColumnsQuestion({ file, chosen, onChoose }: ColumnsQuestionProps) {
  const { names, rows } = file.columns ?? { names: [], rows: [] };
  const choose = (field: (typeof fields)[number], name: string): void => {
    const { [field]: _before, ...others } = chosen;
    onChoose(name === noColumn ? others : { ...others, [field]: name });
  };
  return (
    <fieldset className="question">
      <legend className="question-name">{text.columns(file.name)}</legend>
      <div className="columns">
        {fields.map((field) => (
          <ChoiceMenu
            key={field}
            name={text.columnNames[field]}
            value={chosen[field] ?? (field === 'text' ? text.chooseColumn : text.noColumn)}
            choices={[
              ...(field === 'text' ? [] : [{ id: noColumn, text: text.noColumn }]),
              ...names.map((name) => ({ id: name, text: name })),
            ]}
            chosen={new Set([chosen[field] ?? noColumn])}
            onChoose={([name]) => choose(field, name ?? noColumn)}
          />
        ))}
      </div>
      {/* The focus goes there to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="records" aria-label={text.firstRecords} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {names.map((name, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- two columns may have one name
                <th key={at} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRecords).map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- records have no names
              <tr key={row}>
                {cells.map((cell, at) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}
