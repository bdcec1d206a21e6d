import { isMacPlatform, keystrokeShortcut, keystrokeText } from './keystroke.ts';

/** Whether this window runs where ⌘ is the command key. */
export const onMac = isMacPlatform(navigator.platform);

export const keyText = (keystroke: string): string => keystrokeText(keystroke, onMac);
export const keyShortcut = (keystroke: string): string => keystrokeShortcut(keystroke, onMac);
