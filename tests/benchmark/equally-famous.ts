/**
 * `npm run benchmark:equally-famous -- --packs DIR [--only NAME,NAME] [--limit N] [--model DIR]`: among pairs of
 * equally popular items, one later liked and one not, how often each scoring puts the liked one first. The share task
 * with popularity held constant leaves taste. 0.5 is chance. ranking/assessment.ts uses the scores by this result.
 */
import { resolve } from 'node:path';
import { itemId, type ItemId } from '../../renderer/src/domain/ids';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { bootstrapMean } from '../../renderer/src/recommend/math/bootstrap';
import { openBundle } from './node-model';
import { parseOptions } from './options';
import { listPacks, readPack, type Case, type Pack } from './pack';
import { OPTIONS, USAGE } from './option-table';
import { runThisCommand } from '../../electron/cli/run-command';

/** Counts within this factor count as equal. */
const EQUAL = 1.5;
const DEFAULT_CASES = 150;
const METHODS = ['share score', 'less empty history', 'popularity'] as const;
type Method = (typeof METHODS)[number];

type Recommender = ReturnType<typeof createRecommender>;

async function scoresOf(
  one: Case,
  candidates: readonly ItemId[],
  counts: ReadonlyMap<ItemId, number>,
  recommender: Recommender,
): Promise<Readonly<Record<Method, ArrayLike<number>>>> {
  const rows = recommender.rowsOf(candidates);
  const ask = { task: 'share', mode: 'warm', crowd: false, candidates: rows } as const;
  const [mine, base] = await recommender.scoreTasks([
    { ...ask, events: one.events },
    { ...ask, events: [] },
  ]);
  if (mine === undefined || base === undefined) throw new Error(`no scores for ${one.id}`);
  return {
    'share score': mine,
    'less empty history': mine.map((score, index) => score - (base[index] ?? 0)),
    popularity: candidates.map((id) => counts.get(id) ?? 0),
  };
}

/** Share of comparable pairs in which the liked item scores higher; null without such a pair. */
function winRate(
  scores: ArrayLike<number>,
  candidates: readonly ItemId[],
  relevant: ReadonlySet<ItemId>,
  counts: ReadonlyMap<ItemId, number>,
): number | null {
  let wins = 0;
  let pairs = 0;
  candidates.forEach((liked, at) => {
    if (!relevant.has(liked)) return;
    const fame = counts.get(liked) ?? 0;
    candidates.forEach((other, index) => {
      const otherFame = counts.get(other) ?? 0;
      if (relevant.has(other) || otherFame > fame * EQUAL || otherFame < fame / EQUAL) return;
      pairs += 1;
      const difference = (scores[at] ?? 0) - (scores[index] ?? 0);
      wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    });
  });
  return pairs === 0 ? null : wins / pairs;
}

async function report({ name, items, cases }: Pack, recommender: Recommender): Promise<void> {
  const counts = new Map(items.map((item) => [item.id, item.crowd?.count ?? 0]));
  const values = new Map<Method, number[]>(METHODS.map((method) => [method, []]));
  const clusters: string[] = [];
  await recommender.setLibrary(items);
  for (const one of cases) {
    if (one.variant !== 'share' || one.candidates === 'all') continue;
    const { candidates } = one;
    const relevant = new Set(one.relevant.map((id) => itemId(id)));
    const scores = await scoresOf(one, candidates, counts, recommender);
    const rates = METHODS.map((method) => winRate(scores[method], candidates, relevant, counts));
    if (rates.includes(null)) continue;
    clusters.push(one.cluster);
    METHODS.forEach((method, index) => values.get(method)?.push(rates[index] ?? 0));
  }
  if (clusters.length === 0) return;
  const cells = METHODS.map((method) => {
    const { value, low, high } = bootstrapMean(values.get(method) ?? [], clusters, { seed: 1 });
    return `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`.padStart(22);
  });
  console.log(`${name.padEnd(20)}${String(clusters.length).padStart(6)}${cells.join('')}`);
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), resolve(import.meta.dirname, '../../models/taste'));
  const model = await openBundle(options.model, options.without);
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
  console.log(`${'pack'.padEnd(20)}${'n'.padStart(6)}${METHODS.map((method) => method.padStart(22)).join('')}`);
  for (const name of listPacks(options.packs, options.only))
    await report(await readPack(options.packs, name, options.limit ?? DEFAULT_CASES, null), recommender);
}

await runThisCommand({
  usage: USAGE.replace('benchmark', 'benchmark:equally-famous'),
  options: OPTIONS,
  takesFiles: false,
  run: main,
});
