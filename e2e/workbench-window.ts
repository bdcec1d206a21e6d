/** One running Variorum, driven as a person would: by keys, by the mouse, by what is on screen. */
import { _electron, expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';

/** The suites and the bench run from the project's root. */
const root = process.cwd();

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything printed on standard output so far. */
  readonly printed: () => string;
}

/** Starts the app with a home of its own, so that nothing of this machine's user is touched. */
export async function startApp(home: string, ...projects: readonly string[]): Promise<RunningApp> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${join(home, 'settings')}`, '--disable-gpu', ...projects],
    env: {
      ...env,
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DOCUMENTS_DIR: join(home, 'Documents'),
    },
  });
  let printed = '';
  app.process().stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const page = await app.firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
  return { app, page, printed: () => printed };
}

/** The article's text. */
export function reader(page: Page): Locator {
  return page.locator('.ProseMirror');
}

/** Opens a document from the library by the beginning of its title. */
export async function openDocument(page: Page, title: string): Promise<void> {
  await library(page).getByText(title).first().click();
  await expect(page.getByRole('main').getByRole('heading').first()).toContainText(title);
  await expect(reader(page)).toHaveAttribute('aria-label', new RegExp(`Text of ${escaped(title)}`, 'u'));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** Puts the caret before the n-th standing of `text` in the open document, by a click. */
export async function caretBefore(page: Page, text: string, nth = 0): Promise<void> {
  const point = await reader(page).evaluate(
    (element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const whole = nodes.map((node) => node.data).join('\u0000');
      let index = -1;
      for (let seen = 0; seen <= wanted.nth; seen += 1) index = flat(whole).indexOf(wanted.text, index + 1);
      if (index < 0) return null;
      // Node boundaries were joined by one character each, which `flat` took out again.
      let rest = index;
      for (const node of nodes) {
        if (rest < node.data.length) {
          const range = document.createRange();
          range.setStart(node, rest);
          range.setEnd(node, rest + 1);
          node.parentElement?.scrollIntoView({ block: 'center' });
          const box = range.getBoundingClientRect();
          return { x: box.left + 1, y: box.top + box.height / 2 };
        }
        rest -= node.data.length;
      }
      return null;

      function flat(joined: string): string {
        return joined.replaceAll('\u0000', '');
      }
    },
    { text, nth },
  );
  if (point === null) throw new Error(`“${text}” is not in the open document`);
  await page.mouse.click(point.x, point.y);
}

/** Waits until the caret stands in the text: the focus comes a moment before it. */
export async function caretInText(page: Page): Promise<void> {
  await expect(reader(page)).toBeFocused();
  await page.waitForTimeout(60);
  await expect
    .poll(() => reader(page).evaluate((text) => text.contains(document.getSelection()?.anchorNode ?? null)))
    .toBe(true);
}

/** Selects words from the caret on, by keyboard. */
export async function selectWords(page: Page, count: number): Promise<void> {
  for (let word = 0; word < count; word += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
}

/** Tags `count` words from `text` on with a label's key, and waits until the counts have moved. */
export async function tagWords(page: Page, text: string, count: number, key: string, nth = 0): Promise<void> {
  const before = await labels(page).innerText();
  await caretBefore(page, text, nth);
  await selectWords(page, count);
  await page.keyboard.press(key);
  await expect.poll(() => labels(page).innerText()).not.toBe(before);
}

export function library(page: Page): Locator {
  return page.getByRole('region', { name: 'Library' });
}

export function labels(page: Page): Locator {
  return page.getByRole('list', { name: 'Tag the selection with' });
}

/** What the window has to say about what was asked of it. */
export function messages(page: Page): Locator {
  return page.getByRole('status', { name: 'Messages' });
}

export function annotation(page: Page): Locator {
  return page.getByRole('region', { name: 'Annotation' });
}

/** What a label's button says: “Claim, 1 passage, 1 occurrence in this document, 1 passage, 3 occurrences in the project”. */
export async function countsOf(page: Page, label: string): Promise<string> {
  const button = labels(page).getByRole('button', { name: label });
  return (await button.locator('.said-only').allInnerTexts()).join(' ');
}

/** Everything that bears a tag in the open document, in order. */
export async function taggedWords(page: Page): Promise<readonly string[]> {
  return reader(page)
    .locator('[data-annotation]')
    .evaluateAll((elements) => {
      const whole = new Map<string, string>();
      for (const element of elements) {
        const id = element.getAttribute('data-annotation') ?? '';
        if (element.parentElement?.closest(`[data-annotation="${id}"]`)) continue;
        whole.set(id, (whole.get(id) ?? '') + (element.textContent ?? ''));
      }
      return [...whole.values()];
    });
}

/** Answers the native dialogs that follow as a user would: with this path, and with the first button. */
export async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: answer });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  }, path);
}

/** The dialog over the window; the lists that open in it are dialogs for a moment, too. */
export function dialog(page: Page): Locator {
  return page.locator('.modal').getByRole('dialog');
}

/** Looks at what would come in of the files that were chosen, and brings it in. */
export async function importChosen(page: Page): Promise<void> {
  const button = dialog(page).getByRole('button', { name: 'Import', exact: true });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  await button.click();
  await expect(dialog(page)).toBeHidden();
}

/** A format of the export dialog, by the beginning of its title. */
export function formatOption(page: Page, format: string): Locator {
  return dialog(page).getByRole('option', { name: new RegExp(`^${escaped(format)}`, 'u') });
}

/** Exports through the dialog, to wherever the system's dialog is answered with. @param format its title */
export async function exportAs(page: Page, format: string): Promise<void> {
  const option = formatOption(page, format);
  await option.click();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await dialog(page).getByRole('button', { name: 'Export…' }).click();
  await expect(dialog(page)).toBeHidden();
}

/** Chooses an entry of the application's menu. */
export async function chooseFromMenu(app: ElectronApplication, entry: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`the menu has no ${id}`);
    item.click();
  }, entry);
}

/** How the file begins, in the export dialog. */
export function exportPreview(page: Page): Locator {
  return dialog(page).locator('.preview-text');
}

/** Chooses a file or folder of another program's annotations, and waits until it is looked through. */
export async function chooseAnnotations(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerDialogs(app, path);
  await chooseFromMenu(app, 'import-annotations');
  await expect(dialog(page)).toContainText('Spans');
}

/** Two passages of the five articles, five occurrences. */
export async function tagTwo(page: Page): Promise<void> {
  await openDocument(page, 'Pentagon chief claims');
  await tagWords(page, 'they said they were going to help', 6, '1');
  await tagWords(page, 'Moscow never made such promises', 4, '2');
}
