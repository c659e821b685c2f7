import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { tasteEventSchema } from '../../../renderer/src/domain/event';
import { itemId, OWNER_ID } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemSchema } from '../../../renderer/src/domain/item-fields/item-schema';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import { measuredNumber, parserOf, problemOf } from '../../../renderer/src/domain/parsing';
import { personSchema } from '../../../renderer/src/domain/person';
import { RECOMMENDER_METHODS } from '../../../renderer/src/domain/ports/recommender';
import { slateSchema } from '../../../renderer/src/domain/recommendation';
import { recommendationListSchema } from '../../../renderer/src/domain/recommendation-list';
import { shareSchema } from '../../../renderer/src/domain/share';
import { comparison } from '../../fixtures/backtest';
import { ALONE, candidate, event, libraryItem, NOW, profile } from '../../fixtures/recommender-data';

const ITEM = {
  ...completeItem({ kind: 'book', title: 'Dune', creators: ['Frank Herbert'], tags: ['space'] }, itemId('a'), NOW),
  series: { name: 'Dune', position: 1 },
  crowd: { rating: 0.8, count: 12 },
  identifiers: { isbn13: '9780441013593' },
  length: 412,
};
const REACTION = { itemId: 'a', otherItemId: null, type: 'rated', rating: 0.8, outcome: null, at: NOW };
const PROFILE = { ...profile({ events: [event('a')], excluded: ['a'] }), reactions: [REACTION] };

/** A value that each schema accepts. */
const EXAMPLES: readonly (readonly [name: string, schema: z.ZodType, example: unknown])[] = [
  ['an item', itemSchema, ITEM],
  [
    'an event',
    tasteEventSchema,
    { ...REACTION, id: 'e', personId: 'p', recordedAt: NOW, source: 'manual', shareId: 's' },
  ],
  [
    'a share',
    shareSchema,
    {
      id: 's',
      itemId: 'a',
      personId: 'p',
      via: 'message',
      note: '',
      sharedAt: NOW,
      outcome: 'loved',
      outcomeAt: null,
    },
  ],
  [
    'a person',
    personSchema,
    {
      id: OWNER_ID,
      name: '',
      isOwner: true,
      likedTags: ['space'],
      avoidedTags: [],
      learning: { ...NO_LEARNING_SETTINGS, pinned: { 'tag:space': 1 } },
      dials: NEUTRAL_DIALS,
      note: null,
      email: null,
      source: 'manual',
      createdAt: NOW,
      archivedAt: null,
    },
  ],
  [
    'a list',
    recommendationListSchema,
    {
      id: 'l',
      title: 'Summer',
      description: '',
      entries: [{ id: 'e', itemId: 'a', annotation: 'the best' }],
      createdAt: NOW,
      updatedAt: NOW,
    },
  ],
  ['a library', RECOMMENDER_METHODS.setLibrary.request, { items: [libraryItem('a'), itemForWorker()] }],
  [
    'a request for picks',
    RECOMMENDER_METHODS.picks.request,
    { ...ALONE, profile: PROFILE, others: [PROFILE], candidates: [candidate('a')], count: 5, now: NOW },
  ],
  [
    'a slate',
    slateSchema,
    {
      recommendations: [
        {
          itemId: 'a',
          personId: 'p',
          score: 1,
          chance: null,
          fit: 0.5,
          pKnows: 0.5,
          confidence: 'low',
          reasons: [
            { type: 'liked-tag', tag: 'space', contribution: 1 },
            { type: 'crowd', rating: 0.5, count: null, contribution: 1 },
          ],
          wildcard: false,
        },
      ],
      eligibleCount: 1,
      engine: 'wasm',
      modelVersion: null,
      wildcard: {
        shown: 'a',
        pool: ['a'],
        propensities: [1],
        standardErrors: [0],
        floor: 0.1,
        draws: 1000,
        means: [0.5],
        deviations: [0.1],
      },
      weights: [{ name: 'tag:space', weight: 1, prior: 0, pinned: false, evidence: 1 }],
      createdAt: NOW,
      tookMilliseconds: 3,
    },
  ],
  [
    'a backtest',
    RECOMMENDER_METHODS.backtest.response,
    {
      everybody: comparison(),
      people: [{ ...comparison(), personId: 'ann', guide: 'likeness' }],
      calibration: [{ low: 0, high: 1, n: 1, meanChance: 0.5, share: 0.5 }],
      calibrationError: Number.NaN,
    },
  ],
];

