import type { ModelManifest } from './model-manifest';
import type { ScoreKernel } from '../scoring/item-matrix';

/** Encodes items from their tokens alone. The manifest has D and slotCount. */
export interface ItemEncoder {
  /** tokens: int32 [count, slotCount] → vectors float32 [count, D], biases float32 [count, 3]. */
  encodeItems(
    tokens: Int32Array,
    count: number,
  ): Promise<{ readonly vectors: Float32Array; readonly biases: Float32Array }>;
}

/** A batch of encoded histories (see encoding/history-window.ts). */
export interface HistoryBatch {
  readonly count: number;
  /** float32 [count, L, D]; zero rows where padded. */
  readonly vectors: Float32Array;
  /** int32 [count, L]. */
  readonly ratingBuckets: Int32Array;
  /** int32 [count, L]. */
  readonly timeGapBuckets: Int32Array;
}

export interface HistoryEncoder {
  /** One query per head: float32 [count, 3, D], heads in the manifest's order. */
  encodeHistories(batch: HistoryBatch): Promise<Float32Array>;
}

/** What the recommender needs of a loaded model. Implemented by inference/ with onnxruntime-web. */
export interface TasteModel {
  readonly manifest: ModelManifest;
  /** The raw bytes of known-items.bin, verified against the manifest's hash. */
  readonly knownItems: ArrayBuffer;
  /** The raw bytes of tag-head.bin, likewise. */
  readonly tagHead: ArrayBuffer;
  readonly itemEncoder: ItemEncoder;
  readonly historyEncoder: HistoryEncoder;
  /** Scores items under a history's queries; plainScoreKernel where it is left out. */
  readonly scoreKernel?: ScoreKernel;
}
