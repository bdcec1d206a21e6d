/** Everything the window can be asked to do: one list for the palette, the key list, the keyboard and the menu. */
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import {
  appCommandSchema,
  windowCommandSchema,
  type AppCommand,
  type AppOutcome,
  type RunCommand,
  type ThemeCommand,
} from '#shared/contract/window-commands.ts';
import { appCommandText, commandText, windowCommandText } from '#renderer/catalogue/commands.ts';
import type { Result } from '#shared/text/result.ts';
import type { ReaderRequest } from '#renderer/state/selection.ts';
import { labelsInOrder } from '#renderer/state/selectors.ts';
import type { WindowState } from '#renderer/state/window-state.ts';
import { focusNextPane, focusPane, type Pane } from '../panes.ts';
import type { Shell } from '../shell-state.ts';

export interface WindowCommandItem {
  readonly id: string;
  readonly name: string;
  /** The first is shown; any of them works. */
  readonly keys: readonly string[];
  readonly run: () => void;
  /** Works while a text field has the focus, too. */
  readonly inTextFields?: boolean;
  /** Its keys are taken before the text sees them: the editor's own view claims some that mean nothing in a frozen text. */
  readonly beforeText?: boolean;
  /** Its keys work only while the focus is in this pane; the palette runs it from anywhere. */
  readonly pane?: Pane;
}

export interface CommandDependencies {
  readonly bridge: Pick<Bridge, 'run' | 'request'>;
  readonly state: WindowState;
  readonly shell: Shell;
}

/** Keys of what the application does; its menu listens to them, the palette shows them. */
const appKeys: Readonly<Partial<Record<AppCommand, string>>> = {
  'new-project': 'Mod+N',
  'open-project': 'Mod+O',
  'save-copy': 'Mod+Shift+S',
  'new-window': 'Mod+Shift+N',
  'close-window': 'Mod+W',
};

/** Commands of the window itself, by the names the menu knows them by and some more. */
export function windowCommands(dependencies: CommandDependencies): readonly WindowCommandItem[] {
  const { state, shell } = dependencies;
  const ask = (theme: ThemeCommand): void => void runAppCommand(dependencies, theme);
  const command = (id: string, name: string, keys: readonly string[], run: () => void): WindowCommandItem => ({
    id,
    name,
    keys,
    run,
  });
  const { acts, selection } = state;
  const named: Readonly<Record<(typeof windowCommandSchema.options)[number], WindowCommandItem>> = {
    undo: command('undo', windowCommandText.undo, ['Mod+Z'], () => void acts.undo()),
    redo: command('redo', windowCommandText.redo, ['Mod+Shift+Z', 'Mod+Y'], () => void acts.redo()),
    export: command('export', windowCommandText.export, ['Mod+E'], () => shell.open('export')),
    'import-files': {
      ...command(
        'import-files',
        windowCommandText['import-files'],
        ['Mod+I'],
        () => void chooseImport(dependencies, 'articles', false),
      ),
      beforeText: true,
    },
    'import-folder': command(
      'import-folder',
      windowCommandText['import-folder'],
      [],
      () => void chooseImport(dependencies, 'articles', true),
    ),
    'import-annotations': {
      ...command(
        'import-annotations',
        windowCommandText['import-annotations'],
        ['Mod+Shift+A'],
        () => void chooseImport(dependencies, 'annotations', false),
      ),
      beforeText: true,
    },
    'import-annotations-folder': command(
      'import-annotations-folder',
      windowCommandText['import-annotations-folder'],
      [],
      () => void chooseImport(dependencies, 'annotations', true),
    ),
    'command-palette': {
      ...command('command-palette', windowCommandText['command-palette'], ['Mod+K'], () => shell.open('palette')),
      inTextFields: true,
    },
    'show-keys': command('show-keys', windowCommandText['show-keys'], ['?'], () => shell.open('keys')),
    'fold-left': command('fold-left', windowCommandText['fold-left'], ['['], () => shell.toggleFold('left')),
    'fold-right': command('fold-right', windowCommandText['fold-right'], [']'], () => shell.toggleFold('right')),
    'theme-light': command('theme-light', windowCommandText['theme-light'], [], () => ask('theme-light')),
    'theme-dark': command('theme-dark', windowCommandText['theme-dark'], [], () => ask('theme-dark')),
    'theme-system': command('theme-system', windowCommandText['theme-system'], [], () => ask('theme-system')),
  };
  return [
    ...windowCommandSchema.options.map((id) => named[id]),
    command('back', commandText.back, ['Alt+ArrowLeft'], () => void selection.back()),
    command('forward', commandText.forward, ['Alt+ArrowRight'], () => void selection.forward()),
    command('pending', commandText.pending, ['L'], () => shell.open('pending')),
    command('orphans', commandText.orphans, [], () => shell.open('orphans')),
    command('filter', commandText.filter, ['/'], () => focusFilter(shell)),
    { ...command('next-pane', commandText.nextPane, ['F6'], () => focusNextPane(1)), inTextFields: true },
    {
      ...command('previous-pane', commandText.previousPane, ['Shift+F6'], () => focusNextPane(-1)),
      inTextFields: true,
    },
    {
      ...command('remove-annotation', commandText.removeAnnotation, ['Delete'], () => void removeShown(state)),
      pane: 'annotation',
    },
    command('edit-note', commandText.editNote, [], () => editNote(shell, state)),
    ...readerCommands(state),
  ];
}

