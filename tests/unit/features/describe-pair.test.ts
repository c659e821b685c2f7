import { describe, expect, it } from 'vitest';
import type { TasteEvent } from '../../../renderer/src/domain/event';
import { eventId, itemId, OWNER_ID } from '../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../renderer/src/domain/item';
import { describePair, linesOf, ratingRemark } from '../../../renderer/src/features/twins/describe-pair';
import type { HangsOn } from '../../../renderer/src/features/twins/use-hangs-on';

const NOW = Date.UTC(2026, 0, 1);
const thing = (id: string, draft: Partial<ItemDraft>): Item =>
  completeItem({ kind: 'book', title: 'Poems', ...draft }, itemId(id), NOW);
const VOLE = thing('vole', {
  creators: ['Ann Vole'],
  year: 1961,
  ownRating: 0.8,
  note: 'Read aloud.',
  source: 'goodreads',
});
const BARE = thing('bare', { year: 1962, ownRating: 0.6, source: 'csv' });

const rated = (of: Item, at: number | null): TasteEvent => ({
  id: eventId(`rated ${of.id}`),
  personId: OWNER_ID,
  itemId: of.id,
  type: 'rated',
  rating: of.ownRating,
  at,
  recordedAt: NOW,
  source: of.source,
  otherItemId: null,
  outcome: null,
  shareId: null,
});
const hangs = (of: Item, at: number | null | undefined, counts: Partial<HangsOn> = {}): HangsOn => ({
  id: of.id,
  rated: at === undefined ? null : rated(of, at),
  statements: 0,
  shares: 0,
  lists: 0,
  ...counts,
});

it('names a pair by what is known of either', () => {
  expect(describePair({ key: '', things: [VOLE, BARE], verdict: 'doubtful', evidence: [], likeness: '' })).toBe(
    'Poems (Ann Vole, 1961) ↔ Poems (1962)',
  );
});

it('has a line for all that either knows, marks what both know otherwise, and tells no note’s words', () => {
  const lines = linesOf([VOLE, BARE], [hangs(VOLE, 5, { shares: 1, statements: 2 }), hangs(BARE, 6)], 'stars-5');
  const by = new Map(lines.map((line) => [line.label, line]));
  expect(by.get('Year')).toEqual({ label: 'Year', words: ['1961', '1962'], differs: true });
  expect(by.get('Title')).toMatchObject({ differs: false });
  expect(by.get('Creators')).toMatchObject({ words: ['Ann Vole', null], differs: false });
  expect(by.get('Note')).toMatchObject({ words: ['Yes', null] });
  expect(by.get('From')).toMatchObject({ words: ['Goodreads', 'CSV file'] });
  expect(by.get('Friends, shares, lists')).toMatchObject({ words: ['2 statements of friends, 1 share', null] });
  expect(JSON.stringify(lines)).not.toContain('aloud');
});

describe('two ratings', () => {
  const DAY = Date.UTC(2021, 4, 3);

  it('the later one counts, whichever thing stays', () => {
    const expected = /^Two ratings: 3\/5.*2021.* counts, because it is the later one\. 4\/5.* is kept with its date\.$/;
    const [vole, bare] = [hangs(VOLE, DAY - 1000), hangs(BARE, DAY)];
    expect(ratingRemark([VOLE, BARE], [vole, bare], 'stars-5')).toMatch(expected);
    expect(ratingRemark([BARE, VOLE], [bare, vole], 'stars-5')).toMatch(expected);
  });

  it('without dates, that of the thing that stays counts', () => {
    expect(ratingRemark([VOLE, BARE], [hangs(VOLE, undefined), hangs(BARE, undefined)], 'stars-5')).toMatch(
      /^Two ratings without dates: 4\/5 counts/,
    );
  });

  it('with one date or none, it says why the other one gives way', () => {
    const one = [hangs(VOLE, null), hangs(BARE, DAY)] as const;
    expect(ratingRemark([VOLE, BARE], one, 'stars-5')).toMatch(/^Two ratings: 3\/5.* counts, because it has a date\./);
    const none = [hangs(VOLE, null), hangs(BARE, null)] as const;
    expect(ratingRemark([VOLE, BARE], none, 'stars-5')).toMatch(/^Two ratings without dates: 4\/5 counts, because it/);
  });

  it('are no choice where one is missing, or both say the same', () => {
    const on = [hangs(VOLE, DAY), hangs(BARE, DAY)] as const;
    expect(ratingRemark([VOLE, { ...BARE, ownRating: null }], on, 'stars-5')).toBeNull();
    expect(ratingRemark([VOLE, { ...BARE, ownRating: 0.8 }], on, 'stars-5')).toBeNull();
  });
});
