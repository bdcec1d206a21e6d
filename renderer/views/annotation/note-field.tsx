import { useEffect, useId, useRef, useState } from 'react';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { isKeystroke } from '#renderer/ui/keystroke.ts';
import { keyText, onMac } from '#renderer/ui/platform.ts';

interface NoteFieldProps {
  readonly annotation: string;
  /** The note as it is saved. */
  readonly note: string;
  /** Resolves to whether it was saved. */
  readonly onSave: (note: string) => Promise<boolean>;
}

/**
 * The note of an annotation. Saved on leaving the field, by Mod+Enter, and when another annotation takes its place;
 * Escape puts the saved note back. Undo while typing is the field's own.
 */
export function NoteField({ annotation, note, onSave }: NoteFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(note);
  const saved = useRef(note);
  const latest = useRef({ typed, onSave });
  latest.current = { typed, onSave };
  const isChanged = typed.trim() !== note.trim();

  // A note that changed elsewhere (undo, another window) replaces what was not touched here.
  useEffect(() => {
    const before = saved.current;
    saved.current = note;
    setTyped((text) => (text.trim() === before.trim() ? note : text));
  }, [note]);

  const sent = useRef<string | null>(null);
  const save = async (): Promise<void> => {
    const text = latest.current.typed;
    if (text.trim() === saved.current.trim() || text === sent.current) return;
    sent.current = text;
    await latest.current.onSave(text);
    sent.current = null;
  };

  useEffect(() => {
    const leave = (): void => void save();
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      leave();
    };
    // What `save` reads, it reads when it is called.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [annotation]);

  return (
    <div className="note">
      <label className="section-name" htmlFor={id}>
        {annotationText.note}
        {isChanged && <span className="section-more">{annotationText.unsaved}</span>}
      </label>
      <textarea
        id={id}
        className="note-field"
        rows={2}
        value={typed}
        placeholder={annotationText.notePlaceholder}
        title={annotationText.noteKeys(keyText('Mod+Enter'))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (isKeystroke(event, 'Mod+Enter', onMac)) {
            event.preventDefault();
            void save();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            setTyped(saved.current);
          }
        }}
      />
    </div>
  );
}
