import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { PreviewedArticle } from '#shared/contract/import-preview.ts';
import { importArticlesText as text } from '#renderer/catalogue/import-articles.ts';

interface EncodingQuestionProps {
  readonly file: PreviewedArticle;
  /** The one that was chosen; `null` until then. */
  readonly chosen: string | null;
  readonly onChoose: (encoding: string) => void;
}

/** The same bytes read in several ways: whoever knows the article knows which is right. */
export function EncodingQuestion({ file, chosen, onChoose }: EncodingQuestionProps) {
  return (
    <RadioGroup className="question" value={chosen} onChange={onChoose}>
      <Label className="question-name">{text.encoding(file.name)}</Label>
      <p className="question-explained">{text.encodingExplained}</p>
      {file.encodings.map(({ encoding, excerpt }) => (
        <Radio key={encoding} value={encoding} className="reading">
          <span className="reading-dot" aria-hidden="true" />
          <span className="reading-encoding">{encoding}</span>
          <span className="reading-excerpt">{excerpt}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
