import { itemRows, rowAt } from '../../renderer/src/recommend/item-index';
import type { Recommender, TaskRequest } from '../../renderer/src/recommend/recommender-api';
import { BASELINES, baselinesOf } from './baselines';
import { caseMetrics } from './case-metrics';
import type { CaseObserver } from './case-observer';
import type { Describe } from './describing';
import type { Crowd, Mode } from './options';
import { VARIANTS } from './pack';
import type { Case, Pack, Variant } from './pack';
import { prepare, TASKS } from './prepared-case';
import type { Prepared } from './prepared-case';

/** Every case of one variant under one method: `values[i]` are the case's metrics, in the order of METRICS. */
export interface MethodResult {
  readonly variant: Variant;
  readonly method: string;
  readonly mode: Mode;
  readonly crowd: Crowd;
  readonly values: readonly (readonly number[])[];
  /** Unit of resampling, per case. */
  readonly clusters: readonly string[];
  /** Number of known events, per case. */
  readonly lengths: readonly number[];
}

export interface Setting {
  readonly mode: Mode;
  readonly crowd: Crowd;
}
export interface Settings {
  readonly modes: readonly Mode[];
  readonly crowds: readonly Crowd[];
  /** What the app is given of the pack's items; the baselines have them as they are. */
  readonly describe?: Describe;
}

/** Cases per call; more costs only memory (36,000 candidates × 64 cases is 18 MB). */
const BATCH = 64;

/**
 * Ranks every case of the pack by the engine's raw task scores and by each baseline. Fills the engine's library with
 * the pack's items first.
 * @param onProgress cases done, of all.
 * @param observers see every method's scores.
 */
export async function evaluatePack(
  pack: Pack,
  recommender: Recommender,
  settings: Settings,
  onProgress: (done: number, total: number) => void,
  observers: readonly CaseObserver[] = [],
): Promise<readonly MethodResult[]> {
  await recommender.setLibrary(settings.describe?.(pack.items) ?? pack.items);
  const rows = recommender.rowsOf(pack.items.map(({ id }) => id));
  const places = new Map<string, number>(pack.items.map(({ id }, index) => [id, index]));
  const baselines = baselinesOf(pack.items);
  const results: MethodResult[] = [];
  let done = 0;
  for (const variant of VARIANTS) {
    const cases = pack.cases.filter((one) => one.variant === variant);
    if (cases.length === 0) continue;
    const engine = new Map<string, number[][]>();
    const show = (
      method: string,
      shown: readonly Setting[],
      one: Case | undefined,
      prepared: Prepared,
      scores: Float64Array,
    ): void => {
      if (one !== undefined)
        for (const observer of observers) observer.observe(variant, method, shown, one, prepared, scores);
    };
    const base = new Map<string, number[][]>(BASELINES.map((name) => [name, []]));
    for (let first = 0; first < cases.length; first += BATCH) {
      const batch = cases.slice(first, first + BATCH);
      const prepared = batch.map((one) => prepare(one, pack.items.length, places));
      for (const name of BASELINES) {
        prepared.forEach((here, index) => {
          const scores = baselines[name](here.question);
          base.get(name)?.push([...caseMetrics(variant, scores, here.relevant)]);
          // Baselines do not depend on mode and crowd: the same figures stand beside each.
          show(name, settingsOf(settings), batch[index], here, scores);
        });
      }
      prepared.forEach((here, index) => {
        const one = batch[index];
        if (one !== undefined)
          for (const observer of observers) observer.observeCase?.(variant, settingsOf(settings), one, here);
      });
      const candidates = prepared.map(({ question }) =>
        itemRows(Array.from(question.candidates, (place) => rowAt(rows, place))),
      );
      for (const { mode, crowd } of settingsOf(settings)) {
        const requests = batch.map((one, index): TaskRequest => ({
          task: TASKS[variant],
          mode,
          crowd: crowd === 'on',
          events: one.events,
          candidates: candidates[index] ?? itemRows([]),
        }));
        const scores = await recommender.scoreTasks(requests);
        const key = `${mode} ${crowd}`;
        const found = engine.get(key) ?? [];
        engine.set(key, found);
        prepared.forEach((here, index) => {
          const own = scores[index] ?? new Float64Array(here.relevant.length);
          found.push([...caseMetrics(variant, own, here.relevant)]);
          show('handpicked', [{ mode, crowd }], batch[index], here, own);
        });
      }
      done += batch.length;
      onProgress(done, pack.cases.length);
    }
    const clusters = cases.map((one) => one.cluster);
    const lengths = cases.map((one) => one.events.length);
    for (const { mode, crowd } of settingsOf(settings)) {
      results.push({
        variant,
        method: 'handpicked',
        mode,
        crowd,
        clusters,
        lengths,
        values: engine.get(`${mode} ${crowd}`) ?? [],
      });
      for (const name of BASELINES)
        results.push({ variant, method: name, mode, crowd, clusters, lengths, values: base.get(name) ?? [] });
    }
  }
  return results;
}

export function settingsOf({ modes, crowds }: Settings): readonly Setting[] {
  return modes.flatMap((mode) => crowds.map((crowd) => ({ mode, crowd })));
}
