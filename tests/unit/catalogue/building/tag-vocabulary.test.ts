import { describe, expect, it } from 'vitest';
import {
  TagReader,
  controlledTags,
  TAG_NAMES,
} from '../../../../renderer/src/catalogue/building/vocabulary/tag-vocabulary';
import { FOOD_AND_WINE } from '../../../../renderer/src/catalogue/building/vocabulary/food-and-wine';
import { GAMES } from '../../../../renderer/src/catalogue/building/vocabulary/games';
import { GENRES } from '../../../../renderer/src/catalogue/building/vocabulary/genres';
import { MUSIC } from '../../../../renderer/src/catalogue/building/vocabulary/music';
import { ORIGINS } from '../../../../renderer/src/catalogue/building/vocabulary/origins';
import { SUBJECTS } from '../../../../renderer/src/catalogue/building/vocabulary/subjects';

describe('the controlled vocabulary', () => {
  it.each([
    // Languages of exports.
    ['drame', 'movie', ['drama']],
    ['Dramma', 'movie', ['drama']],
    ['Драма', 'movie', ['drama']],
    ['Per famiglie', 'movie', ['family']],
    ['Komödie', 'movie', ['comedy']],
    ['Comédie', 'movie', ['comedy']],
    ['Comedia', 'movie', ['comedy']],
    ['Fantascienza', 'movie', ['science fiction']],
    ['Ciencia ficción', 'movie', ['science fiction']],
    ['Научная фантастика', 'book', ['science fiction']],
    ['Ficção científica', 'movie', ['science fiction']],
    ['Kriminalroman', 'book', ['crime']],
    ['Policier', 'movie', ['crime']],
    ['Krig', 'movie', ['war']],
    ['Terror', 'movie', ['horror']],
    ['Épouvante', 'movie', ['horror']],
    ['Dokumentar', 'movie', ['documentary']],
    // Spellings of services.
    ['Sci-Fi', 'movie', ['science fiction']],
    ['sci fi', 'book', ['science fiction']],
    ['Film-Noir', 'movie', ['noir']],
    ["Children's", 'movie', ['children']],
    ['Dramas', 'movie', ['drama']],
    ['TV Comedies', 'series', ['comedy']],
    ['Children & Family Movies', 'movie', ['children', 'family']],
    ['Crime TV Shows', 'series', ['crime']],
    ['Action & Adventure', 'movie', ['action', 'adventure']],
    ['Stand-Up Comedy', 'movie', ['stand-up']],
    ['crime mystery thriller', 'book', ['crime', 'mystery', 'thriller']],
    ['Slice of Life', 'anime', ['slice of life']],
    ['Shounen Ai', 'anime', ['lgbtq', 'boys love']],
    ['Historical Fiction', 'book', ['historical fiction']],
    // One word, another thing.
    ['Red', 'wine', ['red wine']],
    ['Red', 'movie', []],
    ['Board', 'game', ['board game']],
    ['Board', 'book', []],
    ['Music', 'movie', ['music']],
    ['Music', 'game', ['music game']],
    ['90s', 'album', ['1990s music']],
    ['Giallo', 'wine', []],
    // Shelves, formats, and what is not understood in full.
    ['fiction', 'book', []],
    ['general fiction', 'book', []],
    ['Stephen King thriller', 'book', []],
    ['my books', 'book', []],
    ['PlayStation 2', 'game', []],
    ['', 'book', []],
  ])('takes %j of a %s for %j', (tag, kind, tags) => {
    expect(controlledTags(tag, kind)).toEqual(tags);
  });

  it('has about 450 tags, each lower-case and found by its own name', () => {
    expect(TAG_NAMES.length).toBeGreaterThan(400);
    expect(TAG_NAMES.length).toBeLessThan(500);
    for (const [kind, lines] of [
      ['movie', { ...GENRES, ...SUBJECTS, ...ORIGINS }],
      ['game', GAMES],
      ['album', MUSIC],
      ['wine', FOOD_AND_WINE],
    ] as const)
      for (const name of Object.keys(lines)) {
        expect(name).toBe(name.toLowerCase());
        expect(controlledTags(name, kind)[0]).toBe(name);
      }
  });

  it('names no second tag that it does not have', () => {
    const also = [GENRES, SUBJECTS, ORIGINS, GAMES, MUSIC, FOOD_AND_WINE].flatMap((lines) =>
      Object.values(lines).flatMap((spellings) => [...spellings.matchAll(/=([^,]+)/g)].map((match) => match[1])),
    );
    expect(also.filter((name) => name === undefined || !TAG_NAMES.includes(name))).toEqual([]);
  });

  it('counts what it drops', () => {
    const reader = new TagReader();
    for (const tag of ['Drama', 'to-read', 'to-read']) reader.read(tag, 'book');
    expect(reader.dropped).toEqual(new Map([['to-read', 2]]));
  });
});
