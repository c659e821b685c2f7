import { expect, it } from 'vitest';
import { pairCommand } from '../../../renderer/src/ui/side-by-side/pair-keys';

const press = (key: string, held: { readonly ctrlKey?: boolean; readonly altKey?: boolean } = {}) =>
  pairCommand({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

it.each([
  ['s', 'same'],
  ['S', 'same'],
  ['d', 'different'],
  ['l', 'later'],
  ['ArrowDown', 'later'],
  ['u', 'back'],
  ['Backspace', 'back'],
  ['x', 'swap'],
  ['a', 'all'],
  ['Escape', 'leave'],
])('%s means %s', (key, command) => {
  expect(press(key)).toBe(command);
});

it('is silent for every other key, and leaves held keys to the window but for Ctrl+Z', () => {
  for (const key of ['Enter', 'Tab', ' ', '1', 'n', 'F5']) expect(press(key)).toBeNull();
  expect(press('s', { ctrlKey: true })).toBeNull();
  expect(press('a', { ctrlKey: true })).toBeNull();
  expect(press('d', { altKey: true })).toBeNull();
  expect(press('z', { ctrlKey: true })).toBe('back');
});
