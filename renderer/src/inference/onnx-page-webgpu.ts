import * as ort from 'onnxruntime-web/webgpu';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { createOnnxRuntime } from './onnx-sessions';
import type { OnnxRuntime } from './onnx-sessions';

/** The onnxruntime-web build for WebGPU; onnx-page.ts says when it is loaded and why the paths are explicit. */
export function webgpuRuntime(): OnnxRuntime {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: loaderUrl };
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return createOnnxRuntime(ort);
}
