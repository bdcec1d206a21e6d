import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { AnnotationChoices, AnnotationsPreview, Chosen } from '#shared/contract/app-requests.ts';
import { importText } from '#renderer/catalogue/import.ts';
import { importAnnotationsText as text } from '#renderer/catalogue/import-annotations.ts';
import { useJob, useMirror } from '#renderer/state/hooks.ts';
import { projectOf } from '#renderer/state/selectors.ts';
import { TickBox } from '#renderer/ui/tick-box.tsx';
import { useCommands } from '../commands/command-context.ts';
import { useAnnotationsPreview } from './annotations-preview.ts';
import { ImportFrame } from './import-frame.tsx';
import { RemarkList } from './remark-list.tsx';

interface ImportAnnotationsDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** What of another program's file would come in, and what not and why. */
export function ImportAnnotationsDialog({ chosen, onClose }: ImportAnnotationsDialogProps) {
  const { bridge } = useCommands();
  const job = useJob();
  const [choices, setChoices] = useState<AnnotationChoices>({ annotator: '', repairs: false, newDocuments: false });
  const { value: preview, isStale, failure } = useAnnotationsPreview(chosen.token, choices);
  const change = (changed: Partial<AnnotationChoices>): void => setChoices({ ...choices, ...changed });
  const soFar = job?.kind === 'preview-annotations' && job.done > 0 ? text.lookedAt(job.done) : '';
  return (
    <ImportFrame
      title={`${text.name}: ${chosen.name}`}
      onClose={onClose}
      failure={failure}
      isStale={isStale}
      waiting={importText.looking(chosen.name, soFar)}
      isReady={preview !== null && !isStale && failure === null && preview.spans.ok + preview.spans.repaired > 0}
      takeIn={() => bridge.request('import-annotations', { chosen: chosen.token, choices })}
    >
      {preview && (
        <>
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
        </>
      )}
    </ImportFrame>
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
