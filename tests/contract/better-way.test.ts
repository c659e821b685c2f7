import { beforeAll, describe, expect, it } from 'vitest';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { tasteHistory } from '../../renderer/src/domain/taste-history';
import type { TasteProfile, TasteReaction } from '../../renderer/src/domain/taste-profile';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { fakeModel } from '../fixtures/fake-model';
import { ALONE, candidate, libraryItem, NOW, profile, wordFor } from '../fixtures/recommender-data';

const BOOKS = 120;
const RATED = 100;
const DAY = 86_400_000;

/** A permutation of 1..BOOKS: how many people know each book. */
const countOf = (index: number): number => 1 + ((index * 67) % BOOKS);

/** Books that say nothing of a taste but how many people know them. */
const books: readonly LibraryItem[] = Array.from({ length: BOOKS }, (_, index) =>
  libraryItem(`book${String(index)}`, {
    title: `${wordFor(index)} ${wordFor(index + 300)}`,
    // Opinions of makers are luck, and move the chances apart.
    creators: [`Maker ${wordFor(index % 7)}`],
    crowd: { rating: null, count: countOf(index) },
  }),
);

/** Likes what many know and nothing else: popularity foretells it, taste does not. */
const lovesTheFamous: readonly TasteReaction[] = books.slice(0, RATED).map(({ id }, index) => ({
  itemId: id,
  otherItemId: null,
  type: 'rated',
  rating: countOf(index) > BOOKS / 2 ? 1 : 0.2,
  outcome: null,
  at: NOW - (BOOKS - index) * DAY,
}));

const person = (reactions: readonly TasteReaction[]): TasteProfile => ({
  ...profile({ excluded: lovesTheFamous.map(({ itemId: id }) => id) }),
  events: tasteHistory(lovesTheFamous),
  reactions,
});

/** What is asked about: things the person has not rated. */
const unseen = books.slice(RATED).map(({ id }) => id);

async function askAbout(asked: TasteProfile) {
  const recommender = createRecommender({ model: fakeModel(), engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(books);
  const request = {
    ...ALONE,
    profile: asked,
    candidates: books.map(({ id }) => candidate(id)),
    count: unseen.length,
    now: NOW,
  };
  const { recommendations } = await recommender.picks(request);
  const chances = new Map(recommendations.map(({ itemId: id, chance }) => [id, chance ?? Number.NaN]));
  const breakdowns = await Promise.all(
    unseen.slice(0, 4).map(async (id) => await recommender.breakdown({ ...request, itemId: id })),
  );
  return { chances, breakdowns };
}

const falling = (values: readonly number[]): readonly number[] => values.toSorted((left, right) => right - left);

/** The same person, of whom no opinion can be foretold: Handpicked itself. */
let before: Awaited<ReturnType<typeof askAbout>>;
beforeAll(async () => {
  before = await askAbout(person([]));
});

describe('where a simple way is the better guide for a person', () => {
  it('the chances are dealt out in its order, the same ones as without it', async () => {
    const { chances } = await askAbout(person(lovesTheFamous));
    const count = new Map(books.map(({ id }, index) => [id, countOf(index)]));
    const byCount = unseen
      .toSorted((left, right) => (count.get(right) ?? 0) - (count.get(left) ?? 0))
      .map((id) => chances.get(id) ?? Number.NaN);
    expect(byCount).toEqual(falling(byCount));
    expect(new Set(byCount).size).toBeGreaterThan(3);
    const plain = unseen.map((id) => before.chances.get(id) ?? Number.NaN);
    expect(plain).not.toEqual(unseen.map((id) => chances.get(id)));
    falling(plain).forEach((chance, place) => {
      expect(byCount[place]).toBeCloseTo(chance, 9);
    });
  });

  it('a line of the breakdown says so, and the lines still add up to the chance shown', async () => {
    const { chances, breakdowns } = await askAbout(person(lovesTheFamous));
    const lines = breakdowns.flatMap(({ liking }) => liking.lines.filter((line) => line.type === 'guide'));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(({ way }) => way === 'popularity')).toBe(true);
    for (const { itemId: id, liking, chance } of breakdowns) {
      expect(1 / (1 + Math.exp(-liking.lines.reduce((sum, { logOdds }) => sum + logOdds, 0)))).toBeCloseTo(chance, 9);
      expect(chance).toBe(chances.get(id));
    }
    expect(before.breakdowns.flatMap(({ liking }) => liking.lines.filter(({ type }) => type === 'guide'))).toEqual([]);
  });
});
