import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { BenchmarkOptions } from './options';
import { UsageError } from './usage-error';
import type { PackAnswer, PackReport, PackRun } from './pack-process';

export interface PackResult {
  readonly pack: string;
  readonly runs: readonly PackRun[];
  readonly report: PackReport;
}

/** Each process holds a model and one pack's matrices; above four, memory runs out. */
const MAXIMUM_PROCESSES = 4;

/** Evaluates the packs in as many processes as there are cores, in the order given; the first failure ends all. */
export async function evaluateAll(
  packs: readonly string[],
  options: BenchmarkOptions,
  onAnswer: (answer: PackAnswer) => void,
): Promise<readonly PackResult[]> {
  const waiting = [...packs];
  const results: PackResult[] = [];
  const children: ChildProcess[] = [];
  const work = async (): Promise<void> => {
    // "advanced" sends typed arrays without conversion.
    const child = fork(new URL('./pack-process.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: process.execArgv,
    });
    children.push(child);
    for (let pack = waiting.shift(); pack !== undefined; pack = waiting.shift())
      results.push(await evaluateIn(child, pack, options, onAnswer));
  };
  try {
    await Promise.all(Array.from({ length: Math.min(packs.length, availableParallelism(), MAXIMUM_PROCESSES) }, work));
  } finally {
    for (const child of children) child.kill();
  }
  return packs.flatMap((pack) => results.filter((result) => result.pack === pack));
}

async function evaluateIn(
  child: ChildProcess,
  pack: string,
  options: BenchmarkOptions,
  onAnswer: (answer: PackAnswer) => void,
): Promise<PackResult> {
  return await new Promise<PackResult>((settle, fail) => {
    const finish = (): void => {
      child.off('message', receive);
      child.off('exit', leave);
    };
    const leave = (code: number | null, signal: string | null): void => {
      finish();
      fail(new Error(`The process for ${pack} ended early (${signal ?? `code ${String(code)}`}).`));
    };
    const receive = (answer: PackAnswer): void => {
      onAnswer(answer);
      if (answer.type === 'progress') return;
      finish();
      if (answer.type === 'failed') fail(new UsageError(answer.message));
      else settle({ pack: answer.pack, runs: answer.runs, report: answer.report });
    };
    child.on('message', receive);
    child.on('exit', leave);
    child.send({ pack, options });
  });
}
