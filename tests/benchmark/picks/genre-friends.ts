import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { hash } from '../baselines';
import { evenly } from '../pack';
import type { Case, Pack } from '../pack';
import { grouped } from '../people/grouped';

/** The genres of each pack's invented friends, as its tags call them, and how an export carries such things. */
export const PICK_PACKS: Readonly<
  Record<string, { readonly genres: readonly string[]; readonly mask: 'letterboxd' | 'goodreads' }>
> = {
  mllatest: {
    genres: ['Horror', 'Sci-Fi', 'Romance', 'Animation', 'Documentary', 'War', 'Western', 'Crime', 'Musical'],
    mask: 'letterboxd',
  },
  movietweetings: {
    genres: ['Horror', 'Sci-Fi', 'Romance', 'Animation', 'Documentary', 'War', 'Western', 'Crime'],
    mask: 'letterboxd',
  },
  ml1m: {
    genres: ['Horror', 'Sci-Fi', 'Romance', 'Animation', 'War', 'Western', 'Musical', 'Crime'],
    mask: 'letterboxd',
  },
  goodbooks: {
    genres: ['science fiction', 'romance', 'horror', 'history', 'mystery', 'fantasy', 'classics', 'memoir'],
    mask: 'goodreads',
  },
  // Without tags, as a Goodreads export carries books.
  anime: {
    genres: ['Mecha', 'Romance', 'Horror', 'Sports', 'Slice of Life', 'Sci-Fi', 'Military'],
    mask: 'goodreads',
  },
};

/** Somebody who loves four things of one genre, and the curator whose things they are to be sent. */
export interface GenreFriend {
  readonly curator: string;
  readonly genre: string;
  readonly loves: readonly ItemId[];
  readonly candidates: readonly ItemId[];
}

const MIN_CANDIDATES = 60;
const MAX_CURATORS = 40;
const MIN_OF_GENRE = 5;
const POPULAR = 40;
const LOVES = 4;

/** One invented friend for each curator and each genre of which the curator has enough. */
export function genreFriends(
  { name, items, cases }: Pick<Pack, 'name' | 'items' | 'cases'>,
  genres: readonly string[],
  maxCurators = MAX_CURATORS,
): readonly GenreFriend[] {
  const genresById = new Map(items.map((item) => [item.id, genresOf(item, genres)]));
  const byFame = items.toSorted((left, right) => fameOf(right) - fameOf(left));
  /** Things of one genre alone, the most popular first. */
  const ofGenre = grouped(
    byFame.filter(({ id }) => genresById.get(id)?.length === 1),
    ({ id }) => genresById.get(id)?.[0],
  );
  return evenly(curatorsOf(cases), maxCurators).flatMap(({ curator, candidates }) => {
    const owned = new Set(candidates);
    return genres.flatMap((genre) => {
      if (candidates.filter((id) => genresById.get(id)?.includes(genre)).length < MIN_OF_GENRE) return [];
      const popular = (ofGenre.get(genre) ?? []).filter(({ id }) => !owned.has(id));
      const loves = drawn(
        popular.slice(0, POPULAR).map(({ id }) => id),
        LOVES,
        `${name} ${curator} ${genre}`,
      );
      return loves.length < LOVES ? [] : [{ curator, genre, loves, candidates }];
    });
  });
}

/** The listed genres an item carries. */
export function genresOf({ tags }: Pick<LibraryItem, 'tags'>, genres: readonly string[]): readonly string[] {
  const own = new Set(tags.map((tag) => tag.toLowerCase()));
  return genres.filter((genre) => own.has(genre.toLowerCase()));
}

export const fameOf = ({ crowd }: Pick<LibraryItem, 'crowd'>): number => crowd?.count ?? -1;

/** Curators with the longest list of candidates of their share cases, where it is long enough. */
function curatorsOf(
  cases: readonly Case[],
): readonly { readonly curator: string; readonly candidates: readonly ItemId[] }[] {
  const found = new Map<string, readonly ItemId[]>();
  for (const { variant, curator, candidates } of cases)
    if (
      variant === 'share' &&
      curator !== undefined &&
      candidates !== 'all' &&
      candidates.length > (found.get(curator)?.length ?? 0)
    )
      found.set(curator, candidates);
  return [...found]
    .map(([curator, candidates]) => ({ curator, candidates }))
    .filter(({ candidates }) => candidates.length >= MIN_CANDIDATES)
    .toSorted((left, right) => (left.curator < right.curator ? -1 : 1));
}

function drawn(values: readonly ItemId[], count: number, seed: string): readonly ItemId[] {
  const random = seededRandom(hash(seed));
  const waiting = [...values];
  return Array.from({ length: Math.min(count, values.length) }, () =>
    waiting.splice(Math.floor(random() * waiting.length), 1),
  ).flat();
}

const MIN_KNOWN = 3;
const FRIENDS_PER_CURATOR = 4;

/** Real cases: of each curator's friends with three known events or more, the case with the most; four friends each. */
export function realFriends(cases: readonly Case[], maxCurators = MAX_CURATORS): readonly Case[] {
  const curators = new Map<string, Map<string, Case>>();
  for (const one of cases) {
    if (one.variant !== 'share' || one.curator === undefined || one.events.length < MIN_KNOWN) continue;
    const friends = curators.get(one.curator) ?? new Map<string, Case>();
    curators.set(one.curator, friends);
    if (one.events.length > (friends.get(one.cluster)?.events.length ?? 0)) friends.set(one.cluster, one);
  }
  const chosen = [...curators.values()].filter((friends) => friends.size > 1);
  return evenly(chosen.length > 0 ? chosen : [...curators.values()], maxCurators).flatMap((friends) =>
    evenly([...friends.values()], FRIENDS_PER_CURATOR),
  );
}
