import { describe, expect, it } from 'vitest';
import { buildEntries } from '../../../../renderer/src/catalogue/building/build-entries';
import { sourceRow, type SourceRow } from '../../../../renderer/src/catalogue/building/source-row';

const film = (id: string, title: string, facts: Partial<SourceRow> = {}): SourceRow =>
  sourceRow({ id, kind: 'movie', title, ...facts });

const build = (sources: Readonly<Record<string, readonly SourceRow[]>>) =>
  buildEntries(
    Object.entries(sources).map(([name, rows]) => ({ name, rows })),
    async () => {},
  );

const namesOf = async (sources: Readonly<Record<string, readonly SourceRow[]>>): Promise<readonly string[]> =>
  (await build(sources)).entries
    .map(({ title, year, sources: from }) => `${title} ${String(year)} [${from.join(' ')}]`)
    .toSorted();

describe('sources are merged', () => {
  it('by id, whatever the titles say', async () => {
    const { entries } = await build({
      movietweetings: [film('1', 'Le fabuleux destin', { year: 2001, identifiers: { imdb: 'tt0211915' } })],
      oscars: [film('tt0211915', 'The Orchard', { year: 2001, identifiers: { imdb: 'tt211915' }, cast: ['Ida Holm'] })],
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      title: 'Le fabuleux destin',
      aliases: ['The Orchard'],
      cast: ['Ida Holm'],
      identifiers: { imdb: 'tt0211915' },
      sources: ['movietweetings', 'oscars'],
    });
  });

  it('by title and a year that is off by one, and the year of the more exact source is kept', async () => {
    expect(
      await namesOf({
        oscars: [film('a', 'The Salt Road', { year: 2009 })],
        'wikipedia-films': [film('b', 'The Salt Road', { year: 2008, creators: ['Mara Quill'] })],
      }),
    ).toEqual(['The Salt Road 2008 [wikipedia-films oscars]']);
  });

  it('not where a remake has another year or another director', async () => {
    expect(
      await namesOf({
        movietweetings: [film('1', 'Carmen', { year: 1983, creators: ['Carlos Saura'] })],
        'wikipedia-films': [
          film('b', 'Carmen', { year: 1915, creators: ['Cecil B. DeMille'] }),
          film('c', 'Carmen', { year: 1983, creators: ['Peter Brook'] }),
        ],
      }),
    ).toHaveLength(3);
  });

  it('not where both have an id of the work, and these differ', async () => {
    expect(
      await namesOf({
        movietweetings: [film('1', 'Unknown', { year: 2011, identifiers: { imdb: 'tt0000011' } })],
        oscars: [film('2', 'Unknown', { year: 2011, identifiers: { imdb: 'tt0000012' } })],
      }),
    ).toHaveLength(2);
  });

  it('a film stays apart from a series of its title, and the doubt is told', async () => {
    const { entries, doubtful } = await build({
      'wikipedia-films': [film('a', 'The Quiet Harbour', { year: 2016, creators: ['Ida Holm'] })],
      'tv-shows': [sourceRow({ id: 'b', kind: 'series', title: 'The Quiet Harbour', year: 2016 })],
    });
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual(['movie', 'series']);
    expect(doubtful).toHaveLength(1);
  });

  it('of two films that fit one description, the one of the very year gets it', async () => {
    expect(
      await namesOf({
        movietweetings: [film('1', 'The Promise', { year: 2016 })],
        'wikipedia-films': [
          film('a', 'The Promise', { year: 2017, creators: ['Ann Low'] }),
          film('b', 'The Promise', { year: 2016, creators: ['Terry George'] }),
        ],
      }),
    ).toEqual(['The Promise 2016 [movietweetings wikipedia-films]', 'The Promise 2017 [wikipedia-films]']);
  });

  it('editions of a book are one entry with its aliases, and a work with another number is not', async () => {
    const book = (id: string, title: string, ids: Record<string, string>): SourceRow =>
      sourceRow({ id, kind: 'book', title, creators: ['Mara Quill'], identifiers: ids });
    expect(
      await namesOf({
        'goodbooks-10k': [
          book('1', 'The Salt Almanac', { goodreads: '11', goodreadsWork: '900' }),
          book('2', 'The Salt Almanac', { goodreads: '12', goodreadsWork: '901' }),
        ],
        'goodreads-editions-2019': [
          book('x', 'The Salt Almanac', { goodreads: '11' }),
          book('y', 'The Salt Almanac: A Novel', { goodreads: '13' }),
        ],
      }),
    ).toEqual([
      'The Salt Almanac null [goodbooks-10k goodreads-editions-2019]',
      'The Salt Almanac null [goodbooks-10k]',
    ]);
  });

  it('by the third title of a thing too', async () => {
    expect(
      await namesOf({
        anime: [sourceRow({ id: '1', kind: 'anime', title: 'Umi no Uta', aliases: ['Sea Song', 'Песнь моря'] })],
        'anilist-2024-26': [sourceRow({ id: '2', kind: 'anime', title: 'Песнь моря' })],
      }),
    ).toEqual(['Umi no Uta null [anime anilist-2024-26]']);
  });

  it('a page that two films decades apart share proves nothing', async () => {
    const page = { wikipedia: 'The_Train_Wreckers' };
    expect(
      await namesOf({
        'wikipedia-films': [
          film('a', 'The Train Wreckers', { year: 1905, creators: ['Edwin S. Porter'], identifiers: page }),
          film('b', 'The Train Wreckers', { year: 1925, identifiers: page }),
        ],
      }),
    ).toHaveLength(2);
  });

  it('into the same entries in the same order, whatever the order of the sources', async () => {
    const sources = {
      oscars: [film('tt1', 'The Salt Road', { year: 2008 }), film('tt2', 'Amber', { year: 1999 })],
      movietweetings: [film('1', 'Amber', { year: 1999, crowd: { rating: 0.7, count: 9 } })],
      timdb: [film('x', 'Amber', { year: 2000, tags: ['Drama'] })],
    };
    const turned = Object.fromEntries(Object.entries(sources).toReversed());
    expect(await build(turned)).toEqual(await build(sources));
  });
});

