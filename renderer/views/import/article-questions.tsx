import { useRef } from 'react';
import type { PreviewedArticle } from '#shared/contract/import-preview.ts';
import { importArticlesText as text } from '#renderer/catalogue/import-articles.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useDefaultFocus } from '#renderer/ui/default-focus.ts';
import { fileKey, type Decision, type Decisions } from './article-decisions.ts';
import { ColumnsQuestion } from './columns-question.tsx';
import { EncodingQuestion } from './encoding-question.tsx';

interface ArticleQuestionsProps {
  readonly files: readonly PreviewedArticle[];
  readonly decided: Decisions;
  readonly onDecide: (decided: Decisions) => void;
}

/** Files of which nobody can know how they are to be read; the first has the focus when they are found. */
export function ArticleQuestions({ files, decided, onDecide }: ArticleQuestionsProps) {
  const own = useRef<HTMLElement>(null);
  useDefaultFocus(own, files.length > 0, '.question input, .question button');
  if (files.length === 0) return null;
  const open = files.filter((file) => file.encodings.length > 0 && decided.get(fileKey(file)) === undefined);
  const decide = (file: PreviewedArticle, decision: Decision): void =>
    onDecide(new Map(decided).set(fileKey(file), decision));
  const takeLikeliest = (): void => {
    const all = new Map(decided);
    for (const file of open) {
      const [first] = file.encodings;
      if (first !== undefined) all.set(fileKey(file), { encoding: first.encoding });
    }
    onDecide(all);
  };
  return (
    <section ref={own} className="questions" aria-label={text.decisions(files.length)}>
      <h3 className="section-name">
        {text.decisions(files.length)}
        {open.length > 1 && (
          <span className="section-more">
            <ActionButton kind="quiet" onPress={takeLikeliest}>
              {text.likeliest(open.length)}
            </ActionButton>
          </span>
        )}
      </h3>
      {files.map((file) => {
        const decision = decided.get(fileKey(file)) ?? {};
        return file.columns === null ? (
          <EncodingQuestion
            key={fileKey(file)}
            file={file}
            chosen={decision.encoding ?? null}
            onChoose={(encoding) => decide(file, { encoding })}
          />
        ) : (
          <ColumnsQuestion
            key={fileKey(file)}
            file={file}
            chosen={decision.columns ?? {}}
            onChoose={(columns) => decide(file, { ...decision, columns })}
          />
        );
      })}
    </section>
  );
}
