import { describe, expect, it } from 'vitest';
import { keptIdentifiers, readSourceLine } from '../../../../renderer/src/catalogue/building/source-row';

describe('a line of a source', () => {
  it('is a row, with ids under the keys of their registers', () => {
    expect(
      readSourceLine(
        JSON.stringify({
          id: '7',
          kind: 'book',
          title: ' The Salt Almanac ',
          aliases: ['', 'Salz'],
          creators: ['Mara Quill'],
          year: 1999,
          tags: ['fantasy'],
          ids: { goodreads: '11', goodreads_work: '900', isbn: ['0306406152', '9780306406157'], goodreads_best: '12' },
          crowd: { rating: 0.8, count: 40 },
          publisher: 'ignored',
        }),
      ),
    ).toEqual({
      id: '7',
      kind: 'book',
      title: 'The Salt Almanac',
      aliases: ['Salz'],
      creators: ['Mara Quill'],
      cast: [],
      year: 1999,
      tags: ['fantasy'],
      length: null,
      identifiers: {
        goodreads: '11',
        goodreadsWork: '900',
        isbn10: '0306406152',
        isbn13: '9780306406157',
        goodreads_best: '12',
      },
      crowd: { rating: 0.8, count: 40 },
      renown: null,
    });
  });

  it.each(['', 'not json', '{}', '{"id":"1","kind":"movie","title":" "}', '{"id":1,"kind":"movie","title":"A"}'])(
    'that is none is null: %s',
    (line) => {
      expect(readSourceLine(line)).toBeNull();
    },
  );

  it('loses a year and an id that cannot be', () => {
    expect(readSourceLine('{"id":"1","kind":"song","title":"A","year":0,"ids":{"imdb":"tt0000000"}}')).toMatchObject({
      kind: 'track',
      year: null,
      identifiers: {},
    });
  });

  it('keeps for its entry only ids of registers that exports name', () => {
    expect(keptIdentifiers({ wikipedia: 'A', imdb: 'tt0000001', goodbooks: '7', goodreads: '9' })).toEqual({
      goodreads: '9',
      imdb: 'tt0000001',
    });
  });
});
