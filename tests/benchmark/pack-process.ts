/** A child process of the benchmark: evaluates packs one after the other, as its parent sends them. */
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { Recommender } from '../../renderer/src/recommend/recommender-api';
import { masksFor } from './as-imported';
import { rowsByKnownEvents } from './by-known-events';
import type { CaseObserver } from './case-observer';
import { evaluatePack } from './evaluate-pack';
import { openDescribe } from './describing';
import type { Describe } from './describing';
import { openBundle } from './node-model';
import type { BenchmarkOptions, ExportName } from './options';
import { masked, readPack } from './pack';
import type { Pack } from './pack';
import { personalPart, personalRows } from './personal-part';
import { PopularityBias } from './popularity-bias';
import { ALL, summarise, summariseSeries } from './summary';
import type { SummaryRow } from './summary';
import { TitleLanguages } from './title-languages';

export interface PackOrder {
  readonly pack: string;
  readonly options: BenchmarkOptions;
}

export type PackAnswer =
  | { readonly type: 'progress'; readonly pack: string; readonly done: number; readonly total: number }
  | { readonly type: 'finished'; readonly pack: string; readonly runs: readonly PackRun[]; readonly report: PackReport }
  | { readonly type: 'failed'; readonly message: string };

/** The rows of one evaluation, with the items as they are or masked to what an export carries. */
export interface PackRun {
  readonly asImported: ExportName | null;
  readonly rows: readonly SummaryRow[];
}

export interface PackReport {
  readonly items: number;
  readonly cases: number;
  /** Items the known-item table recognises. */
  readonly recognised: number;
  readonly kinds: readonly string[];
  readonly seconds: number;
}

const PROGRESS_EVERY = 10_000;

function send(answer: PackAnswer): void {
  // Without a callback, a parent that has exited would cause a stack trace; `disconnect` below ends this process.
  process.send?.(answer, undefined, undefined, () => undefined);
}

async function evaluate({ pack: name, options }: PackOrder): Promise<void> {
  const start = performance.now();
  const every = options.asImported === 'all';
  const pack = await readPack(options.packs, name, options.limit, every ? null : options.asImported);
  const model = await openBundle(options.model, options.without);
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
  const describe = await openDescribe(options.catalogue);
  const rows = await rowsOf(pack, recommender, describe, options);
  const recognised = recommender.recognised().known;
  const runs: PackRun[] = [{ asImported: every ? null : options.asImported, rows }];
  for (const mask of every ? masksFor(pack.items) : []) {
    const items = pack.items.map((item) => masked(item, mask));
    const unchanged = items.every((item, index) => item === pack.items[index]);
    runs.push({
      asImported: mask,
      rows: unchanged ? rows : await rowsOf({ ...pack, items }, recommender, describe, options),
    });
  }
  const seconds = (performance.now() - start) / 1000;
  const report = {
    items: pack.items.length,
    cases: pack.cases.length,
    recognised,
    kinds: [...new Set(pack.items.map(({ kind }) => kind))],
    seconds,
  };
  send({ type: 'finished', pack: name, runs, report });
}

async function rowsOf(
  pack: Pack,
  recommender: Recommender,
  describe: Describe,
  options: BenchmarkOptions,
): Promise<readonly SummaryRow[]> {
  let reportedAt = performance.now();
  const report = (done: number, total: number): void => {
    if (performance.now() - reportedAt < PROGRESS_EVERY) return;
    reportedAt = performance.now();
    send({ type: 'progress', pack: pack.name, done, total });
  };
  const observers: readonly CaseObserver[] = [
    new PopularityBias(pack.items),
    ...(options.languages ? [new TitleLanguages(pack.items)] : []),
  ];
  const results = await evaluatePack(pack, recommender, { ...options, describe }, report, observers);
  return [
    ...results.flatMap((result) => summarise(pack.name, result)),
    ...rowsByKnownEvents(pack.name, results),
    ...observers
      .flatMap((observer) => observer.series())
      .flatMap((series) => summariseSeries(pack.name, series, [ALL])),
    ...(options.personal
      ? personalRows(pack.name, await personalPart(pack, recommender, options, results, report))
      : []),
  ];
}

process.on('message', (order: PackOrder) => {
  evaluate(order).catch((error: unknown) => {
    const expected = error instanceof Error && ['UsageError', 'AppError'].includes(error.name);
    send({
      type: 'failed',
      message: expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
});

// A parent that is interrupted sends no message.
process.on('disconnect', () => {
  process.exit();
});
