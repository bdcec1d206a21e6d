/** What bringing the chosen files in would do, looked for again whenever something is decided about one of them. */
import { useCallback, useState } from 'react';
import type { ArticleChoice } from '#shared/contract/app-requests.ts';
import type { ImportPreview, PreviewedArticle } from '#shared/contract/import-preview.ts';
import { err } from '#shared/text/result.ts';
import { useCommands } from '../commands/command-context.ts';
import { useLatestAnswer, type LatestAnswer } from '../latest-answer.ts';
import { choicesOf, fileKey, isQuestion, type Decisions } from './article-decisions.ts';

export interface ArticlesReading extends LatestAnswer<ImportPreview> {
  /** Every file that asked for an encoding or for its columns, also those that have been answered. */
  readonly questions: readonly PreviewedArticle[];
  /** What is decided about them, as the import is told. */
  readonly choices: readonly ArticleChoice[];
}

export function useArticlesPreview(token: string, decided: Decisions): ArticlesReading {
  const { bridge } = useCommands();
  // A file that was asked about stays, so that one may think again.
  const [questions, setQuestions] = useState<ReadonlyMap<string, PreviewedArticle>>(new Map());
  const choices = choicesOf([...questions.values()], decided);
  const ask = useCallback(
    async (asked: readonly ArticleChoice[]) => {
      const answer = await bridge.request('preview-articles', { chosen: token, choices: asked });
      if (!answer.ok) return answer;
      const { ending, rows } = answer.value;
      if (typeof ending === 'object') return err(ending);
      const asking = rows.filter(isQuestion).map((row) => [fileKey(row), row] as const);
      setQuestions((known) => new Map([...known, ...asking]));
      return answer;
    },
    [bridge, token],
  );
  const reading = useLatestAnswer({ question: choices, ask, restsFor: 0 });
  return { ...reading, questions: [...questions.values()], choices };
}
