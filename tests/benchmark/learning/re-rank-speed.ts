import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { personId } from '../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import type { TasteProfile, TasteReaction } from '../../../renderer/src/domain/taste-profile';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { FtrlProximal } from '../../../renderer/src/recommend/learning/ftrl';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../../renderer/src/recommend/recommender';
import { inventedItems, inventingEncoder } from '../../bench/kernels';
import { median, timed } from '../../bench/median';
import { aligned } from '../tables';

const SIZES = [1_000, 10_000, 100_000] as const;
const RUNS = 5;
const KNOWN = 20;
const FEATURES = 20;
const UPDATES = 1_000;

export interface SpeedRow {
  readonly name: string;
  /** Median milliseconds. */
  readonly milliseconds: number;
}

/** Cost of a reaction: one update of the learner, and five new picks from libraries of several sizes. */
export async function speedRows(model: TasteModel): Promise<readonly SpeedRow[]> {
  const clock = (): number => performance.now();
  const rows: SpeedRow[] = [
    { name: `one update, ${String(FEATURES)} features`, milliseconds: await updateTime(clock) },
  ];
  for (const size of SIZES) {
    const recommender = createRecommender({
      model: { ...model, itemEncoder: inventingEncoder(model) },
      engine: () => 'wasm',
      clock,
    });
    const items = inventedItems(size, 1);
    await recommender.setLibrary(items);
    const candidates = items.map(({ id }) => ({ itemId: id, ownRating: 0.9 }));
    const reactions = items.slice(0, KNOWN + RUNS + 1).map(({ id }, index): TasteReaction => ({
      itemId: id,
      otherItemId: null,
      type: 'rated',
      rating: (index % 5) / 4,
      outcome: null,
      at: index,
    }));
    const profileAfter = (count: number): TasteProfile => ({
      personId: personId('friend'),
      events: reactions.slice(0, count),
      reactions: reactions.slice(0, count),
      excludedItemIds: [],
      likedTags: [],
      avoidedTags: [],
      learning: NO_LEARNING_SETTINGS,
    });
    // Each run follows one more reaction, as in the window.
    const times = await timed(clock, 1, RUNS, (run) =>
      recommender.picks({
        profile: profileAfter(KNOWN + run + 1),
        candidates,
        count: 5,
        now: 0,
        others: [],
        dials: NEUTRAL_DIALS,
        purpose: 'send',
        wildcardSeed: run,
      }),
    );
    rows.push({
      name: `five picks with a wildcard from ${size.toLocaleString('en')} items, after a reaction`,
      milliseconds: median(times),
    });
  }
  return rows;
}

async function updateTime(clock: () => number): Promise<number> {
  const random = seededRandom(1);
  const learner = new FtrlProximal();
  const examples = Array.from({ length: UPDATES }, () => ({
    features: {
      names: Array.from({ length: FEATURES }, () => `tag:${String(Math.floor(random() * 200))}`),
      values: Float64Array.from({ length: FEATURES }, () => random()),
    },
    offset: random(),
    label: random() < 0.5 ? (1 as const) : (0 as const),
    weight: 1,
  }));
  const times = await timed(clock, 1, RUNS, () => {
    for (const example of examples) learner.update(example);
  });
  return median(times) / UPDATES;
}

export function speedTable(rows: readonly SpeedRow[]): string {
  return `what a reaction costs, median ms\n${aligned(rows.map(({ name, milliseconds }) => [name, milliseconds < 1 ? milliseconds.toFixed(4) : milliseconds.toFixed(1)]))}`;
}
