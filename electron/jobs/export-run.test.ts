import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from '#electron/workbench/testing/five-articles.ts';
import { counts, tag } from '#electron/workbench/testing/names.ts';
import type { ExportChoices } from '#shared/contract/export-choices.ts';
import { runExport, type ExportRun } from './export-run.ts';

const whole: ExportChoices = {
  format: 'jsonl',
  scope: { within: { type: 'all' }, rows: 'occurrences' },
  text: true,
};

/** A project with one claim in three documents, and a second connection that exports it. */
function exporting() {
  const project = join(temporaryFolder(), 'p.variorum');
  const workbench = projectWith(fiveArticles, project);
  tag(workbench, '002', 459, 487);
  const path = join(dirname(project), 'set.jsonl');
  const run = async (overrides: Partial<ExportRun> = {}) => {
    const own = valueOf(openProject(project));
    const defaults = { choices: whole, path, isCancelled: () => false, report: () => undefined };
    const ending = await runExport({ workbench: own, ...defaults, ...overrides });
    own.close();
    return ending;
  };
  return { workbench, path, run };
}

describe('an export', () => {
  it('holds what the project said at its beginning, and whoever tags meanwhile is not held up', async () => {
    const { workbench, path, run } = exporting();
    let tagged = false;
    const report = (): void => {
      if (!tagged) tag(workbench, '003', 0, 40);
      tagged = true;
    };
    expect(valueOf(await run({ report }))).toMatchObject({ annotations: 1, occurrences: 3 });
    expect(readFileSync(path, 'utf8').match(/"annotation":/gu)).toHaveLength(3);
    expect(counts(workbench)).toEqual(['claim 2·4']);
  });

  it('tells how far it is, up to the last document', async () => {
    const told: string[] = [];
    await exporting().run({ report: ({ done, total, share }) => void told.push(`${done} of ${total} ${share}`) });
    expect(told.at(-1)).toBe('5 of 5 1');
    expect(told.length).toBeGreaterThan(5);
  });

  it('that is cancelled in the middle leaves nothing behind', async () => {
    const { path, run } = exporting();
    let asked = 0;
    const ending = await run({ isCancelled: () => (asked += 1) > 7 });
    expect(ending).toMatchObject({ ok: false, error: { type: 'ExportCancelled' } });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(dirname(path)).filter((name) => !name.startsWith('p.variorum'))).toEqual([]);
  });
});
