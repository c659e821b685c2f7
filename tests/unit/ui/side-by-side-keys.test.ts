import { expect, it } from 'vitest';
import { sideBySideCommand } from '../../../renderer/src/ui/side-by-side/side-by-side-keys';

const press = (key: string, held: { readonly ctrlKey?: boolean; readonly altKey?: boolean } = {}, candidates = 3) =>
  sideBySideCommand({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, candidates);

it.each([
  ['1', 0],
  ['3', 2],
  ['0', 'none'],
  ['n', 'none'],
  ['N', 'none'],
  ['l', 'later'],
  ['ArrowDown', 'later'],
  ['Backspace', 'back'],
])('%s means %s', (key, command) => {
  expect(press(key)).toBe(command);
});

it('is silent for a number that no candidate has, and for every other key', () => {
  for (const key of ['4', '9', 'Enter', 'Tab', ' ', 's', 'x', 'ArrowUp', 'F5']) expect(press(key)).toBeNull();
});

it('takes the last answer back with Ctrl+Z, and leaves other held keys to the window', () => {
  expect(press('z', { ctrlKey: true })).toBe('back');
  expect(press('1', { ctrlKey: true })).toBeNull();
  expect(press('1', { altKey: true })).toBeNull();
});
