import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem, NextChoiceRequest } from '../../../../renderer/src/domain/recommendation-request';
import type { TasteModel } from '../../../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../../../renderer/src/recommend/recommender';
import { fakeModel } from '../../../fixtures/fake-model';
import { checkerboard, event, profile } from '../../../fixtures/recommender-data';

const famous = (items: readonly LibraryItem[]): readonly LibraryItem[] =>
  items.map((item, index) => ({ ...item, crowd: { rating: 0.8, count: 1000 - index } }));
/** Twenty famous fields, twenty that nobody knows. */
const board = [
  ...famous(checkerboard(20)),
  ...checkerboard(40)
    .slice(20)
    .map((item) => ({ ...item, crowd: { rating: 0.8, count: 1 } })),
];

const build = async (model: TasteModel | null, items: readonly LibraryItem[] = board) => {
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(items);
  const ids = items.map(({ id }) => id);
  return async (facts: Partial<NextChoiceRequest> = {}) =>
    await recommender.nextChoice({
      profile: profile(),
      things: ids,
      famous: [],
      outside: [],
      candidates: ids,
      asked: [],
      ...facts,
    });
};
const field = (id: string | undefined): number => Number(id?.replace(/\D/g, ''));

describe.each([
  ['content similarity', () => null],
  ['a model that knows the kind', () => fakeModel()],
])('the next pair, with %s', (_name, model) => {
  it('sets a black thing against a white one: nothing else tells people apart', async () => {
    const next = await build(model());
    const { pair } = await next();
    expect(pair).not.toBeNull();
    expect((field(pair?.left) + field(pair?.right)) % 2).toBe(1);
  });

  it('is of famous things, never the same twice, and runs out', async () => {
    const next = await build(model());
    const asked = [];
    for (let count = 0; count < 30; count += 1) {
      const { pair } = await next({ asked });
      if (pair === null) break;
      expect(asked).not.toContain(pair.left);
      expect(asked).not.toContain(pair.right);
      asked.push(pair.left, pair.right);
    }
    expect(asked.length).toBeGreaterThanOrEqual(12);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(asked.every((id) => field(id) < 20)).toBe(true);
  });

  it('asks of nothing whose opinion is known, nor of what was compared before', async () => {
    const next = await build(model());
    const known = [0, 2, 4].map((at) => `book${String(at)}`);
    const told = profile({
      events: known.map((id) => event(id)),
      reactions: [
        {
          itemId: itemId('book6'),
          otherItemId: itemId('book1'),
          type: 'chosen-over',
          rating: null,
          outcome: null,
          at: 1,
        },
      ],
    });
    const asked = [];
    for (;;) {
      const { pair } = await next({ profile: told, asked });
      if (pair === null) break;
      asked.push(pair.left, pair.right);
    }
    for (const id of [...known, 'book6', 'book1']) expect(asked).not.toContain(id);
  });

  it('is more certain the more is known, between 0 and 1', async () => {
    const next = await build(model());
    const certainties = [];
    for (const count of [0, 1, 3])
      certainties.push(
        (
          await next({
            profile: profile({ events: [0, 2, 4].slice(0, count).map((at) => event(`book${String(at)}`)) }),
          })
        ).certainty,
      );
    const [none = 1, one = 0, three = 0] = certainties;
    expect(none).toBe(0);
    expect(one).toBeGreaterThan(0);
    expect(three).toBeGreaterThan(one);
    expect(three).toBeLessThanOrEqual(1);
  });

  it('is none of fewer than eight famous things of a kind, and never of two kinds', async () => {
    const seven = famous(checkerboard(7));
    expect((await (await build(model(), seven))()).pair).toBeNull();
    const kinds = [...famous(checkerboard(8)), ...famous(checkerboard(8, 'movie'))];
    const { pair } = await (await build(model(), kinds))();
    expect(pair?.left.slice(0, 4)).toBe(pair?.right.slice(0, 4));
  });

  it('never sets two things of one series against each other', async () => {
    const series = famous(checkerboard(8)).map((item) => ({ ...item, series: { name: 'Squares', position: null } }));
    expect((await (await build(model(), series))()).pair).toBeNull();
  });
});

it('has no pair in an empty library', async () => {
  const { pair, certainty } = await (await build(null, []))();
  expect([pair, certainty]).toEqual([null, 0]);
});

describe.each([
  ['content similarity', () => null],
  ['a model that knows the kind', () => fakeModel()],
])('famous things that the library does not hold, with %s', (_name, model) => {
  const outside = checkerboard(20, 'movie');
  const famousIds = outside.map(({ id }) => id);

  it('are asked about where the library has too few, though nobody counted them', async () => {
    const next = await build(model(), []);
    const asked = [];
    for (let count = 0; count < 8; count += 1) {
      const { pair } = await next({ famous: famousIds, outside, asked });
      if (pair === null) break;
      asked.push(pair.left, pair.right);
    }
    expect(new Set(asked).size).toBe(16);
    expect(asked.every((id) => famousIds.includes(id))).toBe(true);
  });

  it('complete what the library has of a kind, and are told what is known', async () => {
    const own = famous(checkerboard(5, 'movie')).map((item) => ({
      ...item,
      id: itemId(`own ${item.id}`),
      title: `Own ${item.title}`,
    }));
    const next = await build(model(), own);
    const told = profile({ events: [event('movie0')] });
    const asked = [];
    for (;;) {
      const { pair } = await next({ famous: famousIds, outside, asked, profile: told });
      if (pair === null) break;
      asked.push(pair.left, pair.right);
    }
    expect(asked.some((id) => id.startsWith('own'))).toBe(true);
    expect(asked).not.toContain('movie0');
    expect(asked.length).toBeGreaterThanOrEqual(20);
  });

  it('leave the library as it was', async () => {
    const recommender = createRecommender({ model: model(), engine: () => 'wasm', clock: () => 0 });
    await recommender.setLibrary(board.slice(0, 6));
    const before = recommender.recognised();
    const ids = board.slice(0, 6).map(({ id }) => id);
    const { pair } = await recommender.nextChoice({
      profile: profile(),
      things: ids,
      famous: famousIds,
      outside,
      candidates: ids,
      asked: [],
    });
    expect(pair).not.toBeNull();
    expect(recommender.recognised()).toEqual(before);
    expect(() => recommender.rowsOf(famousIds)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
