import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { Case } from '../pack';
import { grouped } from '../people/grouped';
import type { CaseValue, PersonSeries } from '../people/person-series';
import { fameOf, genresOf } from './genre-friends';
import type { GenreFriend } from './genre-friends';

export const PICK_METHODS = ['handpicked', 'task-score'] as const;

/** Five picks by each method, best first. */
export type FivePicks = Readonly<Record<(typeof PICK_METHODS)[number], readonly ItemId[]>>;

export type PicksSeries = Omit<PersonSeries, 'variant' | 'crowd'>;

/**
 * Of invented friends: the share of the five in their genre (by the things' real tags), that genre's share among the
 * candidates, what friends of different genres with one curator have in common, how many of these are sent the same
 * thing, and how famous the five are (median percentile of the crowd's count among the candidates). Curators are
 * resampled.
 */
export function fromGenres(
  items: readonly LibraryItem[],
  genres: readonly string[],
  friends: readonly GenreFriend[],
  picks: readonly FivePicks[],
): readonly PicksSeries[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const inGenre = (ids: readonly ItemId[], genre: string): number =>
    shareOf(ids, (id) => genresOf(byId.get(id) ?? { tags: [] }, genres).includes(genre));
  const fame = (id: ItemId): number => fameOf(byId.get(id) ?? { crowd: null });
  return PICK_METHODS.flatMap((method) => {
    const own = friends.map((friend, place) => ({ ...friend, picked: picks[place]?.[method] ?? [] }));
    const per = (metric: string, of: (one: (typeof own)[number]) => number): PicksSeries => ({
      method,
      metric,
      cases: own.map((one) => caseValue(of(one), one.curator)),
    });
    return [
      per('on-taste', ({ picked, genre }) => inGenre(picked, genre)),
      per('base', ({ candidates, genre }) => inGenre(candidates, genre)),
      {
        method,
        metric: 'in-common',
        cases: commonParts(own.map(({ curator, genre, picked }) => ({ curator, friend: genre, picked }))),
      },
      { method, metric: 'repeats', cases: repeatedParts(own) },
      per('fame', ({ picked, candidates }) =>
        median(picked.map((id) => shareOf(candidates, (other) => fame(other) < fame(id)))),
      ),
    ];
  });
}

/** Real friends: the share of the five that they liked later (friends are resampled), and what two have in common. */
export function fromRealFriends(cases: readonly Case[], picks: readonly FivePicks[]): readonly PicksSeries[] {
  return PICK_METHODS.flatMap((method) => {
    const own = cases.map((one, place) => ({ ...one, picked: picks[place]?.[method] ?? [] }));
    return [
      {
        method,
        metric: 'later-liked',
        cases: own.map(({ relevant, picked, cluster }) =>
          caseValue(
            shareOf(picked, (id) => relevant.includes(id)),
            cluster,
          ),
        ),
      },
      {
        method,
        metric: 'in-common-real',
        cases: commonParts(own.map(({ curator = '', cluster, picked }) => ({ curator, friend: cluster, picked }))),
      },
    ];
  });
}

/** For every two friends of one curator, the share of the five that both are sent. */
export function commonParts(
  own: readonly { readonly curator: string; readonly friend: string; readonly picked: readonly ItemId[] }[],
): readonly CaseValue[] {
  return [...grouped(own, ({ curator }) => curator)].flatMap(([curator, friends]) =>
    friends.flatMap((one, place) =>
      friends
        .slice(place + 1)
        .filter(({ friend }) => friend !== one.friend)
        .map((other) =>
          caseValue(
            shareOf(one.picked, (id) => other.picked.includes(id)),
            curator,
          ),
        ),
    ),
  );
}

/**
 * For every curator of several friends, the share of these friends who are sent the thing that most of them are sent: 1
 * where one thing goes to everybody, 1 / friends where nothing goes to two.
 */
export function repeatedParts(
  own: readonly { readonly curator: string; readonly picked: readonly ItemId[] }[],
): readonly CaseValue[] {
  return [...grouped(own, ({ curator }) => curator)].flatMap(([curator, friends]) => {
    if (friends.length < 2) return [];
    const times = grouped(
      friends.flatMap(({ picked }) => picked),
      (id) => id,
    );
    return [caseValue(Math.max(...[...times.values()].map(({ length }) => length)) / friends.length, curator)];
  });
}

const caseValue = (value: number, person: string): CaseValue => ({
  k: null,
  parts: Number.isFinite(value) ? [{ value, people: [person] }] : [],
});

/** NaN of nothing. */
function shareOf(ids: readonly ItemId[], holds: (id: ItemId) => boolean): number {
  return ids.filter(holds).length / ids.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
