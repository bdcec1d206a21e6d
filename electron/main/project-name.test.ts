import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProject } from '#electron/workbench/open.ts';
import { projectName } from './project-name.ts';
import { testFolder, valueOf } from './testing/test-folder.ts';

let place: ReturnType<typeof testFolder>;
beforeEach(() => (place = testFolder()));
afterEach(() => place.remove());

it('is what the project calls itself, whatever its file is called', () => {
  const workbench = valueOf(createProject(place.file('draft 3.variorum'), { name: 'Carter on <b>Syria</b>' }));
  expect(projectName(workbench)).toBe('Carter on <b>Syria</b>');
  workbench.close();
});

it('is the file’s where the project does not say', () => {
  const workbench = valueOf(createProject(place.file('carter.variorum'), { name: '' }));
  expect(projectName(workbench)).toBe('carter');
  workbench.close();
});
