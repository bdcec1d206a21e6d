/** What bringing the chosen files in would do, looked for again whenever something is decided about one of them. */
import { useEffect, useState } from 'react';
import type { ArticleChoice } from '#shared/contract/app-requests.ts';
import type { ImportPreview, PreviewedArticle } from '#shared/contract/import-preview.ts';
import { useCommands } from '../commands/command-context.ts';
import { choicesOf, fileKey, isQuestion, type Decisions } from './article-decisions.ts';

export interface ArticlesReading {
  /** The last one that was read; `null` before the first. */
  readonly preview: ImportPreview | null;
  readonly isStale: boolean;
  readonly failure: string | null;
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
  const asked = JSON.stringify(choices);
  const [read, setRead] = useState<{ readonly of: string; readonly preview: ImportPreview } | null>(null);
  const [failed, setFailed] = useState<{ readonly of: string; readonly message: string } | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await bridge.request('preview-articles', {
        chosen: token,
        choices: JSON.parse(asked) as readonly ArticleChoice[],
      });
      if (!current) return;
      if (!answer.ok) return setFailed({ of: asked, message: answer.error.message });
      const { ending, rows } = answer.value;
      if (typeof ending === 'object') return setFailed({ of: asked, message: ending.message });
      const asking = rows.filter(isQuestion).map((row) => [fileKey(row), row] as const);
      setQuestions((known) => new Map([...known, ...asking]));
      return setRead({ of: asked, preview: answer.value });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [bridge, token, asked]);
  return {
    preview: read?.preview ?? null,
    isStale: read?.of !== asked && failed?.of !== asked,
    failure: failed?.of === asked ? failed.message : null,
    questions: [...questions.values()],
    choices,
  };
}
