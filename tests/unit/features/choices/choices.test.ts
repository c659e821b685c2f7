import { describe, expect, it } from 'vitest';
import { certaintyWords } from '../../../../renderer/src/features/choices/certainty-words';
import { choiceCommand } from '../../../../renderer/src/features/choices/choice-shortcuts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  choiceCommand({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys of a pair', () => {
  it.each([
    ['ArrowLeft', 'left'],
    ['1', 'left'],
    ['ArrowRight', 'right'],
    ['2', 'right'],
    ['ArrowDown', 'skip'],
    ['s', 'skip'],
    ['S', 'skip'],
    ['Backspace', 'back'],
    ['3', null],
    ['Enter', null],
  ] as const)('%s means %s', (key, command) => {
    expect(press(key)).toBe(command);
  });

  it('take an answer back with Ctrl or Cmd+Z, and leave other keys with Ctrl, Cmd and Alt alone', () => {
    expect([press('z', { ctrlKey: true }), press('z', { metaKey: true })]).toEqual(['back', 'back']);
    expect([press('s', { ctrlKey: true }), press('ArrowLeft', { altKey: true }), press('z')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

it('says in words how much is known, and never less for more', () => {
  const said = [0, 0.1, 0.3, 0.6].map((certainty) => certaintyWords(certainty, 'Ada'));
  expect(said).toEqual([
    'Nothing is known of Ada’s taste yet',
    'A first idea of Ada’s taste',
    'Some idea of Ada’s taste',
    'A good idea of Ada’s taste',
  ]);
});
