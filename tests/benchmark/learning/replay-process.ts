/** A child process of the learning suite: replays packs one after the other, as its parent sends them. */
import { openBundle } from '../node-model';
import type { BenchmarkOptions } from '../options';
import { readPack } from '../pack';
import type { OffPolicyRow } from './off-policy-check';
import { offPolicyOf, replayPack } from './replay-pack';
import type { PackReplay } from './replay-pack';

export interface ReplayOrder {
  readonly pack: string;
  readonly options: BenchmarkOptions;
}

export type ReplayAnswer =
  | { readonly type: 'progress'; readonly pack: string; readonly text: string }
  | {
      readonly type: 'finished';
      readonly pack: string;
      readonly replays: readonly PackReplay[];
      readonly offPolicy: readonly OffPolicyRow[];
      readonly seconds: number;
    }
  | { readonly type: 'failed'; readonly message: string };

function send(answer: ReplayAnswer): void {
  // Without a callback, a parent that has exited would cause a stack trace; `disconnect` below ends this process.
  process.send?.(answer, undefined, undefined, () => undefined);
}

async function work({ pack: name, options }: ReplayOrder): Promise<void> {
  const start = performance.now();
  // The suite refuses "all". The limit counts replayed cases, not those of the file.
  const pack = await readPack(options.packs, name, null, options.asImported === 'all' ? null : options.asImported);
  const model = await openBundle(options.model, options.without);
  const replays = await replayPack(pack, model, options, (text) => {
    send({ type: 'progress', pack: name, text });
  });
  const offPolicy =
    options.methods.length > 0 ? [] : await offPolicyOf(pack, model, options.limit, options.crowds[0] ?? 'off');
  send({ type: 'finished', pack: name, replays, offPolicy, seconds: (performance.now() - start) / 1000 });
}

process.on('message', (order: ReplayOrder) => {
  work(order).catch((error: unknown) => {
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
