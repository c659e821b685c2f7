import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { UsageError } from '../usage-error';
import type { BenchmarkOptions } from '../options';
import type { PackReplay } from './replay-pack';
import type { ReplayAnswer } from './replay-process';

/** Each process holds a model and one pack's matrices twice. */
const MAXIMUM_PROCESSES = 2;

/** Replays the packs, one per process at a time; the first failure ends all. Results stand in the order of `packs`. */
export async function replayAll(
  packs: readonly string[],
  options: BenchmarkOptions,
  onAnswer: (answer: ReplayAnswer) => void,
): Promise<readonly PackReplay[]> {
  const waiting = [...packs];
  const found = new Map<string, readonly PackReplay[]>();
  const children: ChildProcess[] = [];
  const work = async (): Promise<void> => {
    const child = fork(new URL('./replay-process.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: process.execArgv,
    });
    children.push(child);
    for (let pack = waiting.shift(); pack !== undefined; pack = waiting.shift())
      found.set(pack, await replayIn(child, pack, options, onAnswer));
  };
  try {
    await Promise.all(Array.from({ length: Math.min(packs.length, availableParallelism(), MAXIMUM_PROCESSES) }, work));
  } finally {
    for (const child of children) child.kill();
  }
  return packs.flatMap((pack) => found.get(pack) ?? []);
}

async function replayIn(
  child: ChildProcess,
  pack: string,
  options: BenchmarkOptions,
  onAnswer: (answer: ReplayAnswer) => void,
): Promise<readonly PackReplay[]> {
  return await new Promise<readonly PackReplay[]>((settle, fail) => {
    const finish = (): void => {
      child.off('message', receive);
      child.off('exit', leave);
    };
    const leave = (code: number | null, signal: string | null): void => {
      finish();
      fail(new Error(`The process for ${pack} ended early (${signal ?? `code ${String(code)}`}).`));
    };
    const receive = (answer: ReplayAnswer): void => {
      onAnswer(answer);
      if (answer.type === 'progress') return;
      finish();
      if (answer.type === 'failed') fail(new UsageError(answer.message));
      else settle(answer.replays);
    };
    child.on('message', receive);
    child.on('exit', leave);
    child.send({ pack, options });
  });
}
