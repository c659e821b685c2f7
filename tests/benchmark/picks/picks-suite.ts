import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { createRecommender } from '../../../renderer/src/recommend/recommender';
import type { Recommender } from '../../../renderer/src/recommend/recommender-api';
import { openDescribe } from '../describing';
import type { Describe } from '../describing';
import { openBundle } from '../node-model';
import type { BenchmarkOptions, Crowd } from '../options';
import { UsageError } from '../usage-error';
import { listPacks, masked, readPack } from '../pack';
import type { Pack } from '../pack';
import { report } from '../people/people-suite';
import { withDifferencesAndMeans } from '../people/paired-differences';
import { personRows } from '../people/person-series';
import type { ResampledRow } from '../people/person-series';
import { profileOfEvents } from '../profile-of-events';
import { rememberingModel } from '../remembering-model';
import { genreFriends, PICK_PACKS, realFriends } from './genre-friends';
import { fromGenres, fromRealFriends } from './picks-figures';
import type { FivePicks, PicksSeries } from './picks-figures';

const PICKS = 5;
const OWN_RATING = 0.9;
/** A fixed day, so that results do not change with the calendar. */
const NOW = Date.UTC(2026, 0, 1);
const PROGRESS_EVERY = 10_000;

/** `--suite picks`: the whole path to five picks, with things as they are and as exports carry them. */
export async function runPicksSuite(options: BenchmarkOptions): Promise<void> {
  const names = listPacks(options.packs, options.only).filter((name) => Object.hasOwn(PICK_PACKS, name));
  if (names.length === 0)
    throw new UsageError(`The suite picks knows the packs ${Object.keys(PICK_PACKS).join(', ')}; none is here.`);
  const model = rememberingModel(await openBundle(options.model, options.without));
  const describe = await openDescribe(options.catalogue);
  console.log(`${model.manifest.name} ${model.manifest.version}, picks, on ${String(names.length)} packs`);
  const start = performance.now();
  const rows: ResampledRow[] = [];
  for (const name of names) {
    const pack = await readPack(options.packs, name, null, null);
    for (const asImported of ['none', 'as-imported'] as const)
      for (const crowd of options.crowds) {
        // Its own library, so that no figure depends on what stood in it before.
        const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
        const found = await seriesOf(pack, asImported, crowd, recommender, describe, options.limit ?? undefined);
        rows.push(
          ...found
            .flatMap((one) => personRows('picks', name, { ...one, variant: 'picks', crowd }))
            .filter(({ bucket }) => bucket === 'all')
            .map((row) => ({ ...row, asImported })),
        );
      }
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  await report(withDifferencesAndMeans(rows), options, start);
}

async function seriesOf(
  pack: Pack,
  asImported: 'none' | 'as-imported',
  crowd: Crowd,
  recommender: Recommender,
  describe: Describe,
  maxCurators: number | undefined,
): Promise<readonly PicksSeries[]> {
  const known = PICK_PACKS[pack.name];
  if (known === undefined) return [];
  const items = pack.items.map((item) => {
    const seen = asImported === 'none' ? item : masked(item, known.mask);
    return crowd === 'on' ? seen : { ...seen, crowd: null };
  });
  await recommender.setLibrary(describe(items));
  const invented = genreFriends(pack, known.genres, maxCurators);
  const real = realFriends(pack.cases, maxCurators);
  let [done, reportedAt] = [0, performance.now()];
  const step = (): void => {
    done += 1;
    if (performance.now() - reportedAt < PROGRESS_EVERY) return;
    reportedAt = performance.now();
    console.log(
      `  ${pack.name}, items ${asImported}: ${String(done)} of ${String(invented.length + real.length)} friends`,
    );
  };
  const forGenres: FivePicks[] = [];
  for (const { loves, candidates } of invented) {
    const events = loves.map((itemId) => ({ itemId, rating: 1, at: null }));
    forGenres.push(await fivePicks(events, candidates, crowd, recommender));
    step();
  }
  const forReal: FivePicks[] = [];
  for (const { events, candidates } of real) {
    forReal.push(await fivePicks(events, candidates === 'all' ? [] : candidates, crowd, recommender));
    step();
  }
  return [...fromGenres(pack.items, known.genres, invented, forGenres), ...fromRealFriends(real, forReal)];
}

/** The window's five, and the five best by the share score alone. */
async function fivePicks(
  events: readonly TasteProfileEvent[],
  candidates: readonly ItemId[],
  crowd: Crowd,
  recommender: Recommender,
): Promise<FivePicks> {
  const slate = await recommender.picks({
    profile: profileOfEvents('friend', events, { excludedItemIds: events.map(({ itemId }) => itemId) }),
    candidates: candidates.map((itemId) => ({ itemId, ownRating: OWN_RATING })),
    count: PICKS,
    now: NOW,
    others: [],
    dials: NEUTRAL_DIALS,
    purpose: 'send',
    wildcardSeed: null,
  });
  const rows = recommender.rowsOf(candidates);
  const [scores = new Float64Array(0)] = await recommender.scoreTasks([
    { task: 'share', mode: 'warm', crowd: crowd === 'on', events, candidates: rows },
  ]);
  const best = [...scores.keys()].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
  return {
    handpicked: slate.recommendations.map(({ itemId }) => itemId),
    'task-score': best.slice(0, PICKS).flatMap((place) => candidates[place] ?? []),
  };
}
