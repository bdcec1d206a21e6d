import { keystrokeParts } from './keystroke.ts';
import { onMac } from './platform.ts';

/** A keystroke printed as keys. Screen readers hear it from `aria-keyshortcuts` of what it belongs to. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keystrokeParts(keys, onMac).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
