import { describe, expect, it } from 'vitest';
import { kindGroup, lookupKeys } from '../../../../renderer/src/recommend/encoding/fingerprint';
import { textRules } from '../../../../renderer/src/recommend/encoding/text';
import { fallbackFeatureSchema } from '../../../../renderer/src/recommend/model/fallback-schema';

const { fingerprint: schema, text: rules } = fallbackFeatureSchema();
const text = textRules(rules);
const names = (item: Parameters<typeof lookupKeys>[1]): string[] =>
  lookupKeys(schema, item, text).map(({ name }) => name);

describe('fingerprint', () => {
  it('tries year, creator, the years beside it for the screen only, then the title', () => {
    expect(names({ kind: 'movie', title: 'Alien', creators: ['Ridley Scott'], year: 1979 })).toEqual([
      'year',
      'creator',
      'year-1',
      'year+1',
      'title',
    ]);
    expect(names({ kind: 'book', title: 'Alien', creators: ['A. Foster'], year: 1979 })).toEqual([
      'year',
      'creator',
      'title',
    ]);
    expect(names({ kind: 'wine', title: 'Alien', creators: ['…'], year: null })).toEqual(['title']);
    expect(names({ kind: 'movie', title: '!!!', creators: ['X'], year: 2000 })).toEqual([]);
  });

  it('is the same for spellings of one thing, and for kinds of one group', () => {
    const key = (kind: string, title: string) => lookupKeys(schema, { kind, title, creators: [], year: 2001 }, text)[0];
    expect(key('movie', 'AMÉLIE!')).toEqual(key('series', 'Amelie'));
    expect(key('movie', 'Amélie')).not.toEqual(key('book', 'Amélie'));
  });

  it('finds a film one year off by the key of that year', () => {
    const keys = (year: number) => lookupKeys(schema, { kind: 'movie', title: 'Alien', creators: [], year }, text);
    const stored = keys(1979)[0];
    expect(keys(1980).find(({ name }) => name === 'year-1')).toMatchObject({ hi: stored?.hi, lo: stored?.lo });
    expect(keys(1978).find(({ name }) => name === 'year+1')).toMatchObject({ hi: stored?.hi, lo: stored?.lo });
  });

  it('groups a kind it has no group for under its own phrase, whatever that is', () => {
    expect(kindGroup(schema, ' Board  Game', text)).toBe('board game');
    expect(kindGroup(schema, 'constructor', text)).toBe('constructor');
  });
});
