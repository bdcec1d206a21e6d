import { describe, expect, it } from 'vitest';
import { isKeystroke, keystrokeShortcut, keystrokeText, type KeyPress } from './keystroke.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keystrokes', () => {
  it('asks for the command key of the platform', () => {
    expect(isKeystroke(press('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(isKeystroke(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(isKeystroke(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
  });

  it('tells undo from redo by Shift', () => {
    expect(isKeystroke(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(isKeystroke(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
  });

  it('takes a sign wherever the keyboard has it', () => {
    expect(isKeystroke(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(isKeystroke(press('['), '[', false)).toBe(true);
    expect(isKeystroke(press('[', { ctrlKey: true, altKey: true }), '[', false)).toBe(true);
    expect(isKeystroke(press('[', { ctrlKey: true }), '[', false)).toBe(false);
  });

  it('keeps a plain digit apart from one with a modifier', () => {
    expect(isKeystroke(press('1'), '1', false)).toBe(true);
    expect(isKeystroke(press('1', { ctrlKey: true }), '1', false)).toBe(false);
  });

  it('is shown as the platform writes it', () => {
    expect(keystrokeText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(keystrokeText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(keystrokeText('Alt+ArrowLeft', false)).toBe('Alt+←');
    expect(keystrokeShortcut('Mod+K', true)).toBe('Meta+K');
  });
});
