import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import type { Case } from '../../../benchmark/pack';
import { genreFriends, genresOf, realFriends } from '../../../benchmark/picks/genre-friends';
import { commonParts, fromGenres, fromRealFriends, repeatedParts } from '../../../benchmark/picks/picks-figures';
import { BLANK_FACTS } from '../../../fixtures/blank-facts';

const GENRES = ['War', 'Crime'];
const thing = (id: string, tags: readonly string[], count: number): LibraryItem => ({
  ...BLANK_FACTS,
  id: itemId(id),
  kind: 'movie',
  title: id,
  tags,
  crowd: { rating: null, count },
});
const many = (name: string, count: number, tags: readonly string[]): readonly LibraryItem[] =>
  Array.from({ length: count }, (_, index) => thing(`${name}${String(index)}`, tags, index));

/** 60 things a curator would send: ten of war, four of crime; others to love. */
const OWNED = [...many('ow', 10, ['war']), ...many('oc', 4, ['Crime']), ...many('o', 46, [])];
const ITEMS = [...OWNED, ...many('w', 45, ['War']), ...many('wc', 50, ['War', 'Crime']), ...many('c', 9, ['Crime'])];
const share = (id: string, friend: string, known: number, facts: Partial<Case> = {}): Case => ({
  id,
  variant: 'share',
  events: Array.from({ length: known }, (_, index) => ({ itemId: itemId(`w${String(index)}`), rating: 1, at: null })),
  candidates: OWNED.map((item) => item.id),
  relevant: [itemId('o0')],
  exclude: [],
  cluster: friend,
  curator: 'curator',
  ...facts,
});

describe('friends of one genre', () => {
  it('love four of the forty most popular things that carry their genre alone and that the curator lacks', () => {
    const friends = genreFriends({ name: 'p', items: ITEMS, cases: [share('a', 'f', 1)] }, GENRES);
    // Four of crime are too few to ask for five.
    expect(friends.map(({ genre }) => genre)).toEqual(['War']);
    const popular = new Set<string>(Array.from({ length: 40 }, (_, index) => `w${String(index + 5)}`));
    expect(new Set(friends[0]?.loves).size).toBe(4);
    expect(friends[0]?.loves.every((id) => popular.has(id))).toBe(true);
    expect(genreFriends({ name: 'p', items: ITEMS, cases: [share('a', 'f', 1)] }, GENRES)).toEqual(friends);
  });

  it('needs sixty candidates', () => {
    const short = share('a', 'f', 1, { candidates: OWNED.slice(1).map(({ id }) => id) });
    expect(genreFriends({ name: 'p', items: ITEMS, cases: [short] }, GENRES)).toEqual([]);
  });

  it('reads genres whatever their case', () => {
    expect(genresOf({ tags: ['WAR', 'crimes'] }, GENRES)).toEqual(['War']);
  });
});

describe('real friends', () => {
  it('have three known events or more, and one case each: the one with the most', () => {
    const cases = [share('a', 'f', 3), share('b', 'f', 5), share('c', 'g', 2), share('d', 'h', 4)];
    expect(realFriends(cases).map(({ id }) => id)).toEqual(['b', 'd']);
  });
});

describe('figures of five picks', () => {
  const ids = (...names: readonly string[]) => names.map(itemId);
  const friend = (curator: string, genre: string) => ({
    curator,
    genre,
    loves: [],
    candidates: OWNED.map((item) => item.id),
  });
  const picked = (...names: readonly string[]) => ({ handpicked: ids(...names), 'task-score': ids('o1') });

  it('says how many are on taste, what two friends of one curator share, and how famous they are', () => {
    const series = fromGenres(
      ITEMS,
      GENRES,
      [friend('x', 'War'), friend('x', 'Crime'), friend('y', 'War')],
      [picked('ow0', 'o1'), picked('oc3', 'o1'), picked('o1')],
    ).filter(({ method }) => method === 'handpicked');
    const values = (metric: string): readonly (number | undefined)[] =>
      series.find((one) => one.metric === metric)?.cases.map(({ parts }) => parts[0]?.value) ?? [];
    expect(values('on-taste')).toEqual([0.5, 0.5, 0]);
    expect(values('base')).toEqual([10 / 60, 4 / 60, 10 / 60]);
    expect(values('in-common')).toEqual([0.5]);
    // Both friends of x are sent o1; one friend alone says nothing of repeats.
    expect(values('repeats')).toEqual([1]);
    // Three things have a count of 0: ow0, oc0 and o0.
    expect(values('fame')[2]).toBe(3 / 60);
  });

  it('leaves out who got nothing', () => {
    const [liked] = fromRealFriends([share('a', 'f', 3), share('b', 'g', 3)], [picked('o0', 'o1'), picked()]);
    expect(liked?.cases.map(({ parts }) => parts)).toEqual([[{ value: 0.5, people: ['f'] }], []]);
  });

  it('says how many friends of a curator are sent the thing that goes to most of them', () => {
    const sent = (...names: readonly string[]) => ({ curator: 'x', picked: ids(...names) });
    const value = (
      ...friends: readonly { readonly curator: string; readonly picked: readonly ReturnType<typeof itemId>[] }[]
    ) => repeatedParts(friends).map(({ parts }) => parts[0]?.value);
    expect(value(sent('a', 'b'), sent('a', 'c'), sent('d', 'b'), sent('a'))).toEqual([3 / 4]);
    expect(value(sent('a'), sent('b'))).toEqual([1 / 2]);
    expect(value(sent(), sent())).toEqual([undefined]);
  });

  it('compares no friend with themselves', () => {
    const one = { curator: 'x', friend: 'f', picked: ids('a') };
    expect(commonParts([one, one])).toEqual([]);
  });
});