function itemForWorker(): unknown {
  return { ...libraryItem('b', { series: ITEM.series, crowd: ITEM.crowd, length: 12 }), source: 'csv' };
}

/** Every place inside a value, as keys from the outside in. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** A copy with another value at the place; `undefined` takes the key away. */
function withValueAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) =>
      String(index) === key ? withValueAt(inner, rest, replacement) : inner,
    );
  const { [key]: inner, ...others } = value as Readonly<Record<string, unknown>>;
  const next = withValueAt(inner, rest, replacement);
  return next === undefined ? others : { ...others, [key]: next };
}

const ANYTHING = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'rated', 0, 1, -1, 0.5, 1e9, Number.NaN, Infinity, true, [], {}, [7]),
  fc.jsonValue(),
);

describe('parserOf', () => {
  it.each(EXAMPLES)('takes %s as it is, without a copy of what no schema changes', (name, schema, example) => {
    const parsed = parserOf(schema)(example);
    expect(parsed).toEqual(example);
    if (name !== 'a person' && name !== 'a request for picks') expect(parsed).toBe(example);
  });

  it.each(EXAMPLES)('accepts and refuses as zod does, whatever stands anywhere in %s', (_name, schema, example) => {
    const parse = parserOf(schema);
    const places = placesIn(example);
    fc.assert(
      fc.property(fc.constantFrom(...places), ANYTHING, (place, replacement) => {
        const value = withValueAt(example, place, replacement);
        const byZod = schema.safeParse(value);
        const parsed = parse(value);
        expect(parsed === undefined).toBe(!byZod.success);
        if (byZod.success) expect(parsed).toMatchObject(byZod.data as object);
      }),
      { numRuns: 500 },
    );
  });

  it('fills in defaults in a copy, and keeps keys that no schema names', () => {
    const { tags: _tags, ...old } = ITEM;
    const row = { ...old, from: 'a version to come' };
    expect(parserOf(itemSchema)(row)).toEqual({ ...ITEM, tags: [], from: 'a version to come' });
    expect(row).not.toHaveProperty('tags');
  });

  it('wants every key of a record whose keys are an enum', () => {
    const parse = parserOf(z.record(z.enum(['a', 'b']), measuredNumber));
    expect(parse({ a: 1, b: Number.NaN })).toEqual({ a: 1, b: Number.NaN });
    expect(parse({ a: 1 })).toBeUndefined();
    expect(parse({ a: 1, b: 2, c: 3 })).toBeUndefined();
  });

  it('leaves checks it does not know to zod', () => {
    const parse = parserOf(z.object({ at: z.number().multipleOf(3), name: z.string().trim(), mail: z.email() }));
    expect(parse({ at: 6, name: ' Ana ', mail: 'ana@example.org' })).toEqual({
      at: 6,
      name: 'Ana',
      mail: 'ana@example.org',
    });
    expect(parse({ at: 7, name: 'Ana', mail: 'ana@example.org' })).toBeUndefined();
    expect(parse({ at: 6, name: 'Ana', mail: 'ana' })).toBeUndefined();
  });

  it('refuses a type of schema that it does not know when it is built, not when it is used', () => {
    expect(() => parserOf(z.object({ when: z.date() }))).toThrow(TypeError);
  });
});

describe('problemOf', () => {
  it('says where and why', () => {
    expect(problemOf(itemSchema, { ...ITEM, series: { name: 7, position: null } })).toMatch(/^series\.name: .*string/);
    expect(problemOf(itemSchema, ITEM)).toBe('no problem');
  });
});
