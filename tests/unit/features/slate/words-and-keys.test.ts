import { describe, expect, it } from 'vitest';
import { movements } from '../../../../renderer/src/application/picks/movements';
import {
  cautiousPercent,
  chanceWords,
  fitWords,
  knowsItWords,
  likesWords,
  oddsWords,
} from '../../../../renderer/src/features/slate/cards/fit-words';
import { PICK_SHORTCUTS, pickCommand } from '../../../../renderer/src/features/slate/cards/pick-shortcuts';
import { movementLabel, movementSentence } from '../../../../renderer/src/features/slate/movement/movement-text';

describe('movements in words', () => {
  it('are said for the eye and for the ear', () => {
    const moved = movements(['a', 'b', 'c'], ['c', 'a', 'b', 'n']);
    expect([...moved.values()].map(movementLabel)).toEqual(['↑2', '↓1', '↓1', 'new']);
    expect(movementSentence(moved, (key) => key.toUpperCase())).toBe('C up 2, A down 1, B down 1, N new here.');
    expect(movementSentence(new Map(), String)).toBe('The order stayed the same.');
  });
});

describe('words and keys', () => {
  it('words fit and chance in few steps', () => {
    const known = { confidence: 'high', pointed: true, chance: null } as const;
    expect([0.99, 0.95, 0.85, 0.6, 0.1].map((fit) => fitWords(fit, known))).toEqual([
      'Excellent fit',
      'Very good fit',
      'Good fit',
      'Fair fit',
      'Loose fit',
    ]);
    expect(fitWords(0.99, { ...known, confidence: 'low' })).toBe('Good fit');
    expect([0.1, 0.5, 0.9].map(knowsItWords)).toEqual([
      'Probably new to them',
      'May know it already',
      'Likely knows it already',
    ]);
    expect([0.9, 0.7, 0.5, 0.3, 0.05].map(likesWords)).toEqual([
      'Very likely to like it',
      'Likely to like it',
      'As likely to like it as not',
      'Unlikely to like it',
      'Very unlikely to like it',
    ]);
    expect([0.4, 0.1, 0.04, 0.001].map(oddsWords)).toEqual([
      'a good chance',
      'a fair chance',
      'a small chance',
      'a very small chance',
    ]);
    expect([0, 0.504, 1].map(cautiousPercent)).toEqual([1, 50, 99]);
  });

  it('claims no fit where nothing known of the person points to the thing', () => {
    const unpointed = { confidence: 'high', pointed: false, chance: null } as const;
    expect([0.99, 0.85, 0.6, 0.1].map((fit) => fitWords(fit, unpointed))).toEqual([
      'Worth a try',
      'Worth a try',
      'Fair fit',
      'Loose fit',
    ]);
  });

  it('says no more of a fit than the chance beside it', () => {
    const known = { confidence: 'high', pointed: true } as const;
    expect([0.44, 0.45, 0.55, 0.65, Number.NaN].map((chance) => fitWords(0.99, { ...known, chance }))).toEqual([
      'Fair fit',
      'Good fit',
      'Very good fit',
      'Excellent fit',
      'Excellent fit',
    ]);
    expect(fitWords(0.1, { ...known, chance: 0.1 })).toBe('Loose fit');
  });

  it('says the chance in ten once, and nothing where none is known', () => {
    expect([0.82, 0.02, 0.99, null, Number.NaN].map(chanceWords)).toEqual([
      '8 in 10 to like it',
      'fewer than 1 in 20 to like it',
      'more than 19 in 20 to like it',
      null,
      null,
    ]);
  });

  it('gives every key one meaning, and none with a modifier', () => {
    const keys = PICK_SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const press = (key: string, ctrlKey = false) => pickCommand({ key, ctrlKey, metaKey: false, altKey: false });
    expect([press('J'), press('ArrowUp'), press('a'), press('W'), press('q'), press('s', true)]).toEqual([
      'next',
      'previous',
      'knowsIt',
      'why',
      null,
      null,
    ]);
  });
});
