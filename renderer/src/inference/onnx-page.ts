import * as ort from 'onnxruntime-web/webgpu';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { createOnnxRuntime } from './onnx-sessions';
import type { OnnxRuntime } from './onnx-sessions';

/**
 * onnxruntime-web for the page and its worker: one build that runs both WASM and WebGPU, so that only one 27 MB file
 * ships. Both paths are explicit: without them the runtime guesses an address, which fails in a bundle, and with more
 * than one thread it would start its threads from our own worker's file and hang.
 */
export function pageRuntime(): OnnxRuntime {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: loaderUrl };
  // A batch of one history takes about a millisecond; a second thread gains nothing there and costs start-up.
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return createOnnxRuntime(ort);
}
