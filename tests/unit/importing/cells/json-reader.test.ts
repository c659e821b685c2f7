import { describe, expect, it } from 'vitest';
import { JsonReader } from '../../../../renderer/src/importing/cells/json-reader';

const VALUE = {
  movie: { title: '  The\nReeds ', year: '1996', rating: '8', ids: { imdb: 'tt0999', tmdb: 5 } },
  notes: ' one\n\ntwo\0 ',
  played: 1_600_000_000,
  seen: '2020-03-04',
  yes: 'true',
  list: [{ name: 'Lamps' }, 'Reeds', '', 7],
  numbered: { '0': 'Salt', '1': 'Wind' },
};

describe('a reader of JSON', () => {
  const json = new JsonReader(VALUE);

  it('reads by keys, whatever the type', () => {
    expect(json.text('movie', 'title')).toBe('The Reeds');
    expect(json.text('movie', 'ids', 'tmdb')).toBe('5');
    expect(json.paragraphs('notes')).toBe('one\n\ntwo');
    expect(json.note('movie')).toBeNull();
    expect(json.number('movie', 'year')).toBe(1996);
    expect(json.at('movie').rating(10, 'rating')).toBe(0.8);
    expect(json.date('played')).toBe(1_600_000_000_000);
    expect(json.date('seen')).toBe(Date.UTC(2020, 2, 4));
    expect(json.flag('yes')).toBe(true);
    expect(json.items('list').map((item) => item.text('name') || item.text())).toEqual(['Lamps', 'Reeds', '', '7']);
    expect(json.items('numbered')).toEqual([]);
    expect(json.texts('numbered')).toEqual(['Salt', 'Wind']);
    expect(json.texts('list')).toEqual(['Reeds', '7']);
  });

  it('is blank where there is nothing, and where a key is one of every object', () => {
    for (const keys of [['none'], ['movie', 'none', 'deeper'], ['constructor'], ['list', 'length']]) {
      expect(json.has(...keys)).toBe(keys.includes('length'));
      expect(json.paragraphs(...keys)).toBe('');
      expect(json.date('none', ...keys)).toBeNull();
      expect(json.items(...keys)).toEqual([]);
    }
  });

  it('tells of what says something and is not understood, by the keys that lead to it', () => {
    const told: string[] = [];
    const read = new JsonReader(
      { movie: { year: 'soon', rating: 'lovely', days: ['2020-01-01', 'yesterday'] }, at: 12, blank: '', none: null },
      (column, cell) => {
        told.push(`${column}: ${cell}`);
      },
    );
    expect(read.at('movie').number('year')).toBeNull();
    expect(read.rating(5, 'movie', 'rating')).toBeNull();
    expect(read.items('movie', 'days').map((day) => day.date())).toEqual([Date.UTC(2020, 0, 1), null]);
    expect([read.date('at'), read.date('blank'), read.number('none')]).toEqual([null, null, null]);
    expect(told).toEqual(['movie.year: soon', 'movie.rating: lovely', 'movie.days: yesterday', 'at: 12']);
  });
});
