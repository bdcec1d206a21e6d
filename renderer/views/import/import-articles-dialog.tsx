import { useState } from 'react';
import type { Chosen } from '#shared/contract/app-requests.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import { importText } from '#renderer/catalogue/import.ts';
import { importArticlesText as text } from '#renderer/catalogue/import-articles.ts';
import { useJob } from '#renderer/state/hooks.ts';
import { useCommands } from '../commands/command-context.ts';
import { ArticleList } from './article-list.tsx';
import { isQuestion, type Decisions } from './article-decisions.ts';
import { ArticleQuestions } from './article-questions.tsx';
import { useArticlesPreview } from './articles-preview.ts';
import { ImportFrame } from './import-frame.tsx';

interface ImportArticlesDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** What of the chosen files would come in, and what not and why. */
export function ImportArticlesDialog({ chosen, onClose }: ImportArticlesDialogProps) {
  const { bridge } = useCommands();
  const job = useJob();
  const [decided, setDecided] = useState<Decisions>(new Map());
  const { value: preview, isStale, failure, questions, choices } = useArticlesPreview(chosen.token, decided);
  const soFar = job?.kind === 'preview' && job.done > 0 ? text.lookedAt(job.done) : '';
  return (
    <ImportFrame
      title={`${text.name}: ${chosen.name}`}
      onClose={onClose}
      failure={failure}
      isStale={isStale}
      waiting={importText.looking(chosen.name, soFar)}
      isReady={preview !== null && !isStale && failure === null && preview.totals.new + preview.totals.changed > 0}
      asksFirst={questions.length > 0}
      takeIn={() => bridge.request('import-articles', { chosen: chosen.token, choices })}
    >
      {preview && (
        <>
          <Totals preview={preview} />
          <ArticleQuestions files={questions} decided={decided} onDecide={setDecided} />
          <ArticleList preview={preview} />
        </>
      )}
    </ImportFrame>
  );
}

function Totals({ preview }: { readonly preview: ImportPreview }) {
  const { totals, length, ending } = preview;
  const asking = preview.rows.filter((row) => row.status === 'refused' && isQuestion(row)).length;
  const facts = [...(length > 0 ? [text.length(length)] : []), ...text.totals(totals, asking)];
  return (
    <output className="import-lead">
      <strong>{text.comeIn(totals)}</strong>
      {facts.length > 0 && ` · ${facts.join(' · ')}`}
      {ending === 'cancelled' && ` ${text.cancelled}`}
    </output>
  );
}
