import type * as Ort from 'onnxruntime-web';
import { AppError } from '../domain/errors';
import type { ModelManifest, NetworkSpec } from '../recommend/model/model-manifest';
import type { HistoryBatch, HistoryEncoder, ItemEncoder } from '../recommend/model/model-ports';
import { nextTask } from './next-task';
import { ownValue } from '../domain/own-value';

/** The parts of onnxruntime-web that are used. The caller chooses the build (see onnx-page.ts). */
export type OrtModule = Pick<typeof Ort, 'InferenceSession' | 'Tensor' | 'env'>;
export type ExecutionProvider = 'wasm' | 'webgpu';

export interface ClosableHistoryEncoder extends HistoryEncoder {
  close(): Promise<void>;
}

/** Opens the encoders of a bundle. `bytes` is a whole ONNX file. */
export interface OnnxRuntime {
  openItemEncoder(bytes: ArrayBuffer, manifest: ModelManifest): Promise<ItemEncoder>;
  openHistoryEncoder(
    bytes: ArrayBuffer,
    manifest: ModelManifest,
    provider: ExecutionProvider,
  ): Promise<ClosableHistoryEncoder>;
  /** The device of the WebGPU sessions; available after one has been opened. */
  gpuDevice(): Promise<GPUDevice>;
}

/**
 * Items per run of the encoder: its largest intermediate is float32 [chunk, slotCount, D], 10 MB at 512 × 73 × 64. WASM
 * memory never shrinks, so one run over a whole library would keep hundreds of megabytes.
 */
const ITEM_CHUNK = 512;
/** Items (about 10 ms of work) from which a run yields first, so that a single edited item is not delayed. */
const MIN_ITEMS_TO_YIELD = 64;
/** Histories per run: the largest intermediates (attention, feed-forward) stay at a few megabytes. */
const HISTORY_CHUNK = 64;

/** Errors only. Warnings about shape arithmetic staying on the processor are expected. */
const LOG_ERRORS = 3;

/** Joins the two encoders to a build of onnxruntime-web whose `env` is already set up. */
export function createOnnxRuntime(ort: OrtModule): OnnxRuntime {
  const turn = takingTurns();
  return {
    openItemEncoder: async (bytes, manifest) => {
      const session = await turn(() => openSession(ort, bytes, manifest.tensors.itemEncoder, 'wasm'));
      return { encodeItems: (tokens, count) => encodeItems(ort, session, manifest, turn, tokens, count) };
    },
    openHistoryEncoder: async (bytes, manifest, provider) => {
      const session = await turn(() => openSession(ort, bytes, manifest.tensors.historyEncoder, provider));
      return {
        encodeHistories: (batch) => encodeHistories(ort, session, manifest, turn, batch),
        close: () => turn(() => session.release()),
      };
    },
    gpuDevice: async () => await ort.env.webgpu.device,
  };
}

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** The runtime is not re-entrant: in its asyncify build a run that starts while another waits for the GPU throws. */
function takingTurns(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return await mine;
  };
}

async function openSession(
  ort: OrtModule,
  bytes: ArrayBuffer,
  spec: NetworkSpec,
  provider: ExecutionProvider,
): Promise<Ort.InferenceSession> {
  const session = await ort.InferenceSession.create(new Uint8Array(bytes), {
    executionProviders: [provider],
    logSeverityLevel: LOG_ERRORS,
  });
  const missing = [
    ...Object.keys(spec.inputs).filter((name) => !session.inputNames.includes(name)),
    ...Object.keys(spec.outputs).filter((name) => !session.outputNames.includes(name)),
  ];
  if (missing.length === 0) return session;
  await session.release();
  throw new AppError(
    'model-incompatible',
    `The model's network lacks ${missing.join(', ')}, which its manifest promises.`,
  );
}

async function encodeItems(
  ort: OrtModule,
  session: Ort.InferenceSession,
  manifest: ModelManifest,
  turn: Turn,
  tokens: Int32Array,
  count: number,
): ReturnType<ItemEncoder['encodeItems']> {
  const { slotCount } = manifest.featureSchema.tokens;
  const heads = manifest.heads.length;
  requireLength('tokens', tokens, count * slotCount);
  const vectors = new Float32Array(count * manifest.dim);
  const biases = new Float32Array(count * heads);
  for (let first = 0; first < count; first += ITEM_CHUNK) {
    const size = Math.min(ITEM_CHUNK, count - first);
    const chunk = tokens.subarray(first * slotCount, (first + size) * slotCount);
    const output = await turn(() => session.run({ tokens: new ort.Tensor('int32', chunk, [size, slotCount]) }));
    vectors.set(floats(output, 'vectors', size * manifest.dim), first * manifest.dim);
    biases.set(floats(output, 'biases', size * heads), first * heads);
    // WASM runs stay in the current task; without this a cancellation would arrive only at the end.
    if (size >= MIN_ITEMS_TO_YIELD) await nextTask();
  }
  return { vectors, biases };
}

async function encodeHistories(
  ort: OrtModule,
  session: Ort.InferenceSession,
  manifest: ModelManifest,
  turn: Turn,
  batch: HistoryBatch,
): Promise<Float32Array> {
  const { length } = manifest.featureSchema.history;
  const { dim } = manifest;
  requireLength('vectors', batch.vectors, batch.count * length * dim);
  requireLength('ratingBuckets', batch.ratingBuckets, batch.count * length);
  requireLength('timeGapBuckets', batch.timeGapBuckets, batch.count * length);
  const width = manifest.heads.length * dim;
  const queries = new Float32Array(batch.count * width);
  for (let first = 0; first < batch.count; first += HISTORY_CHUNK) {
    const size = Math.min(HISTORY_CHUNK, batch.count - first);
    const rows = <T extends Float32Array | Int32Array>(data: T, perRow: number): T =>
      data.subarray(first * perRow, (first + size) * perRow) as T;
    const output = await turn(() =>
      session.run({
        vectors: new ort.Tensor('float32', rows(batch.vectors, length * dim), [size, length, dim]),
        ratingBuckets: new ort.Tensor('int32', rows(batch.ratingBuckets, length), [size, length]),
        timeGapBuckets: new ort.Tensor('int32', rows(batch.timeGapBuckets, length), [size, length]),
      }),
    );
    queries.set(floats(output, 'queries', size * width), first * width);
  }
  return queries;
}

function floats(output: Ort.InferenceSession.ReturnType, name: string, length: number): Float32Array {
  const data = ownValue(output, name)?.data;
  if (!(data instanceof Float32Array) || data.length !== length) {
    throw new AppError(
      'model-incompatible',
      `The model's output "${name}" does not have the shape its manifest promises.`,
    );
  }
  return data;
}

function requireLength(name: string, data: Float32Array | Int32Array, length: number): void {
  if (data.length !== length)
    throw new AppError(
      'invalid-input',
      `${name} holds ${String(data.length)} values where ${String(length)} are needed.`,
    );
}
