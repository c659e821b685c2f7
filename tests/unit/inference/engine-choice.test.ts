import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../renderer/src/inference/engine-choice';
import type { EngineTrial } from '../../../renderer/src/inference/engine-choice';
import type { GoldenHistories } from '../../../renderer/src/inference/golden-histories';
import type { ClosableHistoryEncoder } from '../../../renderer/src/inference/onnx-sessions';
import { SwitchingHistoryEncoder } from '../../../renderer/src/inference/switching-history-encoder';
import type { HistoryEncoder } from '../../../renderer/src/recommend/model/model-ports';

const GOLDEN: GoldenHistories = {
  names: ['one', 'two'],
  batch: {
    count: 2,
    vectors: Float32Array.of(1, 2, 3, 4),
    ratingBuckets: Int32Array.of(0, 3, 2, 5),
    timeGapBuckets: Int32Array.of(0, 0, 1, 0),
  },
  queries: Float32Array.of(10, 20),
  tolerance: 0.01,
};

/** A machine on which time passes only while an encoder runs. */
function machine(wasmCost: number, webgpuCost: number, webgpuValues: readonly number[] = [10, 20]) {
  let now = 0;
  let closed = false;
  const encoder = (cost: number, values: readonly number[]): HistoryEncoder => ({
    encodeHistories: (batch) => {
      now += cost;
      return Promise.resolve(Float32Array.from(values.slice(0, batch.count)));
    },
  });
  const webgpu: ClosableHistoryEncoder = {
    ...encoder(webgpuCost, webgpuValues),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
  const trial: EngineTrial = {
    wasm: encoder(wasmCost, [10, 20]),
    golden: GOLDEN,
    clock: () => now,
    findAdapter: () => Promise.resolve({ name: 'the graphics card (test)', isSoftware: false }),
    openWebGpu: () => Promise.resolve(webgpu),
  };
  return { trial, webgpu, wasClosed: () => closed };
}

describe('chooseEngine', () => {
  it('keeps WebGPU where it computes the golden case and is faster', async () => {
    const { trial, webgpu } = machine(4, 1);
    const choice = await chooseEngine(trial);
    expect(choice.winner).toBe(webgpu);
    expect(choice.timings).toEqual({ wasm: 4, webgpu: 1 });
    expect(choice.reason).toBe(
      'The graphics card (test) runs the model: 1.0 ms per history against 4.0 ms per history on the processor.',
    );
  });

  it('stays with WASM where WebGPU is slower, and closes the session', async () => {
    const { trial, wasClosed } = machine(1, 200);
    const choice = await chooseEngine(trial);
    expect(choice).toMatchObject({ winner: null, timings: { wasm: 1, webgpu: 200 } });
    expect(choice.reason).toContain('200 ms per history on the graphics card (test)');
    expect(wasClosed()).toBe(true);
  });

  it('does not change engine for a gain within the noise', async () => {
    expect((await chooseEngine(machine(1, 0.95).trial)).winner).toBeNull();
  });

  it.each([[[10, 20.02]], [[10, Number.NaN]], [[10]]])('stays with WASM where WebGPU computes %j', async (values) => {
    const { trial, wasClosed } = machine(4, 1, values);
    const choice = await chooseEngine(trial);
    expect(choice.winner).toBeNull();
    expect(choice.reason).toContain('wrong numbers');
    expect(wasClosed()).toBe(true);
  });

  it('says so where there is no adapter, and opens nothing', async () => {
    const { trial } = machine(4, 1);
    const choice = await chooseEngine({
      ...trial,
      findAdapter: () => Promise.resolve(null),
      openWebGpu: () => Promise.reject(new Error('must not be asked')),
    });
    expect(choice).toMatchObject({ winner: null, timings: { webgpu: null } });
    expect(choice.reason).toContain('no graphics adapter');
  });

  it('does not try an adapter that is only imitated', async () => {
    const { trial } = machine(4, 1);
    const choice = await chooseEngine({
      ...trial,
      findAdapter: () => Promise.resolve({ name: 'x', isSoftware: true }),
      openWebGpu: () => Promise.reject(new Error('must not be asked')),
    });
    expect(choice.winner).toBeNull();
    expect(choice.reason).toBe('The processor runs the model, because WebGPU is only imitated by the processor here.');
  });

  it('says why where the session cannot be opened', async () => {
    const { trial } = machine(4, 1);
    const choice = await chooseEngine({ ...trial, openWebGpu: () => Promise.reject(new Error('out of memory')) });
    expect(choice.winner).toBeNull();
    expect(choice.reason).toContain('out of memory');
  });
});

describe('SwitchingHistoryEncoder', () => {
  it('answers from WASM when the device fails in the middle of a request, and stays there', async () => {
    const { trial } = machine(1, 1);
    const losses: unknown[] = [];
    let closed = 0;
    const encoder = new SwitchingHistoryEncoder(trial.wasm, (error) => {
      losses.push(error);
    });
    encoder.useWebGpu({
      encodeHistories: () => Promise.reject(new Error('device lost')),
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    });
    expect(encoder.engine).toBe('webgpu');
    expect([...(await encoder.encodeHistories(GOLDEN.batch))]).toEqual([10, 20]);
    expect(encoder.engine).toBe('wasm');
    expect(losses).toEqual([new Error('device lost')]);
    encoder.giveUpWebGpu(new Error('said twice'));
    expect([losses.length, closed]).toEqual([1, 1]);
  });
});
