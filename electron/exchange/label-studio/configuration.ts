/** The labelling configuration (labelstud.io/tags): without one that fits, Label Studio refuses the tasks. */
import type { SetLabel } from '#shared/domain/annotated-set.ts';

/** Names of the controls, which every region of a task refers to. */
export const controls = { from_name: 'label', to_name: 'text', type: 'labels' } as const;

/** A label is shown by its name; `alias` is what stands in the tasks. */
export function configurationText(labels: readonly SetLabel[]): string {
  const shown = new Set<string>();
  const lines = labels.map(({ label, name, key }) => {
    const value = shown.has(name) || name.trim() === '' ? `${name} (${label})` : name;
    shown.add(value);
    const alias = value === label ? '' : ` alias="${attribute(label)}"`;
    const hotkey = /^[0-9a-z]$/u.test(key) ? ` hotkey="${key}"` : '';
    return `    <Label value="${attribute(value)}"${alias}${hotkey}/>`;
  });
  return [
    '<View>',
    `  <Labels name="${controls.from_name}" toName="${controls.to_name}">`,
    ...lines,
    '  </Labels>',
    `  <Text name="${controls.to_name}" value="$text"/>`,
    '</View>',
    '',
  ].join('\n');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no form for control characters and the like (§2.2): U+FFFD stands for them. */
function attribute(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/gu, (found) => escapes[found] ?? found)
    .replaceAll(/[\t\n\r]/gu, (found) => `&#${found.charCodeAt(0)};`);
}