describe('of what sources say differently', () => {
  it('the first in the order of trust counts, and tags of all are kept', async () => {
    const { entries, droppedTags } = await build({
      oscars: [film('a', 'Amber', { year: 1999, creators: ['One'], tags: ['Oscar winner'] })],
      'wikipedia-films': [
        film('b', 'Amber', { year: 1999, creators: ['One', 'Two', 'Three'], tags: ['Comedy-drama', 'Netflix'] }),
      ],
    });
    expect(entries[0]).toMatchObject({ creators: ['One', 'Two'], tags: ['drama', 'comedy', 'oscar winner'] });
    expect(droppedTags).toEqual(new Map([['Netflix', 1]]));
  });

  it('a shelf for two genres says of a thing on the shelf of one that it is not of the other', async () => {
    const tagsOf = async (...tags: readonly string[]): Promise<readonly string[] | undefined> =>
      (await build({ goodbooks: [sourceRow({ id: 'a', kind: 'book', title: 'Amber', year: 1999, tags })] })).entries[0]
        ?.tags;
    expect(await tagsOf('fantasy', 'magic', 'sci fi fantasy')).toEqual(['fantasy', 'magic']);
    expect(await tagsOf('sci fi fantasy', 'science fiction')).toEqual(['science fiction']);
    expect(await tagsOf('sci fi fantasy', 'magic')).toEqual(['science fiction', 'fantasy', 'magic']);
    expect(await tagsOf('fantasy', 'science fiction')).toEqual(['fantasy', 'science fiction']);
  });

  it('popularity ranks what was counted above what was not, and that by prizes', async () => {
    const { entries } = await build({
      movietweetings: [
        film('1', 'Seen', { year: 2001, crowd: { rating: 0.9, count: 5 } }),
        film('2', 'Seen More', { year: 2001, crowd: { rating: 0.5, count: 50 } }),
      ],
      'wikipedia-films': [
        film('3', 'Plain', { year: 2001 }),
        film('4', 'Praised', { year: 2001, tags: ['Oscar winner'] }),
      ],
    });
    expect(entries.map(({ title }) => title)).toEqual(['Seen More', 'Seen', 'Praised', 'Plain']);
  });

  it('popularity makes nothing famous that only has much written of it, nor the best of a few', async () => {
    const game = (id: string, title: string, facts: Partial<SourceRow> = {}): SourceRow =>
      sourceRow({ id, kind: 'game', title, year: 2020, creators: [`Maker of ${title}`], ...facts });
    const described = game('1', 'Much Described', {
      tags: ['RPG', 'Action', 'Adventure', 'Strategy', 'Puzzle', 'Racing'],
    });
    const plain = Array.from({ length: 200 }, (_unused, place) => game(`p${String(place)}`, `Plain ${String(place)}`));
    const { entries } = await build({
      'steam-free-2026': [described, game('2', 'Known To Two'), ...plain],
      'anticheat-games': [game('2', 'Known To Two')],
      // An actor shares the name of a maker of games.
      movietweetings: [
        film('m', 'Seen', { year: 2001, cast: ['Maker of Plain 7'], crowd: { rating: 0.9, count: 500 } }),
      ],
      wines: [
        sourceRow({ id: 'w', kind: 'wine', title: 'Malbec', creators: ['A'], crowd: { rating: 0.9, count: 90 } }),
      ],
    });
    const fame = new Map(entries.map(({ title, popularity }) => [title, popularity ?? 0]));
    expect(entries.filter(({ kind }) => kind === 'game')[0]?.title).toBe('Known To Two');
    expect(fame.get('Known To Two')).toBeGreaterThan(0.85);
    for (const { title, popularity } of entries.filter(
      ({ kind, title: one }) => kind === 'game' && one !== 'Known To Two',
    ))
      expect(popularity, title).toBeLessThanOrEqual(0.5);
    // The only one of its kind here is as known as the best of one.
    expect(fame.get('Malbec')).toBeLessThan(0.1);
    expect(new Set(entries.map(({ popularity }) => popularity === null || popularity <= 0))).toEqual(new Set([false]));
  });
});
