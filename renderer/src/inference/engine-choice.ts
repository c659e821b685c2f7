import { toAppError } from '../domain/errors';
import type { HistoryBatch, HistoryEncoder } from '../recommend/model/model-ports';
import { largestDifference } from './golden-histories';
import type { GoldenHistories } from './golden-histories';
import type { GpuAdapter } from './gpu-adapter';
import type { ClosableHistoryEncoder } from './onnx-sessions';

export interface EngineTimings {
  /** Median milliseconds for one history; null = not timed. */
  readonly wasm: number | null;
  readonly webgpu: number | null;
}

export interface EngineChoice {
  /** The WebGPU encoder where it won, else null. */
  readonly winner: ClosableHistoryEncoder | null;
  /** One plain sentence for the person at the window. */
  readonly reason: string;
  readonly timings: EngineTimings;
}

export interface EngineTrial {
  readonly wasm: HistoryEncoder;
  /** The graphics adapter, or null where the browser offers none. */
  readonly findAdapter: () => Promise<GpuAdapter | null>;
  readonly openWebGpu: () => Promise<ClosableHistoryEncoder>;
  readonly golden: GoldenHistories;
  /** Milliseconds from any fixed start. */
  readonly clock: () => number;
}

/** WebGPU must win by a tenth: one that is only just faster would lose under load. */
const NEEDED_GAIN = 0.9;
const TIMED_RUNS = 9;
/**
 * Milliseconds after which an engine is not timed any further: a software adapter takes seconds for what WASM does in
 * one millisecond.
 */
const TIME_BUDGET = 1_500;

/**
 * Tries WebGPU against WASM on this machine. WebGPU is used only if there is a hardware adapter, a session opens, its
 * median time per history is lower, and every golden history agrees within the model's tolerance. Never throws.
 */
export async function chooseEngine(trial: EngineTrial): Promise<EngineChoice> {
  const one = fullestOf(trial.golden.batch);
  const wasm = await medianMilliseconds(trial.wasm, one, trial.clock);
  const stay = (reason: string, webgpu: number | null = null): EngineChoice => ({
    winner: null,
    reason: `The processor runs the model${reason}.`,
    timings: { wasm, webgpu },
  });

  const adapter = await trial.findAdapter().catch(() => null);
  if (adapter === null) return stay(', because there is no graphics adapter that WebGPU could use here');
  // A trial would keep the processor busy for seconds only to confirm this.
  if (adapter.isSoftware) return stay(', because WebGPU is only imitated by the processor here');

  let encoder: ClosableHistoryEncoder;
  try {
    encoder = await trial.openWebGpu();
  } catch (error) {
    return stay(`, because ${adapter.name} could not load it (${toAppError(error).message})`);
  }
  try {
    const webgpu = await medianMilliseconds(encoder, one, trial.clock);
    if (webgpu >= wasm * NEEDED_GAIN) {
      await close(encoder);
      return stay(`: ${words(wasm)} against ${words(webgpu)} on ${adapter.name}`, webgpu);
    }
    const difference = await largestDifference(encoder, trial.golden);
    if (difference > trial.golden.tolerance) {
      await close(encoder);
      return stay(`, because ${adapter.name} computed wrong numbers in a check`, webgpu);
    }
    const reason = `${capitalised(adapter.name)} runs the model: ${words(webgpu)} against ${words(wasm)} on the processor.`;
    return { winner: encoder, reason, timings: { wasm, webgpu } };
  } catch (error) {
    await close(encoder);
    return stay(`, because ${adapter.name} failed in a check (${toAppError(error).message})`);
  }
}

/** Median of up to nine runs after one warm-up; fewer where they are slow. */
async function medianMilliseconds(encoder: HistoryEncoder, batch: HistoryBatch, clock: () => number): Promise<number> {
  await encoder.encodeHistories(batch);
  const times: number[] = [];
  const start = clock();
  for (let run = 0; run < TIMED_RUNS && (run === 0 || clock() - start < TIME_BUDGET); run++) {
    const before = clock();
    await encoder.encodeHistories(batch);
    times.push(clock() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}

/** The longest golden history alone: the cost of one request. */
function fullestOf(batch: HistoryBatch): HistoryBatch {
  const length = batch.ratingBuckets.length / batch.count;
  const width = batch.vectors.length / batch.count;
  let fullest = 0;
  let most = -1;
  for (let history = 0; history < batch.count; history++) {
    const events = batch.ratingBuckets
      .subarray(history * length, (history + 1) * length)
      .filter((bucket) => bucket !== 0).length;
    if (events > most) [fullest, most] = [history, events];
  }
  return {
    count: 1,
    vectors: batch.vectors.slice(fullest * width, (fullest + 1) * width),
    ratingBuckets: batch.ratingBuckets.slice(fullest * length, (fullest + 1) * length),
    timeGapBuckets: batch.timeGapBuckets.slice(fullest * length, (fullest + 1) * length),
  };
}

async function close(encoder: ClosableHistoryEncoder): Promise<void> {
  await encoder.close().catch(() => undefined);
}

/** "1.2 ms per history", "310 ms per history". */
function words(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms per history`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
