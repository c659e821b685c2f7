import { describe, expect, it } from 'vitest';
import { bucket } from '../../../../renderer/src/recommend/encoding/hashing';
import { fieldSlots, itemTokenizer, tagsWithSeries } from '../../../../renderer/src/recommend/encoding/item-tokens';
import { textRules } from '../../../../renderer/src/recommend/encoding/text';
import { fallbackFeatureSchema } from '../../../../renderer/src/recommend/model/fallback-schema';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import {
  RECOMMENDER_FIELDS,
  VECTOR_FIELDS,
  type RecommenderField,
} from '../../../../renderer/src/domain/item-fields/field-names';
import type { ItemFieldValues } from '../../../../renderer/src/domain/item-fields/item-fields';
import { libraryItem } from '../../../fixtures/recommender-data';

const schema = fallbackFeatureSchema();
const text = textRules(schema.text);

function tokensOf(facts: Partial<Omit<LibraryItem, 'id'>>, field: string): number[] {
  const tokens = new Int32Array(schema.tokens.slotCount);
  itemTokenizer(schema, text).write(libraryItem('x', facts), tokens, 0);
  const [place] = fieldSlots(schema, { [field]: 1 });
  return [...tokens.subarray(place?.start, (place?.start ?? 0) + (place?.slots ?? 0))];
}
const padded = (tokens: readonly number[], slots: number): number[] => [
  ...tokens,
  ...Array.from({ length: slots - tokens.length }, () => 0),
];

describe('item tokens', () => {
  it('change with the fields that the table of fields says change the vector, and with no other', () => {
    const edits: { readonly [Name in RecommenderField]: ItemFieldValues[Name] } = {
      kind: 'wine',
      title: 'Other',
      creators: ['Somebody'],
      year: 1850,
      length: 90,
      tags: ['red'],
      series: { name: 'Saga', position: 2 },
      crowd: { rating: 0.5, count: 12 },
      source: 'imdb',
    };
    const tokens = (facts: object): string => {
      const into = new Int32Array(schema.tokens.slotCount);
      itemTokenizer(schema, text).write({ ...libraryItem('x'), ...facts }, into, 0);
      return into.join(' ');
    };
    const changing = RECOMMENDER_FIELDS.filter((name) => tokens({ [name]: edits[name] }) !== tokens({}));
    expect(changing).toEqual(VECTOR_FIELDS);
  });

  it('hash distinct words in order and pad after them', () => {
    const expected = ['the', 'cat', 'and', 'hat'].map((word) => bucket(schema.hash, 'w', word));
    expect(tokensOf({ title: 'The Cat and the Hat' }, 'titleWord')).toEqual(padded(expected, 12));
  });

  it('cut a field to its slots, keeping the first', () => {
    const tags = Array.from({ length: 20 }, (_, index) => `tag${String.fromCharCode(97 + index)}`);
    expect(tokensOf({ tags }, 'tag')).toEqual(tags.slice(0, 12).map((tag) => bucket(schema.hash, 't', tag)));
  });

  it('take grams by code point, whole where the phrase is shorter', () => {
    expect(tokensOf({ title: '𝒳y' }, 'titleGram').slice(0, 2)).toEqual([bucket(schema.hash, 'g', '^xy$'), 0]);
    expect(tokensOf({ title: '力' }, 'titleGram').slice(0, 2)).toEqual([bucket(schema.hash, 'g', '^力$'), 0]);
    expect(tokensOf({ title: '𠜪𠜪𠜪' }, 'titleGram').slice(0, 3)).toEqual([
      bucket(schema.hash, 'g', '^𠜪𠜪𠜪'),
      bucket(schema.hash, 'g', '𠜪𠜪𠜪$'),
      0,
    ]);
    expect(tokensOf({ title: '!!!' }, 'titleGram')[0]).toBe(0);
  });

  it('round a year down to its decade, before year one too', () => {
    expect(tokensOf({ year: 1999 }, 'decade')).toEqual([bucket(schema.hash, 'd', '1990')]);
    expect(tokensOf({ year: -429 }, 'decade')).toEqual([bucket(schema.hash, 'd', '-430')]);
    expect(tokensOf({ year: null }, 'decade')).toEqual([0]);
  });

  it('take the series as one more tag, once', () => {
    const series = { name: 'Discworld', position: 1 };
    expect(tokensOf({ tags: ['fun'], series }, 'tag').slice(0, 3)).toEqual([
      bucket(schema.hash, 't', 'fun'),
      bucket(schema.hash, 't', 'series discworld'),
      0,
    ]);
    expect(tagsWithSeries(libraryItem('x', { tags: ['Series – Discworld'], series }), text)).toEqual([
      'Series – Discworld',
    ]);
    expect(tagsWithSeries(libraryItem('x', { tags: ['a'] }), text)).toEqual(['a']);
  });
});
