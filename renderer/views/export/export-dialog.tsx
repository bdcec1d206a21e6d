import { useEffect, useRef, useState } from 'react';
import { exportText } from '#renderer/catalogue/export.ts';
import { useJob, useMirror, useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { groupsOf } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ChoiceMenu } from '#renderer/ui/choice-menu.tsx';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { useCommands } from '../commands/command-context.ts';
import { tellOutcome } from '../commands/command-list.ts';
import { choicesOf, useExportChoice } from './export-choice.ts';
import { useExportOptions, useExportPreview } from './export-preview.ts';
import { FormatList } from './format-list.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ScopeRow } from './scope-row.tsx';

/** Formats whose lines are rows: they are not broken on screen. */
const tables: ReadonlySet<string> = new Set(['csv', 'xlsx', 'conll', 'webanno-tsv']);

/** What goes out, in which form, how the file begins and what it cannot hold; then the system asks where to. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { bridge } = useCommands();
  const state = useWindowState();
  const options = useExportOptions();
  const [choice, change] = useExportChoice();
  const document = useSelection((selection) => selection.document);
  const group = useMirror((mirror) => (document === null ? undefined : groupsOf(mirror).of(document)));
  const hasDocuments = useMirror((mirror) => mirror.rows.document.size > 0);
  const formats = options?.formats ?? [];
  const format = formats.find(({ name }) => name === choice.format) ?? formats[0];
  const known = format === undefined ? choice : { ...choice, format: format.name };
  const choices = choicesOf(known, { document, group: group?.id ?? null });
  const reading = useExportPreview(choices);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isOpen = useRef(true);
  const job = useJob();

  // Once it is being written the status bar tells of it, and the window is free again.
  const isWriting = isAsking && job?.kind === 'export';
  useEffect(() => {
    if (isWriting) onClose();
  }, [isWriting, onClose]);

  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const write = async (): Promise<void> => {
    if (isAsking || !hasDocuments) return;
    setAsking(true);
    setRefusal(null);
    const outcome = await bridge.request('export', { choices, folder: choice.folder });
    setAsking(false);
    // The dialog is closed by then, or it says itself why nothing was written, and what is chosen stays.
    if (!isOpen.current) tellOutcome(state, outcome);
    else if (!outcome.ok) setRefusal(outcome.error.message);
    else if (outcome.value.message !== null) {
      tellOutcome(state, outcome);
      onClose();
    }
  };

  return (
    <WindowDialog title={exportText.name} closeLabel={exportText.close} onClose={onClose} className="wide export">
      <div className="export-body">
        <FormatList
          formats={formats}
          chosen={known.format}
          onChoose={(name) => change({ format: name })}
          onTake={() => void write()}
        />
        <div className="export-side">
          <ScopeRow
            choice={choice}
            onChange={change}
            format={format}
            annotators={options?.annotators ?? []}
            hasDocument={document !== null}
            group={group}
          />
          <PreviewPane reading={reading} isTable={tables.has(known.format)} hasDocuments={hasDocuments} />
        </div>
      </div>
      <footer className="dialog-foot">
        {refusal !== null && (
          <p className="dialog-refusal" role="alert">
            {refusal}
          </p>
        )}
        {format?.layout === 'files' && (
          <ChoiceMenu
            name={exportText.packed}
            value={exportText.packedNames[choice.folder ? 'folder' : 'zip']}
            choices={packings.map((id) => ({ id, text: exportText.packedNames[id] }))}
            chosen={new Set([choice.folder ? 'folder' : 'zip'])}
            onChoose={(chosen) => change({ folder: chosen.has('folder') })}
          />
        )}
        <span className="dialog-foot-space" />
        <ActionButton onPress={onClose}>{exportText.cancel}</ActionButton>
        <ActionButton
          kind="main"
          keys="Mod+Enter"
          inDialog
          isDisabled={!hasDocuments || isAsking}
          onPress={() => void write()}
        >
          {exportText.export}
        </ActionButton>
      </footer>
    </WindowDialog>
  );
}

const packings = ['zip', 'folder'] as const;
