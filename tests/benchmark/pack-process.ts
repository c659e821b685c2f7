/** A child process of the benchmark: evaluates one pack after the other, as its parent hands them out. */
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { evaluatePack } from './evaluate-pack';
import { folderFiles, nodeRuntime } from './node-model';
import type { BenchmarkOptions } from './options';
import { readPack } from './pack';
import { summarise } from './summary';
import type { SummaryRow } from './summary';

export interface PackOrder {
  readonly pack: string;
  readonly options: BenchmarkOptions;
}

export type PackAnswer =
  | { readonly type: 'progress'; readonly pack: string; readonly done: number; readonly total: number }
  | { readonly type: 'finished'; readonly pack: string; readonly rows: readonly SummaryRow[]; readonly report: PackReport }
  | { readonly type: 'failed'; readonly message: string };

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
  // Without a callback a parent that has gone would end in a stack trace; `disconnect` below is what ends this process.
  process.send?.(answer, undefined, undefined, () => undefined);
}

async function evaluate({ pack: name, options }: PackOrder): Promise<void> {
  const start = performance.now();
  const pack = await readPack(options.packs, name, options.limit, options.asImported);
  const { model } = await openModel(await readBundle(folderFiles(options.model)), nodeRuntime());
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
  let told = start;
  const results = await evaluatePack(pack, recommender, options, (done, total) => {
    if (performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    send({ type: 'progress', pack: name, done, total });
  });
  const rows = results.flatMap((result) => summarise(name, result));
  const seconds = (performance.now() - start) / 1000;
  const report = { items: pack.items.length, cases: pack.cases.length, recognised: recommender.recognised().known, kinds: [...new Set(pack.items.map(({ kind }) => kind))], seconds };
  send({ type: 'finished', pack: name, rows, report });
}

process.on('message', (order: PackOrder) => {
  evaluate(order).catch((error: unknown) => {
    const told = error instanceof Error && ['UsageError', 'AppError'].includes(error.name);
    send({ type: 'failed', message: told ? error.message : error instanceof Error ? error.stack ?? error.message : String(error) });
  });
});

// A parent that was interrupted sends no farewell.
process.on('disconnect', () => { process.exit(); });
