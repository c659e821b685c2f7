import { describe, expect, it } from 'vitest';
import type { TasteEvent } from '../../../../renderer/src/domain/event';
import { eventId, itemId, personId, shareId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';
import type { Share } from '../../../../renderer/src/domain/share';
import { candidatesFrom } from '../../../../renderer/src/application/picks/candidates';
import {
  dayState,
  HANDLED_PER_DAY,
  SENT_PER_DAY,
  sentInLastWeek,
} from '../../../../renderer/src/application/sharing/day-state';
import {
  cautiousPercent,
  fitWords,
  knowsItWords,
  likesWords,
  oddsWords,
} from '../../../../renderer/src/features/slate/cards/fit-words';
import { PICK_SHORTCUTS, pickCommand } from '../../../../renderer/src/features/slate/cards/pick-shortcuts';
import {
  learnedSentence,
  movementLabel,
  movements,
  movementSentence,
} from '../../../../renderer/src/features/slate/movement/slate-movement';

const NOON = new Date(2026, 4, 20, 12).getTime();
const DAY = 24 * 60 * 60 * 1000;
const ada = personId('ada');
const share = (sharedAt: number, person = ada): Share => ({
  id: shareId(String(sharedAt)),
  itemId: itemId('i'),
  personId: person,
  via: 'told',
  note: '',
  sharedAt,
  outcome: null,
  outcomeAt: null,
});
const answer = (type: TasteEvent['type'], recordedAt: number): TasteEvent => ({
  id: eventId('e'),
  personId: ada,
  itemId: itemId('i'),
  type,
  rating: null,
  at: null,
  recordedAt,
  source: 'manual',
  otherItemId: null,
  outcome: null,
  shareId: null,
});

describe('movements', () => {
  it('marks what is new and what overtook something, not what moved up because a place fell free', () => {
    expect([...movements(['a', 'b', 'c', 'd'], ['b', 'd', 'c', 'e'])]).toEqual([
      ['d', { type: 'up', places: 1 }],
      ['c', { type: 'down', places: 1 }],
      ['e', { type: 'new' }],
    ]);
    expect(movements(['a', 'b'], ['b']).size).toBe(0);
  });

  it('says it for the eye and for the ear', () => {
    const moved = movements(['a', 'b', 'c'], ['c', 'a', 'b', 'n']);
    expect([...moved.values()].map(movementLabel)).toEqual(['↑2', '↓1', '↓1', 'new']);
    expect(movementSentence(moved, (key) => key.toUpperCase())).toBe('C up 2, A down 1, B down 1, N new here.');
    expect(movementSentence(new Map(), String)).toBe('The order stayed the same.');
  });
});

describe('learnedSentence', () => {
  it('gives the old and the new weight, or the new one alone', () => {
    const shifts = [
      { feature: 'tag:horror', from: -0.41, to: -0.904 },
      { feature: 'era:1990s', from: null, to: 0.3 },
    ];
    expect(learnedSentence(shifts)).toBe('Learned: horror −0.41 → −0.90, things from the 1990s now +0.30.');
    expect(learnedSentence(shifts, true)).toBe('Learned: horror from −0.41 to −0.90, things from the 1990s now +0.30.');
    expect(learnedSentence([])).toBe('');
  });
});

describe('dayState', () => {
  it('is done after five sent today, not counting yesterday', () => {
    const today = Array.from({ length: SENT_PER_DAY }, (_, index) => share(NOON - index));
    expect(dayState(today, [], NOON).done).toBe('shared');
    expect(dayState([...today.slice(1), share(NOON - DAY)], [], NOON)).toEqual({
      sharedToday: 4,
      handledToday: 4,
      done: null,
    });
  });

  it('is done after ten answered in any way, and counts no other event', () => {
    const answers = Array.from({ length: HANDLED_PER_DAY - 1 }, () => answer('not-for-them', NOON));
    expect(dayState([share(NOON)], answers, NOON).done).toBe('handled');
    expect(dayState([], [...answers, answer('loved', NOON)], NOON).done).toBeNull();
  });

  it('counts the last seven days of one friend', () => {
    expect(sentInLastWeek([share(NOON - DAY), share(NOON - 8 * DAY), share(NOON, personId('ben'))], ada, NOON)).toBe(1);
  });
});

describe('what may be picked', () => {
  it('leaves out what the owner has not got, gave up or excluded', () => {
    const item = (id: string, more: object) => completeItem({ kind: 'book', title: id, ...more }, itemId(id), 0);
    const items = [
      item('rated', { ownRating: 0.8 }),
      item('unrated', {}),
      item('wanted', { status: 'wanted' }),
      item('dropped', { status: 'abandoned' }),
      item('excluded', { excludedFromPicks: true }),
      item('friend-only', { inLibrary: false }),
    ];
    expect(candidatesFrom(items)).toEqual([
      { itemId: 'rated', ownRating: 0.8 },
      { itemId: 'unrated', ownRating: null },
    ]);
  });
});

describe('words and keys', () => {
  it('words fit and chance in few steps', () => {
    expect([0.99, 0.95, 0.85, 0.6, 0.1].map((fit) => fitWords(fit, 'high'))).toEqual([
      'Excellent fit',
      'Very good fit',
      'Good fit',
      'Fair fit',
      'Long shot',
    ]);
    expect(fitWords(0.99, 'low')).toBe('Good fit');
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
