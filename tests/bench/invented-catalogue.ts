import type { CatalogueEntry } from '../../renderer/src/domain/catalogue';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an el in or us'.split(' ');
const SMALL_WORDS = ['the', 'of', 'and', 'a', 'in'];
const KINDS = ['movie', 'movie', 'book', 'series', 'game', 'album'];
const TAGS = Array.from({ length: 400 }, (_unused, place) => `tag ${String(place)}`);

/**
 * `count` invented things, the same ones every time. Words are as common as Zipf's law has them, so that few are in
 * many titles and most in few; every third thing has an alias.
 */
export function inventedCatalogue(count: number): readonly CatalogueEntry[] {
  const random = seededRandom(15);
  const below = (size: number): number => Math.floor(random() * size);
  const words = Array.from({ length: Math.round(40 * Math.sqrt(count)) }, () => inventedWord(below));
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? '';
  const title = (): string => {
    const chosen = Array.from({ length: 1 + below(4) }, word);
    if (random() < 0.35) chosen.splice(below(2), 0, SMALL_WORDS[below(SMALL_WORDS.length)] ?? '');
    return chosen.map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`).join(' ');
  };
  const names = Array.from({ length: Math.ceil(count / 2) }, () => `${inventedWord(below)} ${inventedWord(below)}`);
  const some = (list: readonly string[], most: number): string[] =>
    Array.from({ length: below(most + 1) }, () => list[below(list.length)] ?? '');
  return Array.from({ length: count }, (_unused, place) => ({
    kind: KINDS[below(KINDS.length)] ?? 'movie',
    title: title(),
    aliases: place % 3 === 0 ? [title()] : [],
    creators: some(names, 2),
    cast: some(names, 3),
    year: 1920 + below(105),
    tags: some(TAGS, 5),
    length: 60 + below(400),
    identifiers: place % 2 === 0 ? { imdb: `tt${String(100_000 + place)}` } : {},
    popularity: 1 - place / count,
    crowd: { rating: random(), count: below(100_000) },
    sources: ['invented'],
  }));
}

const inventedWord = (below: (size: number) => number): string =>
  Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)] ?? '').join('');
