import type { Recommender, TaskRequest } from '../../renderer/src/recommend/recommender-api';
import { BASELINES, baselinesOf } from './baselines';
import type { IndexedEvent, Question } from './baselines';
import { caseMetrics } from './case-metrics';
import type { Crowd, Mode } from './options';
import { VARIANTS } from './pack';
import type { Case, Pack, Variant } from './pack';

/** Every case of one variant under one method: `values[i]` are the case's metrics, in the order of METRICS. */
export interface MethodResult {
  readonly variant: Variant;
  readonly method: string;
  readonly mode: Mode;
  readonly crowd: Crowd;
  readonly values: readonly (readonly number[])[];
  /** What intervals resample, per case. */
  readonly clusters: readonly string[];
  /** Number of known events, per case. */
  readonly lengths: readonly number[];
}

export interface Settings {
  readonly modes: readonly Mode[];
  readonly crowds: readonly Crowd[];
}

/** Histories encoded and scored together; more only costs memory (36,000 candidates × 64 cases is 18 MB). */
const BATCH = 64;
const TASKS = { next: 'next', share: 'share', 'share-rated': 'shareRated' } as const;

interface Prepared {
  readonly question: Question;
  readonly relevant: Uint8Array;
}

/**
 * Ranks every case of the pack by the engine's raw task scores and by each baseline. The engine's catalogue is filled
 * with the pack's items first. @param onProgress cases done, of all.
 */
export async function evaluatePack(pack: Pack, recommender: Recommender, settings: Settings, onProgress: (done: number, total: number) => void): Promise<readonly MethodResult[]> {
  await recommender.setLibrary(pack.items);
  const rows = recommender.rowsOf(pack.items.map(({ id }) => id));
  const places = new Map<string, number>(pack.items.map(({ id }, index) => [id, index]));
  const baselines = baselinesOf(pack.items);
  const results: MethodResult[] = [];
  let done = 0;
  for (const variant of VARIANTS) {
    const cases = pack.cases.filter((one) => one.variant === variant);
    if (cases.length === 0) continue;
    const engine = new Map<string, number[][]>();
    const base = new Map<string, number[][]>(BASELINES.map((name) => [name, []]));
    for (let first = 0; first < cases.length; first += BATCH) {
      const batch = cases.slice(first, first + BATCH);
      const prepared = batch.map((one) => prepare(one, pack.items.length, places));
      for (const name of BASELINES) {
        for (const { question, relevant } of prepared) base.get(name)?.push([...caseMetrics(variant, baselines[name](question), relevant)]);
      }
      const candidates = prepared.map(({ question }) => question.candidates.map((place) => rows[place] ?? -1));
      for (const { mode, crowd } of settingsOf(settings)) {
        const requests = batch.map((one, index): TaskRequest => ({
          task: TASKS[variant], mode, crowd: crowd === 'on', events: one.events, candidates: candidates[index] ?? new Int32Array(0),
        }));
        const scores = await recommender.scoreTasks(requests);
        const key = `${mode} ${crowd}`;
        const found = engine.get(key) ?? [];
        engine.set(key, found);
        prepared.forEach(({ relevant }, index) => { found.push([...caseMetrics(variant, scores[index] ?? new Float64Array(relevant.length), relevant)]); });
      }
      done += batch.length;
      onProgress(done, pack.cases.length);
    }
    const clusters = cases.map((one) => one.cluster);
    const lengths = cases.map((one) => one.events.length);
    for (const { mode, crowd } of settingsOf(settings)) {
      results.push({ variant, method: 'handpicked', mode, crowd, clusters, lengths, values: engine.get(`${mode} ${crowd}`) ?? [] });
      // Baselines know neither mode nor switch: the same figures stand beside each.
      for (const name of BASELINES) results.push({ variant, method: name, mode, crowd, clusters, lengths, values: base.get(name) ?? [] });
    }
  }
  return results;
}

function settingsOf({ modes, crowds }: Settings): readonly { readonly mode: Mode; readonly crowd: Crowd }[] {
  return modes.flatMap((mode) => crowds.map((crowd) => ({ mode, crowd })));
}

/** The case in places of the pack; candidates "all" are every item that is neither in the history nor excluded. */
function prepare(one: Case, count: number, places: ReadonlyMap<string, number>): Prepared {
  const placeOf = (id: string): number => places.get(id) ?? -1;
  const events = one.events.map(({ itemId, rating }): IndexedEvent => ({ index: placeOf(itemId), rating })).filter(({ index }) => index >= 0);
  let candidates: Int32Array;
  if (one.candidates === 'all') {
    const met = new Uint8Array(count);
    for (const { index } of events) met[index] = 1;
    for (const id of one.exclude) met[placeOf(id)] = 1;
    candidates = unmet(met);
  } else {
    const excluded = new Set<string>(one.exclude);
    candidates = Int32Array.from(one.candidates.filter((id) => !excluded.has(id)), placeOf);
  }
  const wanted = new Set(one.relevant.map(placeOf));
  const relevant = new Uint8Array(candidates.length);
  for (let at = 0; at < candidates.length; at++) if (wanted.has(candidates[at] ?? -1)) relevant[at] = 1;
  return { question: { caseId: one.id, events, candidates }, relevant };
}

/** Places whose mark is 0, ascending. */
function unmet(met: Uint8Array): Int32Array {
  const places = new Int32Array(met.length);
  let found = 0;
  for (let place = 0; place < met.length; place++) {
    if (met[place] !== 0) continue;
    places[found] = place;
    found += 1;
  }
  return places.slice(0, found);
}
