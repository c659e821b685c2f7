import { NO_ROW } from '../../../renderer/src/recommend/item-index';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import type { Crowd } from '../options';
import type { Pack } from '../pack';
import { oracleMethod } from './baseline-methods';
import type { ModelContext } from './method-context';
import { METHODS, ORACLE, played } from './method-registry';
import { offPolicyRows } from './off-policy-check';
import type { OffPolicyRow } from './off-policy-check';
import { questionOf, replay } from './replay';
import type { ReplayRecord } from './replay';
import { POOL_SORTS, replayCases } from './replay-cases';
import type { PoolSort, ReplayCase } from './replay-cases';
import type { ReplayMethod } from './replay-method';
import { coverageOf, intraListSimilarity } from './replay-metrics';
import type { Coverage } from './replay-metrics';

/** All cases of one sort in a pack under one method. */
export interface MethodReplay {
  readonly method: string;
  /** Whether the model used the crowd columns; null where the method does not depend on it. */
  readonly crowd: Crowd | null;
  readonly records: readonly ReplayRecord[];
  /** Per record. */
  readonly similarities: readonly number[];
  readonly coverage: Coverage;
}

export interface PackReplay {
  readonly pack: string;
  readonly sort: PoolSort;
  readonly cases: number;
  readonly methods: readonly MethodReplay[];
}

export interface ReplaySettings {
  readonly crowds: readonly Crowd[];
  readonly limit: number | null;
  /** Names; empty = all. */
  readonly methods: readonly string[];
}

/** Replays both sorts of cases of a pack under every method asked for; a sort without cases has no methods. */
export async function replayPack(
  pack: Pack,
  model: TasteModel,
  settings: ReplaySettings,
  onProgress: (text: string) => void,
): Promise<readonly PackReplay[]> {
  const cases = POOL_SORTS.map((sort) => ({ sort, cases: replayCases(pack, sort, settings.limit) }));
  if (cases.every((sorted) => sorted.cases.length === 0))
    return cases.map(({ sort }) => ({ pack: pack.name, sort, cases: 0, methods: [] }));
  const libraries = await Promise.all(
    settings.crowds.map(async (crowd) => ({ crowd, library: await libraryOf(pack, model, crowd) })),
  );
  const places = new Map(pack.items.map(({ id }, place) => [id, place]));
  const found: PackReplay[] = [];
  for (const sorted of cases) {
    const contexts = libraries.map(({ crowd, library }) => ({
      crowd,
      context: { items: pack.items, places, questions: sorted.cases.map(questionOf), model, library },
    }));
    found.push(await replaySort(pack.name, sorted.sort, sorted.cases, contexts, settings.methods, onProgress));
  }
  return found;
}

/** Off-policy estimates from wildcards of a pack's pairs; none for a pack with few friends. */
export async function offPolicyOf(
  pack: Pack,
  model: TasteModel,
  limit: number | null,
  crowd: Crowd,
): Promise<readonly OffPolicyRow[]> {
  const cases = replayCases(pack, 'pair', limit);
  if (cases.length < MIN_FRIENDS) return [];
  return await offPolicyRows(pack.name, cases, { model, library: await libraryOf(pack, model, crowd) });
}

/** The pack's items, without crowd columns where these may not be used. */
async function libraryOf({ items }: Pack, model: TasteModel, crowd: Crowd): Promise<EncodedLibrary> {
  const library = new EncodedLibrary(model);
  await library.set(crowd === 'on' ? items : items.map((item) => ({ ...item, crowd: null })), {});
  return library;
}

/** With fewer wildcards the estimators refuse anyway. */
const MIN_FRIENDS = 100;

async function replaySort(
  pack: string,
  sort: PoolSort,
  cases: readonly ReplayCase[],
  contexts: readonly { readonly crowd: Crowd; readonly context: ModelContext }[],
  asked: readonly string[],
  onProgress: (text: string) => void,
): Promise<PackReplay> {
  const pools = cases.map(({ pool }) => pool);
  const methods: MethodReplay[] = [];
  const [first] = contexts;
  if (cases.length === 0 || first === undefined) return { pack, sort, cases: 0, methods };
  // Vectors do not depend on the crowd.
  const { library } = first.context;
  const rows = pools.map((pool) => pool.map((id) => library.rowOf(id) ?? NO_ROW));
  const play = async (method: ReplayMethod, crowd: Crowd | null): Promise<void> => {
    const start = performance.now();
    const records = await replay(cases, method);
    const similarities = records.map((record, place) =>
      intraListSimilarity(record, (left, right) =>
        library.cosine(rows[place]?.[left] ?? NO_ROW, rows[place]?.[right] ?? NO_ROW),
      ),
    );
    methods.push({ method: method.name, crowd, records, similarities, coverage: coverageOf(records, pools) });
    onProgress(
      `${String(cases.length)} ${sort} cases, ${method.name}${crowd === null ? '' : `, crowd ${crowd}`}: ${((performance.now() - start) / 1000).toFixed(1)} s`,
    );
  };
  const names = played(asked);
  for (const entry of METHODS.filter(({ name }) => names.has(name))) {
    if (entry.crowd === 'fixed') await play(await entry.create(first.context), null);
    else for (const { crowd, context } of contexts) await play(await entry.create(context), crowd);
  }
  if (names.has(ORACLE)) await play(oracleMethod(cases), null);
  return { pack, sort, cases: cases.length, methods };
}
