import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import type { FetchFile } from '../../renderer/src/inference/load-model';
import { createOnnxRuntime } from '../../renderer/src/inference/onnx-sessions';
import type { OnnxRuntime } from '../../renderer/src/inference/onnx-sessions';
import { CHANNELS } from '../../renderer/src/recommend/scoring/channels';
import type { ChannelName } from '../../renderer/src/recommend/scoring/channels';
import { ablatedModel } from './ablation';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import type { ModelManifest } from '../../renderer/src/recommend/model/model-manifest';

/** Reads a bundle from a folder of this computer. */
export function folderFiles(folder: string): FetchFile {
  return async (name) => {
    const bytes = await readFile(join(folder, name));
    // A Buffer may be a view of a larger, shared ArrayBuffer.
    return new Uint8Array(bytes).buffer;
  };
}

/** onnxruntime-web's WASM in Node, one thread: the same arithmetic the page runs. */
export function nodeRuntime(): OnnxRuntime {
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return createOnnxRuntime(ort);
}

/** The bundle in a folder, with the weights of some channels set to zero. */
export async function openBundle(folder: string, without: readonly ChannelName[] = []): Promise<TasteModel> {
  const { model } = await openModel(await readBundle(folderFiles(folder)), nodeRuntime());
  return without.length === 0 ? model : ablatedModel(CHANNELS, model, without);
}

/** The manifest of the bundle in a folder. */
export async function openManifest(folder: string): Promise<ModelManifest> {
  return (await readBundle(folderFiles(folder))).manifest;
}
