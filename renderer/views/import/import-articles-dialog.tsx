import { useState } from 'react';
import type { Chosen } from '#shared/contract/app-requests.ts';
import type { ImportPreview, PreviewedArticle } from '#shared/contract/import-preview.ts';
import { importArticlesText as text } from '#renderer/catalogue/import-articles.ts';
import { useJob, useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { useCommands } from '../commands/command-context.ts';
import { tellOutcome } from '../commands/command-list.ts';
import { ArticleList } from './article-list.tsx';
import { fileKey, isQuestion, type Decision, type Decisions } from './article-decisions.ts';
import { useArticlesPreview } from './articles-preview.ts';
import { ColumnsQuestion } from './columns-question.tsx';
import { EncodingQuestion } from './encoding-question.tsx';
import { useStopLooking } from './stop-looking.ts';

interface ImportArticlesDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** What of the chosen files would come in, and what not and why; nothing is written before Import. */
export function ImportArticlesDialog({ chosen, onClose }: ImportArticlesDialogProps) {
  const { bridge } = useCommands();
  const state = useWindowState();
  const job = useJob();
  useStopLooking();
  const [decided, setDecided] = useState<Decisions>(new Map());
  const { preview, isStale, failure, questions, choices } = useArticlesPreview(chosen.token, decided);
  const isReady = preview !== null && !isStale && failure === null && preview.totals.new + preview.totals.changed > 0;

  const takeIn = (): void => {
    const bring = async (): Promise<void> =>
      tellOutcome(state, await bridge.request('import-articles', { chosen: chosen.token, choices }));
    onClose();
    void bring();
  };

  return (
    <WindowDialog
      title={`${text.name}: ${chosen.name}`}
      closeLabel={text.close}
      onClose={onClose}
      className="wide import"
    >
      <div className="import-body" aria-busy={isStale}>
        {failure !== null && (
          <p className="dialog-refusal" role="alert">
            {failure}
          </p>
        )}
        {preview === null && failure === null && (
          <p className="export-empty">
            {text.looking(chosen.name)} {job?.kind === 'preview' && job.done > 0 && text.lookedAt(job.done)}
          </p>
        )}
        {preview !== null && (
          <div className="import-found" data-stale={isStale || undefined}>
            <Totals preview={preview} />
            <Questions files={questions} decided={decided} onDecide={setDecided} />
            <ArticleList preview={preview} />
          </div>
        )}
      </div>
      <footer className="dialog-foot">
        <span className="dialog-foot-space" />
        <ActionButton onPress={onClose}>{text.cancel}</ActionButton>
        <ActionButton kind="main" isDefault isDisabled={!isReady} onPress={takeIn}>
          {text.import}
        </ActionButton>
      </footer>
    </WindowDialog>
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

interface QuestionsProps {
  readonly files: readonly PreviewedArticle[];
  readonly decided: Decisions;
  readonly onDecide: (decided: Decisions) => void;
}

function Questions({ files, decided, onDecide }: QuestionsProps) {
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
    <section className="questions" aria-label={text.decisions(files.length)}>
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
