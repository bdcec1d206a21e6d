import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { isKeystroke } from '#renderer/ui/keystroke.ts';
import { keyText, onMac } from '#renderer/ui/platform.ts';
import { focusPane } from '../panes.ts';

interface NoteFieldProps {
  readonly annotation: string;
  /** The note as it is saved. */
  readonly note: string;
  /** Resolves to whether it was saved. */
  readonly onSave: (note: string) => Promise<boolean>;
}

/**
 * The note of an annotation. Saved on leaving the field, by Mod+Enter, and when another annotation takes its place;
 * Escape puts the saved note back. Undo while typing is the field's own. Where the note was changed elsewhere while
 * one is being typed, nothing is saved until the user has chosen; who leaves without choosing keeps both.
 */
export function NoteField({ annotation, note, onSave }: NoteFieldProps) {
  const id = useId();
  const { mirror, notices } = useWindowState();
  const [typed, setTyped] = useState(note);
  const [isChangedElsewhere, setChangedElsewhere] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const keepMine = useRef<HTMLDivElement>(null);
  const saved = useRef(note);
  /** The note this window asked for last: its coming back is no change made elsewhere. */
  const asked = useRef<string | null>(null);
  const sending = useRef<string | null>(null);
  const latest = useRef({ typed, onSave, isChangedElsewhere });
  latest.current = { typed, onSave, isChangedElsewhere };
  const isUnsaved = !isSame(typed, note);

  useEffect(() => {
    const before = saved.current;
    saved.current = note;
    if (isSame(note, before)) return;
    const mine = latest.current.typed;
    const isOwn = asked.current !== null && isSame(note, asked.current);
    asked.current = null;
    if (isSame(mine, before) || isSame(mine, note)) {
      // What was not touched here follows.
      setTyped(note);
      setChangedElsewhere(false);
    } else if (!isOwn) setChangedElsewhere(true);
  }, [note]);

  const send = async (text: string): Promise<void> => {
    if (isSame(text, saved.current) || text === sending.current) return;
    if (!mirror.getState().rows.annotation.has(annotation)) {
      notices.add('refusal', annotationText.noteOfDeleted(text));
      return;
    }
    sending.current = text;
    asked.current = text;
    const isSaved = await latest.current.onSave(text);
    sending.current = null;
    // The field may be gone by now; the words are not.
    if (!isSaved) notices.add('refusal', annotationText.noteNotSaved(text));
  };
  const save = (): void => {
    if (!latest.current.isChangedElsewhere) void send(latest.current.typed);
  };
  const chooseMine = (): void => {
    setChangedElsewhere(false);
    void send(latest.current.typed);
    field.current?.focus();
  };
  const chooseTheirs = (): void => {
    setChangedElsewhere(false);
    setTyped(saved.current);
    field.current?.focus();
  };

  useEffect(() => {
    const leave = (): void => {
      const { typed: mine, isChangedElsewhere: isOpen } = latest.current;
      if (!isOpen) {
        void send(mine);
        return;
      }
      void send(`${saved.current}\n\n${mine}`);
      notices.add('done', annotationText.bothNotesKept);
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      leave();
    };
    // What is sent is read when it is sent.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [annotation]);

  // An annotation deleted elsewhere takes its field away under the caret; the focus stays in the pane.
  useLayoutEffect(() => {
    const element = field.current;
    return () => {
      if (element === null || document.activeElement !== element) return;
      queueMicrotask(() => {
        if (document.activeElement === document.body) focusPane('annotation');
      });
    };
  }, []);

  return (
    <div className="note">
      <label className="section-name" htmlFor={id}>
        {annotationText.note}
        {isUnsaved && <span className="section-more">{annotationText.unsaved}</span>}
      </label>
      <textarea
        ref={field}
        id={id}
        className="note-field"
        rows={2}
        value={typed}
        placeholder={annotationText.notePlaceholder}
        title={annotationText.noteKeys(keyText('Mod+Enter'))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isKeystroke(event, 'Mod+Enter', onMac)) {
            event.preventDefault();
            // A key pressed out of habit must not choose.
            if (isChangedElsewhere) keepMine.current?.querySelector('button')?.focus();
            else save();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            chooseTheirs();
          }
        }}
      />
      <div ref={keepMine} role="alert">
        {isChangedElsewhere && (
          <div className="note-changed">
            <p className="note-theirs">{note === '' ? annotationText.noteEmptied : annotationText.noteChanged(note)}</p>
            <div className="reason-acts">
              <ActionButton onPress={chooseMine}>{annotationText.keepMine}</ActionButton>
              <ActionButton onPress={chooseTheirs}>{annotationText.takeTheirs}</ActionButton>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** White space around a note is not part of it. */
function isSame(a: string, b: string): boolean {
  return a.trim() === b.trim();
}
