import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import { FIELD_NAMES } from '../../../../renderer/src/domain/item-fields/field-names';
import { libraryItemOf } from '../../../../renderer/src/domain/item-fields/library-item';
import { itemSchema, libraryItemSchema } from '../../../../renderer/src/domain/item-fields/item-schema';

const item: Item = completeItem(
  {
    kind: 'book',
    title: 'Dune',
    creators: ['Frank Herbert'],
    year: 1965,
    series: { name: 'Dune', position: 1 },
    crowd: { rating: 0.85, count: null },
    identifiers: { isbn13: '9780441013593' },
    ownRating: 0.9,
    status: 'finished',
    privateNote: 'a secret',
  },
  itemId('dune'),
  5,
);
const without = (name: string): object => Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));

describe('the parser of an item', () => {
  it('takes a row as it was stored', () => {
    expect(itemSchema.parse(item)).toEqual(item);
  });

  it.each(FIELD_NAMES.filter((name) => name !== 'kind' && name !== 'title'))(
    'fills in %s where the row was stored before the field existed',
    (name) => {
      const blank = completeItem({ kind: 'book', title: 'Dune' }, item.id, 5);
      expect(itemSchema.parse(without(name))).toEqual({ ...item, [name]: blank[name] });
    },
  );

  it.each(['kind', 'title', 'id', 'addedAt', 'updatedAt'])('refuses a row without %s', (name) => {
    expect(itemSchema.safeParse(without(name)).success).toBe(false);
  });

  it.each([
    ['id', ''],
    ['title', ''],
    ['year', 1965.5],
    ['length', 0],
    ['tags', ['a', 1]],
    ['series', { name: 'Dune' }],
    ['crowd', { rating: 2, count: null }],
    ['identifiers', { isbn13: 9_780_441_013_593 }],
    ['ownRating', 1.1],
    ['status', 'read'],
    ['inLibrary', 1],
    ['addedAt', '5'],
  ])('refuses %s = %j', (name, value) => {
    expect(itemSchema.safeParse({ ...item, [name]: value }).success).toBe(false);
  });

  it('drops what it does not know', () => {
    expect(itemSchema.parse({ ...item, colour: 'blue' })).toEqual(item);
  });
});

describe('the parser of an item in the recommender’s worker', () => {
  const { source, ...facts } = libraryItemOf(item);

  it('takes facts, with or without where they came from', () => {
    expect(libraryItemSchema.parse(facts)).toEqual(facts);
    expect(libraryItemSchema.parse({ ...facts, source })).toEqual({ ...facts, source });
  });

  it.each(['note', 'privateNote', 'ownRating', 'status', 'identifiers'] as const)('refuses %s', (name) => {
    expect(libraryItemSchema.safeParse({ ...facts, [name]: item[name] }).success).toBe(false);
  });
});
