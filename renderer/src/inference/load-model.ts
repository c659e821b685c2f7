import { AppError, toAppError } from '../domain/errors';
import { parseManifest } from '../recommend/model/manifest-parser';
import type { ModelManifest } from '../recommend/model/model-manifest';
import type { HistoryEncoder, TasteModel } from '../recommend/model/model-ports';
import type { ClosableHistoryEncoder, OnnxRuntime } from './onnx-sessions';
import { fastScoreKernel } from './score-kernel-wasm';
import { sha256 } from './sha256';
import { ownValue } from '../domain/own-value';

/** Reads one file of the bundle, by its name in the manifest. Rejects where it cannot be read. */
export type FetchFile = (name: string) => Promise<ArrayBuffer>;

export const ITEM_ENCODER_FILE = 'item-encoder.onnx';
export const HISTORY_ENCODER_FILE = 'history-encoder.onnx';
export const GOLDEN_FILE = 'golden.json';

/** A bundle whose files have all been checked against the manifest's hashes. */
export interface ModelBundle {
  readonly manifest: ModelManifest;
  readonly itemEncoder: ArrayBuffer;
  readonly historyEncoder: ArrayBuffer;
  readonly knownItems: ArrayBuffer;
  readonly tagHead: ArrayBuffer;
}

/** A model that runs on WASM, and the bundle it came from (a WebGPU session is opened from the same bytes). */
export interface LoadedModel {
  readonly bundle: ModelBundle;
  readonly model: TasteModel;
  readonly wasmHistoryEncoder: ClosableHistoryEncoder;
}

/**
 * Reads and checks a bundle. Throws `model-missing` where a file cannot be read, `model-damaged` where its bytes are
 * not those the manifest names, `model-incompatible` where this program does not know the manifest's version.
 */
export async function readBundle(fetchFile: FetchFile): Promise<ModelBundle> {
  const manifest = parseManifest(parseJson(await readFile(fetchFile, 'manifest.json'), 'manifest.json'));
  const [itemEncoder, historyEncoder, knownItems, tagHead] = await Promise.all([
    readVerified(fetchFile, manifest, ITEM_ENCODER_FILE),
    readVerified(fetchFile, manifest, HISTORY_ENCODER_FILE),
    readVerified(fetchFile, manifest, manifest.knownItems.file),
    readVerified(fetchFile, manifest, manifest.tagHead.file),
  ]);
  return { manifest, itemEncoder, historyEncoder, knownItems, tagHead };
}

/** One file of the bundle, checked against the manifest's size and SHA-256. */
export async function readVerified(fetchFile: FetchFile, manifest: ModelManifest, name: string): Promise<ArrayBuffer> {
  const expected = ownValue(manifest.files, name);
  if (expected === undefined)
    throw new AppError(
      'model-damaged',
      `The model's manifest does not list ${name}. Reinstall the program to repair it.`,
    );
  const bytes = await readFile(fetchFile, name);
  if (bytes.byteLength !== expected.bytes || (await sha256(bytes)) !== expected.sha256) {
    throw new AppError(
      'model-damaged',
      `The model file ${name} is not the one its manifest describes. Reinstall the program to repair it.`,
    );
  }
  return bytes;
}

/**
 * Opens the bundle's encoders on WASM, one after the other (onnxruntime-web cannot initialise two at once), and runs
 * each once on padding, so that the first real request does not pay for compiling kernels (a second or more).
 * @param wrap makes the model's history encoder from the WASM one (see `SwitchingHistoryEncoder`).
 */
export async function openModel(
  bundle: ModelBundle,
  runtime: OnnxRuntime,
  wrap: (wasm: ClosableHistoryEncoder) => HistoryEncoder = (wasm) => wasm,
): Promise<LoadedModel> {
  const { manifest } = bundle;
  const wasmHistoryEncoder = await runtime.openHistoryEncoder(bundle.historyEncoder, manifest, 'wasm');
  await wasmHistoryEncoder.encodeHistories(emptyHistory(manifest));
  const itemEncoder = await runtime.openItemEncoder(bundle.itemEncoder, manifest);
  const { hash, tokens } = manifest.featureSchema;
  await itemEncoder.encodeItems(new Int32Array(tokens.slotCount).fill(hash.padBucket), 1);
  const model = {
    manifest,
    knownItems: bundle.knownItems,
    tagHead: bundle.tagHead,
    itemEncoder,
    historyEncoder: wrap(wasmHistoryEncoder),
    scoreKernel: fastScoreKernel(),
  };
  return { bundle, wasmHistoryEncoder, model };
}

/** A batch of one history that is all padding: the cheapest valid input. */
export function emptyHistory(manifest: ModelManifest): Parameters<HistoryEncoder['encodeHistories']>[0] {
  const { length, ratingBuckets, timeGapBuckets } = manifest.featureSchema.history;
  return {
    count: 1,
    vectors: new Float32Array(length * manifest.dim),
    ratingBuckets: new Int32Array(length).fill(ratingBuckets.padding),
    timeGapBuckets: new Int32Array(length).fill(timeGapBuckets.unknown),
  };
}

export function parseJson(bytes: ArrayBuffer, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('model-damaged', `The model file ${name} cannot be read. Reinstall the program to repair it.`, {
      cause,
    });
  }
}

async function readFile(fetchFile: FetchFile, name: string): Promise<ArrayBuffer> {
  try {
    return await fetchFile(name);
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'cancelled') throw error;
    throw new AppError(
      'model-missing',
      `The model file ${name} could not be read. Reinstall the program to repair it.`,
      { cause },
    );
  }
}
