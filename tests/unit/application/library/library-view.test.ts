import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import {
  countWords,
  isFiltered,
  itemsInView,
  sortItems,
  WHOLE_LIBRARY,
  wordsInUse,
} from '../../../../renderer/src/application/library/library-view';

const make = (id: string, draft: Partial<ItemDraft>): Item =>
  completeItem({ kind: 'book', title: id, ...draft }, itemId(id), 0);
const titles = (items: readonly Item[]): string[] => items.map((item) => item.title);

describe('order', () => {
  it('sorts titles without their article, numbers as numbers', () => {
    const items = ['The Zoo', 'A Garden', 'Part 10', 'Part 9', 'The', 'Élan'].map((title) => make(title, { title }));
    expect(titles(sortItems(items, 'title'))).toEqual(['Élan', 'A Garden', 'Part 9', 'Part 10', 'The', 'The Zoo']);
  });
  it('sorts creators by their last name, things without one at the end', () => {
    const items = [
      make('none', {}),
      make('zadie', { creators: ['Zadie Smith'] }),
      make('ann', { creators: ['Ann Zorn'] }),
      make('ursula', { creators: ['Ursula K. Le Guin'] }),
    ];
    expect(titles(sortItems(items, 'creator'))).toEqual(['ursula', 'zadie', 'ann', 'none']);
  });
  it('puts the unrated last and keeps the order of equals', () => {
    const items = [
      make('a', {}),
      make('b', { ownRating: 0.5 }),
      make('c', { ownRating: 1 }),
      make('d', {}),
      make('e', { ownRating: 0.5 }),
    ];
    expect(titles(sortItems(items, 'rating'))).toEqual(['c', 'b', 'e', 'a', 'd']);
  });
});

describe('filters', () => {
  const items = [
    make('a', { kind: 'movie', tags: ['Noir'], ownRating: 0.9, status: 'finished' }),
    make('b', { kind: 'movie', tags: ['noir', 'heist'], ownRating: null, status: 'wanted' }),
    make('c', { kind: 'book', tags: ['heist'], ownRating: 0.3, status: 'finished' }),
  ];
  it.each([
    [{ kind: 'movie' }, ['a', 'b']],
    [{ tag: 'NOIR' }, ['a', 'b']],
    [{ status: 'finished' as const }, ['a', 'c']],
    [{ rating: 'unrated' as const }, ['b']],
    [{ rating: 'loved' as const }, ['a']],
    [{ rating: 'disliked' as const }, ['c']],
    [{ rating: 'rated' as const }, ['a', 'c']],
    [{ kind: 'movie', tag: 'heist' }, ['b']],
  ])('%o', (patch, expected) => {
    expect(titles(itemsInView(items, { ...WHOLE_LIBRARY, ...patch }, null))).toEqual(expected);
  });
  it('shows search hits best first, unless another order was chosen', () => {
    const found = [itemId('c'), itemId('a'), itemId('gone')];
    expect(titles(itemsInView(items, { ...WHOLE_LIBRARY, query: 'x' }, found))).toEqual(['c', 'a']);
    expect(titles(itemsInView(items, { ...WHOLE_LIBRARY, query: 'x', sort: 'title' }, found))).toEqual(['a', 'c']);
  });
  it('keeps shelves apart from tags of the same name', () => {
    const kept = [make('tagged', { tags: ['Café'] }), make('shelved', { shelves: ['cafe', 'to-buy'] })];
    expect(titles(itemsInView(kept, { ...WHOLE_LIBRARY, tag: 'cafe' }, null))).toEqual(['tagged']);
    expect(titles(itemsInView(kept, { ...WHOLE_LIBRARY, shelf: 'Café' }, null))).toEqual(['shelved']);
    expect(isFiltered({ ...WHOLE_LIBRARY, shelf: 'to-buy' })).toBe(true);
  });
  it('knows when something is filtered', () => {
    expect(isFiltered(WHOLE_LIBRARY)).toBe(false);
    expect(isFiltered({ ...WHOLE_LIBRARY, sort: 'title' })).toBe(false);
    expect(isFiltered({ ...WHOLE_LIBRARY, query: ' x ' })).toBe(true);
  });
  it('counts words, most frequent first', () => {
    expect(countWords(['b', 'a', 'c', 'c'])).toEqual([
      { word: 'c', count: 2 },
      { word: 'a', count: 1 },
      { word: 'b', count: 1 },
    ]);
  });
});

describe('tags in use', () => {
  it('are suggested by how often they are used, at most two hundred', () => {
    const items = [
      make('a', { tags: ['cosy', 'sea'] }),
      make('b', { tags: ['sea'] }),
      make('c', { tags: Array.from({ length: 300 }, (_, index) => `tag ${String(index)}`) }),
    ];
    expect(wordsInUse(items, 'tags').slice(0, 2)).toEqual(['sea', 'cosy']);
    expect(wordsInUse(items, 'tags')).toHaveLength(200);
    expect(wordsInUse([...items, make('d', { shelves: ['to-buy'] })], 'shelves')).toEqual(['to-buy']);
  });
});
