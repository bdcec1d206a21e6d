/**
 * Figures of the window, in a real Electron: from the key to the changed page and to the painted frame, beside the
 * floor of the same run (one commit over the bridge and one changed span). Prints a table; asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createProject } from '#electron/workbench/open.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { caretBefore, library, reader, startApp } from '../../e2e/workbench-window.ts';
import { evenSpans, generatedText } from './generated-text.ts';
import { percentilesHead, percentilesLine, percentilesOf } from './percentiles.ts';

/** One key press: milliseconds from the key event to the changed page, and to the frame that shows it. */
interface Stroke {
  readonly changed: number;
  readonly painted: number;
}

interface BenchWindow {
  readonly variorum: Bridge;
  strokes: Stroke[];
  floor: Stroke[];
}

const tags = 1000;
const strokes = 150;
const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));

/** A 10,000-word article standing in three documents with 1,000 tags, and a short one. */
function benchProject(): { readonly path: string; readonly text: string } {
  const path = join(folder, 'bench.variorum');
  const created = createProject(path, { annotator: 'Bench' });
  if (!created.ok) throw new Error(created.error.message);
  const text = generatedText(10_000, 1);
  const documentOf = (name: string, content: string) => ({
    name,
    title: name,
    text: content,
    origin: { file: name, encoding: 'utf-8' as const, byteOrderMark: false, lineEnds: 'lf' as const },
  });
  const long = [1, 2, 3].map((copy) => documentOf(`Long ${copy}`, text));
  const imported = created.value.importDocuments([...long, documentOf('Short', generatedText(200, 9))]);
  if (!imported.ok) throw new Error(imported.error.message);
  const document = imported.value[0]?.documentId ?? '';
  for (const span of evenSpans(text, tags, 4)) {
    const quote = text.slice(span.start, span.end);
    const tagged = created.value.call('annotation.tag', { document, span, quote, label: 'rebuttal' });
    if (!tagged.ok) throw new Error(tagged.error.message);
  }
  created.value.close();
  return { path, text };
}

/** Watches for the two keys: `1` tags as ever; F8 does the least a commit and a changed span can take. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const bench = window as unknown as BenchWindow;
    bench.strokes = [];
    bench.floor = [];
    const read = await bench.variorum.call('project.read', {});
    if (!read.ok) return;
    const document_ = read.value.changes.find(({ entity }) => entity === 'document')?.key ?? '';
    const opened = await bench.variorum.call('document.read', { document: document_ });
    const annotation = opened.ok ? (opened.value.changes.find(({ entity }) => entity === 'annotation')?.key ?? '') : '';
    const spot = document.createElement('span');
    spot.className = 'visually-hidden';
    document.body.append(spot);
    let note = 0;

    const painted = (done: (now: number) => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => done(performance.now()));
        channel.port1.start();
        channel.port2.postMessage(0);
      });
    };
    const leastOfAll = async (began: number, written: string): Promise<void> => {
      await bench.variorum.call('annotation.note', { annotation, note: written });
      spot.textContent = written;
      const changed = performance.now() - began;
      painted((now) => bench.floor.push({ changed, painted: now - began }));
    };
    addEventListener(
      'keydown',
      (event) => {
        const began = performance.now();
        if (event.key === '1') {
          const observer = new MutationObserver((records) => {
            const isTag = records.some(({ addedNodes }) =>
              [...addedNodes].some(
                (node) =>
                  node instanceof Element &&
                  (node.matches('[data-annotation]') || node.querySelector('[data-annotation]')),
              ),
            );
            if (!isTag) return;
            observer.disconnect();
            const changed = performance.now() - began;
            painted((now) => bench.strokes.push({ changed, painted: now - began }));
          });
          const text = document.querySelector('.ProseMirror');
          if (text !== null) observer.observe(text, { childList: true, subtree: true });
        }
        if (event.key === 'F8') {
          note += 1;
          void leastOfAll(began, `note ${note}`);
        }
      },
      { capture: true },
    );
  });
}

/** Opens the long article from the short one, several times; milliseconds from the click to the painted frame. */
async function opening(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await library(page).getByText('Short').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.ProseMirror [data-annotation]').length === 0);
    const time = page.evaluate(
      (wanted) =>
        new Promise<number>((done) => {
          let began = 0;
          addEventListener('pointerdown', () => (began = performance.now()), { capture: true, once: true });
          const check = (): void => {
            if (document.querySelectorAll('.ProseMirror [data-annotation]').length >= wanted)
              done(performance.now() - began);
            else requestAnimationFrame(check);
          };
          requestAnimationFrame(check);
        }),
      tags,
    );
    await library(page).getByText('Long 1').first().click();
    times.push(await time);
  }
  return times;
}

async function stroke(page: Page, key: string, list: 'strokes' | 'floor', count: number): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForFunction(([name, wanted]) => (window as unknown as BenchWindow)[name].length >= wanted, [
    list,
    count,
  ] as const);
}

try {
  const { path, text } = benchProject();
  const { app, page } = await startApp(folder, path);
  const opens = await opening(page);
  await watchKeys(page);
  await caretBefore(page, text.slice(0, 12));
  for (let count = 1; count <= strokes; count += 1) {
    await page.keyboard.press('ArrowRight');
    for (let word = 0; word < 2; word += 1) await page.keyboard.press('ControlOrMeta+ArrowRight');
    for (let word = 0; word < 3; word += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
    // Rest a little, as a hand does, and let the preview of the selection come and go.
    await page.waitForTimeout(count % 2 === 0 ? 40 : 220);
    await stroke(page, '1', 'strokes', count);
    await page.waitForTimeout(60);
    await stroke(page, 'F8', 'floor', count);
  }
  const measured = await page.evaluate(() => {
    const { strokes: tagging, floor } = window as unknown as BenchWindow;
    return { tagging, floor };
  });
  const version = await app.evaluate(() => process.versions['electron'] ?? '');
  const drawn = await reader(page).locator('[data-annotation]').count();
  await app.close();
  const painted = measured.tagging.map((one) => one.painted);
  const floor = measured.floor.map((one) => one.painted);
  const above = percentilesOf(painted).p50 - percentilesOf(floor).p50;
  const above95 = percentilesOf(painted).p95 - percentilesOf(floor).p95;
  console.log(
    [
      `\nIn Electron ${version}: 10,000 words, ${drawn} drawn tags, every passage standing in 3 documents`,
      percentilesHead,
      percentilesLine(
        'key → changed page (command, commit, mirror, decorations)',
        measured.tagging.map((one) => one.changed),
        'p95 ≤ 8',
      ),
      percentilesLine('key → painted', painted),
      percentilesLine('floor: one commit over the bridge, one changed span, painted', floor),
      `${'key → painted, above the floor'.padEnd(68)}${above.toFixed(2).padStart(9)}${above95.toFixed(2).padStart(9)}${' '.repeat(18)}  ≤ 5`,
      percentilesLine('open that document: click → all 1,000 tags painted', opens),
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
