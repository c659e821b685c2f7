import { fetchShippedFile } from '../../../renderer/src/inference/bundle-files';
import { chooseEngine } from '../../../renderer/src/inference/engine-choice';
import type { EngineChoice } from '../../../renderer/src/inference/engine-choice';
import { goldenHistories, largestDifference } from '../../../renderer/src/inference/golden-histories';
import { findGpuAdapter } from '../../../renderer/src/inference/gpu-adapter';
import { GOLDEN_FILE, parseJson, readBundle, readVerified } from '../../../renderer/src/inference/load-model';
import { pageRuntime } from '../../../renderer/src/inference/onnx-page';
import type { ExecutionProvider } from '../../../renderer/src/inference/onnx-sessions';

export interface GoldenRun {
  readonly histories: number;
  /** Largest absolute difference from PyTorch's queries, and what the bundle allows. */
  readonly difference: number;
  readonly tolerance: number;
  /** Calls of dispatchWorkgroups and its indirect form during the run: zero means that the GPU did nothing. */
  readonly dispatches: number;
}

/** What the test calls from outside. */
export interface GoldenPage {
  run(provider: ExecutionProvider): Promise<GoldenRun>;
  /** @param tryImitation whether a software adapter is tried and timed like a real one, which the app never does. */
  choose(tryImitation: boolean): Promise<Omit<EngineChoice, 'winner'> & { readonly won: boolean }>;
}

declare global {
  interface Window {
    goldenPage: GoldenPage;
  }
}

let dispatches = 0;
function countDispatches(): void {
  if (typeof GPUComputePassEncoder === 'undefined') return;
  const pass = GPUComputePassEncoder.prototype;
  for (const name of ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect'] as const) {
    const original = pass[name] as (...given: unknown[]) => undefined;
    Object.defineProperty(pass, name, {
      value(this: GPUComputePassEncoder, ...given: unknown[]) {
        dispatches += 1;
        return original.apply(this, given);
      },
    });
  }
}

// Before the runtime starts: it may keep the functions it finds.
countDispatches();
const runtime = pageRuntime();
const loading = (async () => {
  const bundle = await readBundle(fetchShippedFile);
  const golden = goldenHistories(
    bundle.manifest,
    parseJson(await readVerified(fetchShippedFile, bundle.manifest, GOLDEN_FILE), GOLDEN_FILE),
  );
  return { bundle, golden };
})();

window.goldenPage = {
  run: async (provider) => {
    const { bundle, golden } = await loading;
    const encoder = await runtime.openHistoryEncoder(bundle.historyEncoder, bundle.manifest, provider);
    const before = dispatches;
    const difference = await largestDifference(encoder, golden);
    await encoder.close();
    return { histories: golden.batch.count, difference, tolerance: golden.tolerance, dispatches: dispatches - before };
  },
  choose: async (tryImitation) => {
    const { bundle, golden } = await loading;
    const wasm = await runtime.openHistoryEncoder(bundle.historyEncoder, bundle.manifest, 'wasm');
    const { winner, reason, timings } = await chooseEngine({
      wasm,
      golden,
      clock: () => performance.now(),
      findAdapter: async () => {
        const adapter = await findGpuAdapter();
        return adapter === null || !tryImitation ? adapter : { ...adapter, isSoftware: false };
      },
      openWebGpu: () => runtime.openHistoryEncoder(bundle.historyEncoder, bundle.manifest, 'webgpu'),
    });
    return { won: winner !== null, reason, timings };
  },
};
