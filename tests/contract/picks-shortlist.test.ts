import { beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { EncodedLibrary } from '../../renderer/src/recommend/encoded-library';
import { itemIndex } from '../../renderer/src/recommend/item-index';
import { Estimator } from '../../renderer/src/recommend/estimating/estimator';
import { PersonalLearning } from '../../renderer/src/recommend/learning/personal-learning';
import type { Assessment } from '../../renderer/src/recommend/ranking/assessment';
import { Assessor } from '../../renderer/src/recommend/ranking/assessor';
import type { AssessmentQuestion } from '../../renderer/src/recommend/ranking/assessor';
import { slateOf } from '../../renderer/src/recommend/ranking/slate';
import { SHORTLIST } from '../../renderer/src/recommend/scoring/shortlist';
import { TaskScorer } from '../../renderer/src/recommend/scoring/task-scorer';
import { inventedItems } from '../bench/kernels';
import { openBundle } from '../benchmark/node-model';
import { likeKnownItems } from '../fixtures/like-known-items';
import { NOW, profile } from '../fixtures/recommender-data';

const LIBRARY = 6_000;
const EVENTS = 20;
const DAY = 86_400_000;

// The shipped model, its known items' vectors, more things than a shortlist holds.
describe('the picks of a large library, by a shortlist', () => {
  const items = inventedItems(LIBRARY, 3).map((item, index) => ({
    ...item,
    crowd: { rating: 0.5 + (index % 50) / 120, count: (index * 7919) % 5000 },
  }));
  let library: EncodedLibrary;
  let assessor: Assessor;
  let estimator: Estimator;

  beforeAll(async () => {
    const model = likeKnownItems(await openBundle(new URL('../../models/taste', import.meta.url).pathname));
    library = new EncodedLibrary(model);
    await library.set(items, {});
    const scorer = new TaskScorer(model, library);
    estimator = new Estimator(scorer, library, model);
    assessor = new Assessor(scorer, library, new PersonalLearning(scorer, library, estimator), estimator, null);
  }, 60_000);

  const questionOf = (person: number, about: Partial<AssessmentQuestion>): AssessmentQuestion => {
    const events = items
      .filter((_, index) => index % 97 === person)
      .slice(0, EVENTS)
      .map(({ id }, index) => ({ itemId: id, rating: [1, 0.2, 0.8, 0.9][index % 4] ?? 1, at: index * DAY }));
    return {
      profile: profile({ events }),
      dials: NEUTRAL_DIALS,
      items: [...library.rows()].map((row) => ({ row, ownRating: 0.8 })),
      ...about,
    };
  };
  const assessed = async (person: number, about: Partial<AssessmentQuestion> = {}): Promise<Assessment> => {
    const [found] = await assessor.assess([questionOf(person, about)], { others: [], now: NOW, purpose: 'send' });
    if (found === undefined) throw new Error('nothing was assessed');
    return found;
  };

  it.each([1, 2, 3, 4])('are the same five as when everything is known of every thing: person %i', async (person) => {
    const [quick, exact] = [await assessed(person), await assessed(person, { about: 'all' })];
    expect(quick.complete).toHaveLength(SHORTLIST);
    expect(exact.complete).toBeNull();
    const five = slateOf(quick, 5, NOW, library);
    expect(five).toEqual(slateOf(exact, 5, NOW, library));
    for (const index of five) {
      expect(quick.chances[index]).toBeCloseTo(exact.chances[index] ?? Number.NaN, 9);
      expect(quick.pKnows[index]).toBeCloseTo(exact.pKnows[index] ?? Number.NaN, 9);
      // The means of what is expensive are those of a sample; percentiles are of all.
      expect(Math.abs((quick.interest[index] ?? 0) - (exact.interest[index] ?? 0))).toBeLessThan(0.05);
      expect(Math.abs((quick.fit[index] ?? 0) - (exact.fit[index] ?? 0))).toBeLessThan(0.02);
    }
  });

  it('know everything of the thing that was asked about, however little it fits', async () => {
    const exact = await assessed(1, { about: 'all' });
    // What stands in the history is estimated apart, and whole at once.
    const met = new Set(questionOf(1, {}).profile.events.map((event) => event.itemId));
    const unmet = exact.values.filter((_, index) => {
      const row = exact.rows[index];
      return row !== undefined && !met.has(library.item(itemIndex(row)).id);
    });
    const worst = exact.values.indexOf(Math.min(...unmet));
    const row = exact.rows[worst];
    const [plain, asked] = [await assessed(1), await assessed(1, row === undefined ? {} : { about: row })];
    expect(plain.complete?.includes(worst)).toBe(false);
    expect(asked.complete?.includes(worst)).toBe(true);
    expect(asked.chances[worst]).toBeCloseTo(exact.chances[worst] ?? Number.NaN, 9);
    expect(asked.chances[worst]).not.toBe(plain.chances[worst]);
  });

  it('follow the library as it changes', async () => {
    const before = await assessed(1);
    const [best = 0] = slateOf(before, 1, NOW, library);
    const row = before.rows[best];
    if (row === undefined) throw new Error('no pick');
    await library.update([{ ...library.item(row), crowd: { rating: 0, count: 5000 } }], [], {});
    estimator.invalidate();
    const after = await assessed(1);
    expect(after.chances[best] ?? 1).toBeLessThan(before.chances[best] ?? 0);
  });
});