/** What the reader does by its own keys, for the palette. */
function readerCommands({ selection }: WindowState): readonly WindowCommandItem[] {
  const command = (id: ReaderCommandName, name: string, key: string): WindowCommandItem => ({
    id,
    name,
    keys: [key],
    pane: 'reader',
    run: () => selection.ask({ type: 'run', command: id }),
  });
  return [
    command('next-annotation', commandText.nextTag, 'N'),
    command('previous-annotation', commandText.previousTag, 'P'),
    command('open-mark', commandText.openMark, 'M'),
    command('next-insertion', commandText.nextInsertion, 'J'),
    command('previous-insertion', commandText.previousInsertion, 'K'),
    command('tag-insertion', commandText.tagInsertion, 'I'),
  ];
}

type ReaderCommandName = Extract<ReaderRequest, { readonly type: 'run' }>['command'];

/** The annotation that the pane shows, or `null` after saying that there is none. */
function shownAnnotation({ selection, notices }: WindowState): string | null {
  const { annotation, atCaret } = selection.store.getState();
  const shown = annotation ?? atCaret[0] ?? null;
  if (shown === null) notices.add('refusal', commandText.noAnnotation);
  return shown;
}

async function removeShown(state: WindowState): Promise<void> {
  const shown = shownAnnotation(state);
  if (shown !== null && (await state.acts.removeAnnotation(shown))) focusPane('reader');
}

function editNote(shell: Shell, state: WindowState): void {
  if (shownAnnotation(state) === null) return;
  unfold(shell, 'right', () => document.querySelector<HTMLElement>('[data-pane="annotation"] textarea')?.focus());
}

/** One command a label. A label's key tags wherever the focus is, not in the text alone. */
export function tagCommands({ state }: CommandDependencies): readonly WindowCommandItem[] {
  return labelsInOrder(state.mirror.getState()).map(({ id, name, key }) => ({
    id: `tag-${id}`,
    name: commandText.tagAs(name),
    keys: key === '' ? [] : [key],
    run: () => void state.acts.tagSelection(id),
  }));
}

/** What the application does on the window's behalf; what it came to is said in the status bar. */
export function appCommands(dependencies: CommandDependencies): readonly WindowCommandItem[] {
  return appCommandSchema.options.map((id) => ({
    id,
    name: appCommandText[id],
    keys: appKeys[id] === undefined ? [] : [appKeys[id]],
    run: () => void runAppCommand(dependencies, id),
  }));
}

export async function runAppCommand({ bridge, state }: CommandDependencies, command: RunCommand): Promise<void> {
  tellOutcome(state, await bridge.run(command));
}

/** The system's dialog first, then ours with what would come in. */
export async function chooseImport(
  { bridge, state, shell }: CommandDependencies,
  what: 'articles' | 'annotations',
  folder: boolean,
): Promise<void> {
  const chosen = await bridge.request(`choose-${what}`, { folder });
  if (!chosen.ok) state.notices.add('refusal', chosen.error.message);
  else if (chosen.value !== null) shell.open(`import-${what}`, chosen.value);
}

/** What the application was asked for is done, or not: said in the status bar. */
export function tellOutcome(state: Pick<WindowState, 'notices'>, outcome: Result<AppOutcome, Failure>): void {
  if (!outcome.ok) state.notices.add('refusal', outcome.error.message);
  else if (outcome.value.message !== null) {
    const { message, details, isRefusal } = outcome.value;
    if (isRefusal !== true) state.notices.dismissRefusals();
    state.notices.add(isRefusal === true ? 'refusal' : 'done', message, details);
  }
}

function focusFilter(shell: Shell): void {
  unfold(shell, 'left', () => document.querySelector<HTMLInputElement>('[data-pane="library"] input')?.focus());
}

/** What is typed at once must go into the field; a folded pane is there with the next frame. */
function unfold(shell: Shell, side: 'left' | 'right', focus: () => void): void {
  const { leftFolded, rightFolded } = shell.store.getState();
  shell.setFolded(side, false);
  if (side === 'left' ? leftFolded : rightFolded) requestAnimationFrame(focus);
  else focus();
}
