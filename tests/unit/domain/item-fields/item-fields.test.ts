import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';
import { FIELD_NAMES, FIELDS, PORTABLE_FIELDS } from '../../../../renderer/src/domain/item-fields/field-names';
import type { FieldTable, ItemField } from '../../../../renderer/src/domain/item-fields/item-field';
import { ITEM_FIELDS, type ItemFieldValues } from '../../../../renderer/src/domain/item-fields/item-fields';
import { mergeFields, patchFields } from '../../../../renderer/src/domain/item-fields/merge-fields';
import { blankRow } from '../../../../renderer/src/importing/source';

const NO_RATING = { secondRatingWins: false };

describe('the table of fields', () => {
  it('names every property of an item but those that the library keeps itself', () => {
    const item = completeItem({ kind: 'book', title: 'Emma' }, itemId('emma'), 1);
    const names: readonly string[] = [...FIELD_NAMES, 'id', 'addedAt', 'updatedAt'];
    expect(Object.keys(item).sort()).toEqual(names.toSorted());
  });

  it('does not compile without a field, or where an entry does not fit its field', () => {
    const { year, ...withoutYear } = ITEM_FIELDS;
    // @ts-expect-error: the year has no entry.
    const missing: FieldTable<ItemFieldValues> = withoutYear;
    // @ts-expect-error: there is no such field.
    const unknown = { ...ITEM_FIELDS, colour: year } satisfies FieldTable<ItemFieldValues>;
    // @ts-expect-error: a note is the owner's, and the recommender never gets one.
    const seen: ItemField<string | null> = { ...ITEM_FIELDS.note, recommender: 'other' };
    // @ts-expect-error: a year is no list.
    const edited: ItemField<number | null> = { ...year, form: { editor: 'tags', row: 1 } };
    // @ts-expect-error: a year cannot be blank text.
    const blank: ItemField<number | null> = { ...year, blank: '' };
    const { recommender: _recommender, ...half } = year;
    // @ts-expect-error: whether the recommender has it is not said.
    const unsaid: ItemField<number | null> = half;
    expect([missing, unknown, seen, edited, blank, unsaid]).toHaveLength(6);
  });

  it.each(FIELD_NAMES)('gives %s a blank that its own parser takes', (name) => {
    const { blank, schema } = FIELDS[name];
    if (typeof blank !== 'symbol') expect(schema.safeParse(blank).success).toBe(true);
    expect(schema).toBeInstanceOf(z.ZodType);
  });

  it('keeps what version 1 of the list file required', () => {
    expect(PORTABLE_FIELDS.filter((name) => FIELDS[name].portable === 'required').join(' ')).toBe(
      'kind title originalTitle creators year tags series crowd identifiers url ownRating status finishedAt note privateNote',
    );
  });
});

describe('two records of one thing', () => {
  const full = {
    ...blankRow('x', 1, 'book', 'Emma'),
    originalTitle: 'Emma: A Novel',
    creators: ['Jane Austen'],
    year: 1815,
    length: 474,
    tags: ['classic'],
    series: { name: 'Oxford', position: 1 },
    crowd: { rating: 0.8, count: 10 },
    identifiers: { goodreads: '6969' },
    url: 'https://example.org/emma',
    ownRating: 0.8,
    status: 'finished' as const,
    finishedAt: 5,
    note: 'Again.',
    privateNote: 'Lent to Mira',
  };
  const empty = blankRow('x', 2, 'book', 'Emma');

  it('are the fuller one where the other is blank, whichever comes first', () => {
    expect(mergeFields(full, empty, NO_RATING)).toEqual(mergeFields(empty, full, { secondRatingWins: true }));
    expect(full).toMatchObject(mergeFields(full, empty, NO_RATING));
  });

  it('change nothing of an item that a blank record meets, and fill a blank item', () => {
    const context = { title: 'Emma', ratingIsNewer: true, provesFinished: false };
    expect(patchFields(full, empty, context)).toEqual({});
    expect({ ...empty, ...patchFields(empty, full, context) }).toMatchObject(mergeFields(full, empty, NO_RATING));
  });
});
