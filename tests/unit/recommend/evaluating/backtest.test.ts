import { describe, expect, it } from 'vitest';
import { itemId, type PersonId } from '../../../../renderer/src/domain/ids';
import { tasteHistory } from '../../../../renderer/src/domain/taste-history';
import type { TasteProfile, TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { backtest } from '../../../../renderer/src/recommend/evaluating/backtest';
import { Guides } from '../../../../renderer/src/recommend/evaluating/guides';
import { SimpleWays } from '../../../../renderer/src/recommend/evaluating/simple-ways';
import { NO_ROW } from '../../../../renderer/src/recommend/item-index';
import type { Predicted } from '../../../../renderer/src/recommend/learning/personal-learning';
import { libraryItem, profile, wordFor } from '../../../fixtures/recommender-data';

const COUNT = 100;
/** Things that have nothing in common; every second one is liked, and the crowd knows which. */
const things = Array.from({ length: COUNT }, (_, index) =>
  libraryItem(`t${String(index)}`, { title: wordFor(index), creators: [`Maker ${wordFor(index)}`] }),
);
const liked = (index: number): boolean => index % 2 === 0;
const withCrowd = (rating: (index: number) => number): readonly LibraryItem[] =>
  things.map((item, index) => ({ ...item, crowd: { rating: rating(index), count: null } }));

const reactions = Array.from({ length: COUNT }, (_, index): TasteReaction => ({
  itemId: itemId(`t${String(index)}`),
  otherItemId: null,
  type: 'rated',
  rating: liked(index) ? 1 : 0.2,
  outcome: null,
  at: index,
}));
const person = (id: string, own: readonly TasteReaction[] = reactions): TasteProfile =>
  profile({ id, reactions: own, events: tasteHistory(own) });

/** Predicts a chance for each of a person's ratings, and counts how often it was asked. */
class Predictions {
  asked = 0;

  constructor(
    private readonly library: EncodedLibrary,
    private readonly chanceOf: (index: number, person: PersonId) => number,
  ) {}

  async predicted(profiles: readonly TasteProfile[]): Promise<readonly (readonly Predicted[])[]> {
    this.asked += 1;
    return profiles.map(({ personId: id, reactions: own }) =>
      own.map((one, reaction) => ({
        chance: this.chanceOf(reaction, id),
        judgement: {
          row: this.library.rowOf(one.itemId) ?? NO_ROW,
          at: one.at,
          reaction,

          isRating: true,
          label: (one.rating ?? 0) > 0.5 ? 1 : 0,
          offset: 0,
          weight: 1,
          features: { names: [], values: new Float64Array(0) },
        },
      })),
    );
  }
}

async function setUp(
  items: readonly LibraryItem[],
  chanceOf: (index: number, person: PersonId) => number,
): Promise<{ readonly learning: Predictions; readonly ways: SimpleWays }> {
  const library = new EncodedLibrary(null);
  await library.set(items, {});
  return { learning: new Predictions(library, chanceOf), ways: new SimpleWays(library) };
}
const right = (index: number): number => (liked(index) ? 0.8 : 0.3);
const wrong = (index: number): number => 1 - right(index);
const middling = (index: number): number => ((index * 7) % 10) / 10;

describe('backtest', () => {
  it('shows no simple way the answer it is asked for', async () => {
    const { learning, ways } = await setUp(things, right);
    const { everybody } = await backtest([person('ann')], [], learning, ways, {});
    // Nobody knows anything of things that have nothing in common; who saw the answer would be right each time.
    expect(everybody.auc.creators.value).toBe(0.5);
    expect(everybody.auc['average-rating'].value).toBe(0.5);
    expect(everybody.auc.likeness.value).toBeLessThan(0.7);
    expect(everybody.auc.handpicked.value).toBe(1);
    expect(everybody).toMatchObject({ predicted: COUNT, verdict: 'better' });
  });

  it('says of each person which is better, and of everybody together', async () => {
    const { learning, ways } = await setUp(
      withCrowd((index) => (liked(index) ? 0.9 : 0.5)),
      (index, id) => (id === 'ann' ? middling(index) : right(index)),
    );
    const people = [person('ann'), person('bob', reactions.slice(0, 12)), person('silent', [])];
    const found = await backtest(people, people, learning, ways, {});
    expect(found.people.map(({ personId: id, predicted, guide, verdict }) => [id, predicted, verdict, guide])).toEqual([
      ['ann', COUNT, 'worse', 'average-rating'],
      ['bob', 12, 'too-few', 'handpicked'],
    ]);
    expect(found.everybody.predicted).toBe(COUNT + 12);
    expect(found.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(COUNT + 12);
  });

  it('compares opinions of about the same time', async () => {
    // Right within each ten, wrong between the tens.
    const { learning, ways } = await setUp(things, (index) => (right(index) + 9 - Math.floor(index / 10)) / 10);
    const turned = reactions.map((one, index) => ({ ...one, rating: liked(index) ? 1 : 0.2 }));
    const { everybody } = await backtest([person('ann', turned)], [], learning, ways, {});
    expect(everybody.auc.handpicked).toMatchObject({ value: 1, n: COUNT / 10 });
  });
});

describe('Guides', () => {
  const library = withCrowd((index) => (liked(index) ? 0.9 : 0.5));

  it('is the simple way where that is better for the person, and Handpicked elsewhere', async () => {
    for (const [chanceOf, guide] of [
      [wrong, 'average-rating'],
      [right, 'handpicked'],
    ] as const) {
      const { learning, ways } = await setUp(library, chanceOf);
      expect(await new Guides(learning, ways).of(person('ann'), [])).toBe(guide);
    }
  });

  it('asks again only where an opinion or the library has changed', async () => {
    const { learning, ways } = await setUp(library, wrong);
    const guides = new Guides(learning, ways);
    await guides.of(person('ann'), []);
    await guides.of(person('ann'), []);
    expect(learning.asked).toBe(1);
    await guides.of(person('ann', reactions.slice(1)), []);
    expect(learning.asked).toBe(2);
    await guides.of(person('ann', reactions.slice(1)), [person('bob')]);
    expect(learning.asked).toBe(3);
    guides.invalidate();
    await guides.of(person('ann', reactions.slice(1)), [person('bob')]);
    expect(learning.asked).toBe(4);
  });

  it('costs nothing for a friend of whom little is known', async () => {
    const { learning, ways } = await setUp(library, wrong);
    expect(await new Guides(learning, ways).of(person('ann', reactions.slice(0, 9)), [])).toBe('handpicked');
    expect(learning.asked).toBe(0);
  });
});
