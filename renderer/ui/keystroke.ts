/** Keystrokes written once (`Mod+Shift+Z`), matched against events and shown as the platform writes them. */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃', Enter: '↩' };
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Control: 'Ctrl' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

export function isMacPlatform(platform: string): boolean {
  return /^mac/iu.test(platform);
}

/** The parts of a keystroke as they are printed on the keys. */
export function keystrokeParts(keystroke: string, mac: boolean): readonly string[] {
  return keystroke.split(/\+(?=.)/u).map((part) => (mac ? macNames[part] : otherNames[part]) ?? keyNames[part] ?? part);
}

export function keystrokeText(keystroke: string, mac: boolean): string {
  return keystrokeParts(keystroke, mac).join(mac ? '' : '+');
}

/** As `aria-keyshortcuts` wants it. */
export function keystrokeShortcut(keystroke: string, mac: boolean): string {
  return keystroke.replace('Mod', mac ? 'Meta' : 'Control');
}

/**
 * Whether an event is this keystroke. Shift is asked for letters and named keys only: where `?` or `[` lies on a
 * keyboard, and with which modifier, is the keyboard's business (AltGr counts as Ctrl and Alt on some systems).
 */
export function isKeystroke(event: KeyPress, keystroke: string, mac: boolean): boolean {
  const parts = keystroke.split(/\+(?=.)/u);
  const key = parts.at(-1) ?? '';
  const wants = new Set(parts.slice(0, -1));
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  if (sign && !wants.has('Mod')) return !event.metaKey && event.ctrlKey === event.altKey;
  return (
    mod === wants.has('Mod') && !otherMod && event.altKey === wants.has('Alt') && event.shiftKey === wants.has('Shift')
  );
}

/** A place where typing makes text, so that single keys belong to it. The read-only reader is none. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
