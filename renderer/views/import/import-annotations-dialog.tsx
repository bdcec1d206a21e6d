import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { AnnotationChoices, AnnotationsPreview, Chosen } from '#shared/contract/app-requests.ts';
import { importAnnotationsText as text } from '#renderer/catalogue/import-annotations.ts';
import { useJob, useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { projectOf } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { TickBox } from '#renderer/ui/tick-box.tsx';
import { useCommands } from '../commands/command-context.ts';
import { tellOutcome } from '../commands/command-list.ts';
import { useAnnotationsPreview } from './annotations-preview.ts';
import { RemarkList } from './remark-list.tsx';
import { useStopLooking } from './stop-looking.ts';

interface ImportAnnotationsDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** What of another program's file would come in, and what not and why; nothing is written before Import. */
export function ImportAnnotationsDialog({ chosen, onClose }: ImportAnnotationsDialogProps) {
  const { bridge } = useCommands();
  const state = useWindowState();
  const job = useJob();
  useStopLooking();
  const [choices, setChoices] = useState<AnnotationChoices>({ annotator: '', repairs: false, newDocuments: false });
  const { preview, isStale, failure } = useAnnotationsPreview(chosen.token, choices);
  const change = (changed: Partial<AnnotationChoices>): void => setChoices({ ...choices, ...changed });
  const isReady = preview !== null && !isStale && failure === null && preview.spans.ok + preview.spans.repaired > 0;

  const takeIn = (): void => {
    const bring = async (): Promise<void> =>
      tellOutcome(state, await bridge.request('import-annotations', { chosen: chosen.token, choices }));
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
            {text.looking(chosen.name)} {job?.kind === 'preview-annotations' && job.done > 0 && text.lookedAt(job.done)}
          </p>
        )}
        {preview !== null && (
          <div className="import-found" data-stale={isStale || undefined}>
            <output className="import-lead">
              <strong>{preview.annotations === 0 ? text.nothing : text.comeIn(preview.annotations)}</strong>{' '}
              {text.found(preview.format)}
            </output>
            <Facts preview={preview} />
            <Choices preview={preview} choices={choices} onChange={change} />
            <RemarkList
              name={preview.repairable > 0 ? text.toRepair : text.problems}
              remarks={preview.problems}
              count={preview.problemCount}
            />
            <RemarkList name={text.repaired} remarks={preview.repairs} count={preview.spans.repaired} />
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

function Facts({ preview }: { readonly preview: AnnotationsPreview }) {
  const { spans, repairable, newLabels } = preview;
  const matched = text.matched(preview);
  return (
    <dl className="facts" aria-label={text.facts}>
      <dt>{text.documents}</dt>
      <dd>{matched.length === 0 ? text.noDocuments : matched.join(' · ')}</dd>
      <dt>{text.spans}</dt>
      <dd>{text.spanCounts(spans, repairable).join(' · ')}</dd>
      <dt>{text.labels}</dt>
      <dd>{newLabels.length === 0 ? text.noNewLabels : newLabels.join(', ')}</dd>
    </dl>
  );
}

interface ChoicesProps {
  readonly preview: AnnotationsPreview;
  readonly choices: AnnotationChoices;
  readonly onChange: (changed: Partial<AnnotationChoices>) => void;
}

/** Only what there is to choose about this file. */
function Choices({ preview, choices, onChange }: ChoicesProps) {
  const annotator = useMirror((mirror) => projectOf(mirror)?.annotator ?? '');
  const repairs = preview.repairable + preview.spans.repaired;
  const lacking = Math.max(preview.lacking, preview.matched.new);
  return (
    <fieldset className="import-choices" aria-label={text.choices}>
      {(repairs > 0 || choices.repairs) && (
        <div className="import-choice">
          <TickBox isTicked={choices.repairs} onTick={(isTicked) => onChange({ repairs: isTicked })}>
            {text.repairs(repairs)}
          </TickBox>
          <p className="import-explained">{text.repairsExplained}</p>
        </div>
      )}
      {(lacking > 0 || choices.newDocuments) && (
        <TickBox isTicked={choices.newDocuments} onTick={(isTicked) => onChange({ newDocuments: isTicked })}>
          {text.newDocuments(lacking)}
        </TickBox>
      )}
      <TextField
        className="import-annotator"
        value={choices.annotator}
        onChange={(name) => onChange({ annotator: name })}
        maxLength={200}
      >
        <Label>{text.annotator}</Label>
        <Input className="text-input" placeholder={annotator} />
      </TextField>
    </fieldset>
  );
}
