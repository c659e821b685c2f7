import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from '../../../renderer/src/app/shortcuts';
import { shortcutText } from '../../../renderer/src/text/help';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('shortcuts', () => {
  it.each([
    [press('z', { ctrlKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('z', { metaKey: true }), 'undo'],
    [press('y', { ctrlKey: true }), 'redo'],
    [press('k', { metaKey: true }), 'search'],
    [press('/'), 'search'],
    [press('?', { shiftKey: true }), 'help'],
    [press('n'), 'new-item'],
    [press('g'), 'prefix'],
    [press('l'), null],
    [press('z'), null],
    [press('z', { ctrlKey: true, altKey: true }), null],
  ])('%o means %s', (given, command) => {
    expect(commandOf(given, false, false)).toBe(command);
  });
  it('leaves a field its letters and its own undo', () => {
    for (const key of ['n', 'g', '/', '?']) expect(commandOf(press(key), true, false)).toBeNull();
    expect(commandOf(press('z', { ctrlKey: true }), true, false)).toBeNull();
    expect(commandOf(press('k', { ctrlKey: true }), true, false)).toBe('search');
  });
  it('goes to a page after g, and nowhere after g and an unknown letter', () => {
    expect(commandOf(press('l'), false, true)).toBe('go-library');
    expect(commandOf(press('n'), false, true)).toBeNull();
  });
  it('the sheet tells the truth about every key of the window', () => {
    const [anywhere, goTo] = shortcutText.groups;
    const told = anywhere.keys.map(([keys]) => {
      const parts = keys.split('+');
      return commandOf(
        press(parts.at(-1) ?? '', { ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift') }),
        false,
        false,
      );
    });
    expect(told).toEqual(['undo', 'redo', 'search', 'search', 'new-item', 'help']);
    expect(goTo.keys.map(([keys]) => commandOf(press(keys.replace('G ', '')), false, true))).toEqual([
      'go-home',
      'go-next',
      'go-library',
      'go-friends',
      'go-together',
      'go-shared',
      'go-lists',
      'go-import',
      'go-trust',
      'go-settings',
    ]);
  });
});
