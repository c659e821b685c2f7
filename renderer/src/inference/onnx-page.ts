import * as ort from 'onnxruntime-web/wasm';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { createOnnxRuntime } from './onnx-sessions';
import type { OnnxRuntime } from './onnx-sessions';

/**
 * onnxruntime-web for the page and its worker. The plain WASM build starts and runs about twice as fast as the build
 * with WebGPU (27 MB, asyncify), so the latter is loaded only when a WebGPU session is wanted.
 *
 * Both paths are explicit. Without them the runtime guesses a URL, which fails in a bundle; and with more than one
 * thread it would start its threads from our worker's file and hang.
 */
export function pageRuntime(): OnnxRuntime {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: loaderUrl };
  // A batch of one history takes about a millisecond: a second thread gains nothing and costs start-up time.
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
