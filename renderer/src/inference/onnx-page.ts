import * as ort from 'onnxruntime-web/wasm';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { createOnnxRuntime } from './onnx-sessions';
import type { OnnxRuntime } from './onnx-sessions';

/**
 * onnxruntime-web for the page and its worker. The plain WASM build starts and runs about twice as fast as the one that
 * can also wait for a GPU (27 MB, asyncify), so that one is fetched only when a WebGPU session is asked for.
 *
 * Both paths are explicit: without them the runtime guesses an address, which fails in a bundle, and with more than one
 * thread it would start its threads from our own worker's file and hang.
 */
export function pageRuntime(): OnnxRuntime {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: loaderUrl };
  // A batch of one history takes about a millisecond; a second thread gains nothing there and costs start-up.
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const wasm = createOnnxRuntime(ort);
  let loading: Promise<OnnxRuntime> | null = null;
  const webgpu = async (): Promise<OnnxRuntime> => {
    loading ??= import('./onnx-page-webgpu').then(({ webgpuRuntime }) => webgpuRuntime());
    return await loading;
  };
  return {
    openItemEncoder: (bytes, manifest) => wasm.openItemEncoder(bytes, manifest),
    openHistoryEncoder: async (bytes, manifest, provider) =>
      await (provider === 'webgpu' ? await webgpu() : wasm).openHistoryEncoder(bytes, manifest, provider),
    gpuDevice: async () => await (await webgpu()).gpuDevice(),
  };
}
