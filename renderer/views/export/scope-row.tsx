import type { ListedFormat } from '#shared/contract/export-choices.ts';
import { exportText } from '#renderer/catalogue/export.ts';
import { statusText } from '#renderer/catalogue/statuses.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import type { DocumentGroup } from '#renderer/state/document-groups.ts';
import { labelsInOrder } from '#renderer/state/selectors.ts';
import { ChoiceMenu, type MenuChoice } from '#renderer/ui/choice-menu.tsx';
import { TickBox } from '#renderer/ui/tick-box.tsx';
import { StatusMark } from '../annotation/status-mark.tsx';
import { LabelMark } from '../labels/label-mark.tsx';
import { shownStatuses, type ExportChoice, type Some, type Within } from './export-choice.ts';

interface ScopeRowProps {
  readonly choice: ExportChoice;
  readonly onChange: (changed: Partial<ExportChoice>) => void;
  readonly format: ListedFormat | undefined;
  readonly annotators: readonly string[];
  readonly hasDocument: boolean;
  readonly group: DocumentGroup | undefined;
}

/** Which part of the project goes out. */
export function ScopeRow({ choice, onChange, format, annotators, hasDocument, group }: ScopeRowProps) {
  const labels = useMirror(labelsInOrder);
  const labelChoices = labels.map((label) => ({
    id: label.id,
    text: label.name,
    content: (
      <>
        <LabelMark label={label} />
        <span className="choice-name">{label.name}</span>
      </>
    ),
  }));
  const statusChoices = shownStatuses.map((status) => ({
    id: status,
    text: statusText[status].word,
    content: (
      <>
        <StatusMark status={status} />
        {statusText[status].word}
      </>
    ),
  }));
  const places: readonly (MenuChoice & { readonly id: Within })[] = [
    { id: 'all', text: exportText.wholeProject },
    ...(group === undefined ? [] : [{ id: 'group' as const, text: exportText.thisGroup(group.documents.length) }]),
    ...(hasDocument ? [{ id: 'document' as const, text: exportText.thisDocument }] : []),
  ];
  const place = places.find(({ id }) => id === choice.within) ?? places[0];
  return (
    <fieldset className="scope" aria-label={exportText.scope}>
      <ChoiceMenu
        name={exportText.documents}
        value={place?.text ?? ''}
        choices={places}
        chosen={new Set([place?.id ?? 'all'])}
        onChoose={(chosen) => onChange({ within: places.find(({ id }) => chosen.has(id))?.id ?? 'all' })}
      />
      <SomeMenu
        name={exportText.labels}
        all={exportText.allLabels}
        choices={labelChoices}
        chosen={choice.labels}
        onChoose={(chosen) => onChange({ labels: chosen })}
      />
      {annotators.length > 1 && (
        <SomeMenu
          name={exportText.annotators}
          all={exportText.allAnnotators}
          choices={annotators.map((annotator) => ({ id: annotator, text: annotator }))}
          chosen={choice.annotators}
          onChoose={(chosen) => onChange({ annotators: chosen })}
        />
      )}
      <SomeMenu
        name={exportText.statuses}
        all={exportText.allStatuses}
        choices={statusChoices}
        chosen={choice.statuses}
        onChoose={(chosen) => onChange({ statuses: chosen })}
      />
      <ChoiceMenu
        name={exportText.rows}
        value={exportText.rowNames[choice.rows]}
        choices={rows.map((id) => ({ id, text: exportText.rowNames[id] }))}
        chosen={new Set([choice.rows])}
        onChoose={(chosen) => onChange({ rows: chosen.has('passages') ? 'passages' : 'occurrences' })}
      />
      {format?.textOptional === true && (
        <TickBox isTicked={choice.text} onTick={(text) => onChange({ text })}>
          {exportText.withTexts}
        </TickBox>
      )}
    </fieldset>
  );
}

const rows = ['occurrences', 'passages'] as const;

interface SomeMenuProps {
  readonly name: string;
  readonly all: string;
  readonly choices: readonly MenuChoice[];
  readonly chosen: Some;
  readonly onChoose: (chosen: Some) => void;
}

/** Several of many, or all of them. */
function SomeMenu({ name, all, choices, chosen, onChoose }: SomeMenuProps) {
  const ids = choices.map(({ id }) => id);
  const now = chosen === null ? new Set(ids) : new Set(ids.filter((id) => chosen.has(id)));
  const only = now.size === 1 ? choices.find(({ id }) => now.has(id)) : undefined;
  const value =
    chosen === null
      ? exportText.all
      : now.size === 0
        ? exportText.none
        : (only?.text ?? exportText.some(now.size, choices.length));
  return (
    <ChoiceMenu
      name={name}
      all={all}
      value={value}
      choices={choices}
      chosen={now}
      onChoose={(next) => onChoose(next.size === choices.length ? null : next)}
    />
  );
}
