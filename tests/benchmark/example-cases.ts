/**
 * `npm run example-cases -- --packs DIR [--seed N] [--only NAME,NAME] [--model DIR]`: ten real cases on one page, to be
 * read by a person: five the recommender got right and five it got wrong, over packs and variants. The seed chooses the
 * sample; the same seed prints the same page.
 */
import { itemRows, rowAt } from '../../renderer/src/recommend/item-index';
import { resolve } from 'node:path';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { Recommender } from '../../renderer/src/recommend/recommender-api';
import { hash } from './baselines';
import { caseMetrics, METRICS } from './case-metrics';
import { exampleText } from './example-text';
import type { Example } from './example-text';
import { chooseExamples } from './example-choice';
import { openBundle } from './node-model';
import { listPacks, readPack, VARIANTS } from './pack';
import type { Case, Pack } from './pack';
import { prepare, TASKS } from './prepared-case';
import { SHOWN } from './tables';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';

const USAGE = 'Usage: npm run example-cases -- --packs DIR [--seed N] [--only NAME,NAME] [--model DIR]';

/** Cases sampled per variant and pack. */
const SAMPLE = 40;
/** Good cases, and as many bad ones. */
const SHOWN_CASES = 5;
const TOP = 5;
const HISTORY = 12;

async function examplesOf(pack: Pack, recommender: Recommender, seed: number): Promise<readonly Example[]> {
  await recommender.setLibrary(pack.items);
  const places = new Map<string, number>(pack.items.map(({ id }, index) => [id, index]));
  const rows = recommender.rowsOf(pack.items.map(({ id }) => id));
  const sample = VARIANTS.flatMap((variant) =>
    drawn(
      pack.cases.filter((one) => one.variant === variant),
      SAMPLE,
      seed,
      pack.name,
    ),
  );
  const prepared = sample.map((one) => prepare(one, pack.items.length, places));
  const scores = await recommender.scoreTasks(
    sample.map((one, index) => ({
      task: TASKS[one.variant],
      mode: 'warm',
      crowd: false,
      events: one.events,
      candidates: itemRows(Array.from(prepared[index]?.question.candidates ?? [], (place) => rowAt(rows, place))),
    })),
  );
  return sample.flatMap((one, index) => {
    const [asked, found] = [prepared[index], scores[index]];
    return asked === undefined || found === undefined
      ? []
      : [exampleOf(pack, places, one, asked.question.candidates, asked.relevant, found)];
  });
}

function exampleOf(
  { name, items }: Pack,
  places: ReadonlyMap<string, number>,
  one: Case,
  candidates: Int32Array,
  relevant: Uint8Array,
  scores: Float64Array,
): Example {
  const itemAt = (index: number): Pack['items'][number] | undefined => items[candidates[index] ?? -1];
  const order = [...scores.keys()].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
  const line = (index: number, place: number) => ({
    rank: place + 1,
    item: itemAt(index),
    score: scores[index] ?? 0,
    wanted: relevant[index] === 1,
  });
  const ranked = order.map(line);
  const metric = SHOWN[one.variant];
  return {
    pack: name,
    variant: one.variant,
    id: one.id,
    metric,
    value: caseMetrics(one.variant, scores, relevant)[METRICS[one.variant].indexOf(metric)] ?? Number.NaN,
    left: Math.max(0, one.events.length - HISTORY),
    history: one.events
      .slice(-HISTORY)
      .map(({ itemId, rating }) => ({ item: items[places.get(itemId) ?? -1], rating })),
    candidates: candidates.length,
    top: ranked.slice(0, TOP),
    truth: ranked.filter(({ wanted }) => wanted),
  };
}

/** `count` values, drawn by seed and name, in the order drawn. */
function drawn<T>(values: readonly T[], count: number, seed: number, name: string): readonly T[] {
  const random = seededRandom(hash(`${name} ${String(seed)}`));
  const waiting = [...values];
  return Array.from({ length: Math.min(count, values.length) }, () =>
    waiting.splice(Math.floor(random() * waiting.length), 1),
  ).flat();
}

const text = { type: 'string' } as const;
const OPTIONS = { packs: text, only: text, seed: text, model: text };

function optionsOf(values: Readonly<Partial<Record<keyof typeof OPTIONS, string>>>): {
  readonly packs: string;
  readonly only: readonly string[];
  readonly seed: number;
  readonly model: string;
} {
  if (values.packs === undefined) throw new WrongUsage('--packs DIR is missing.');
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(seed)) throw new WrongUsage(`--seed takes a whole number, not "${String(values.seed)}".`);
  return {
    packs: values.packs,
    seed,
    only: (values.only ?? '').split(',').filter((name) => name !== ''),
    model: values.model ?? resolve(import.meta.dirname, '../../models/taste'),
  };
}

async function show(options: ReturnType<typeof optionsOf>): Promise<void> {
  const model = await openBundle(options.model);
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
  const examples: Example[] = [];
  // By name, so that the page does not depend on file sizes.
  for (const name of listPacks(options.packs, options.only).toSorted()) {
    console.error(`reading ${name}`);
    examples.push(...(await examplesOf(await readPack(options.packs, name, null, null), recommender, options.seed)));
  }
  const { good, bad } = chooseExamples(examples, SHOWN_CASES);
  console.log(
    `${model.manifest.name} ${model.manifest.version}: cases of ${String(new Set(examples.map(({ pack }) => pack)).size)} packs, seed ${String(options.seed)}, items recognised where they are, crowd off\n\n${exampleText(good, bad)}`,
  );
}

await runThisCommand({
  usage: USAGE,
  options: OPTIONS,
  takesFiles: false,
  run: ({ values }) => show(optionsOf(values)),
});
