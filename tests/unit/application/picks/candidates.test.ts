import { describe, expect, it } from 'vitest';
import {
  backlog,
  groupCandidates,
  mayBeOffered,
  pickCandidates,
} from '../../../../renderer/src/application/picks/candidates';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import type { CandidateContext } from '../../../../renderer/src/domain/recommendation-request';

const item = (id: string, more: Partial<Item> = {}): Item =>
  completeItem({ kind: 'book', title: id, ...more }, itemId(id), 0);

const ITEMS: readonly Item[] = [
  item('rated', { ownRating: 0.8, status: 'finished' }),
  item('rated low', { ownRating: 0.2, status: 'finished' }),
  item('unrated'),
  item('finished', { status: 'finished' }),
  item('begun', { status: 'in-progress' }),
  item('begun and rated', { status: 'in-progress', ownRating: 0.8 }),
  item('wanted', { status: 'wanted' }),
  item('abandoned', { status: 'abandoned' }),
  item('never a pick', { excludedFromPicks: true }),
  item('friend-only', { inLibrary: false }),
  item('wanted, never a pick', { status: 'wanted', excludedFromPicks: true }),
  item('wanted, friend-only', { status: 'wanted', inLibrary: false }),
];
const ids = (candidates: readonly CandidateContext[]): readonly string[] => candidates.map(({ itemId: id }) => id);

describe('candidates for friends', () => {
  it('leave out what the owner only wants, gave up, excluded from picks, or has not got', () => {
    expect(ids(pickCandidates(ITEMS))).toEqual([
      'rated',
      'rated low',
      'unrated',
      'finished',
      'begun',
      'begun and rated',
    ]);
  });

  it('carry the owner’s rating, whatever it is', () => {
    expect(pickCandidates(ITEMS).slice(0, 3)).toEqual([
      { itemId: 'rated', ownRating: 0.8 },
      { itemId: 'rated low', ownRating: 0.2 },
      { itemId: 'unrated', ownRating: null },
    ]);
  });
});

describe('candidates for a group', () => {
  it('are those for friends where the owner takes no part', () => {
    expect(groupCandidates(ITEMS, false)).toEqual(pickCandidates(ITEMS));
  });

  it('have what the owner only wants where they take part, but nothing abandoned or excluded', () => {
    expect(ids(groupCandidates(ITEMS, true)).filter((id) => !ids(pickCandidates(ITEMS)).includes(id))).toEqual([
      'wanted',
    ]);
  });
});

describe('the owner’s backlog', () => {
  it('is what they have or want and have not finished, given up or rated', () => {
    expect(backlog(ITEMS)).toEqual(['unrated', 'begun', 'wanted'].map((id) => ({ itemId: id, ownRating: null })));
  });
});

describe('what may be offered', () => {
  it('is in the library and not excluded from picks', () => {
    expect(ITEMS.filter((one) => !mayBeOffered(one)).map(({ id }) => id)).toEqual([
      'never a pick',
      'friend-only',
      'wanted, never a pick',
      'wanted, friend-only',
    ]);
  });
});
