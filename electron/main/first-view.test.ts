import { expect, it } from 'vitest';
import { createFirstView } from './first-view.ts';

function view(hasDocuments: boolean) {
  let told = 0;
  return {
    ...createFirstView(
      () => hasDocuments,
      () => (told += 1),
    ),
    told: () => told,
  };
}

it('is complete when the window is shown and a document was read, in either order', () => {
  const one = view(true);
  one.shown();
  one.answered('project.read');
  expect(one.told()).toBe(0);
  one.answered('document.read');
  expect(one.told()).toBe(1);

  const other = view(true);
  other.answered('document.read');
  expect(other.told()).toBe(0);
  other.shown();
  expect(other.told()).toBe(1);
});

it('is complete once', () => {
  const { shown, answered, told } = view(true);
  for (let i = 0; i < 3; i++) {
    shown();
    answered('document.read');
  }
  expect(told()).toBe(1);
});

it('of an empty project needs no document', () => {
  const { shown, answered, told } = view(false);
  shown();
  answered('project.read');
  expect(told()).toBe(1);
});
