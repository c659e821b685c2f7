import type { LibraryItem } from '../../domain/recommendation-request';
import type { TasteModel } from '../model/model-ports';
import type { CallContext } from '../recommender-api';
import type { ItemTokenizer } from './item-tokens';

/** Items per call of the encoder: large enough to use it well, small enough to notice a cancellation soon. */
const BATCH = 256;

/** One row per item. */
export interface EncodedItems {
  /** [items, slotCount] */
  readonly tokens: Int32Array;
  /** [items, D] and [items, heads]; empty without a model. */
  readonly vectors: Float32Array;
  readonly biases: Float32Array;
}

/** Items as tokens, and what the item encoder makes of these. Rejects where it fails or the call is cancelled. */
export async function encodeItems(
  items: readonly LibraryItem[],
  tokenizer: ItemTokenizer,
  model: TasteModel | null,
  context: CallContext,
): Promise<EncodedItems> {
  const { slotCount } = tokenizer;
  const [dim, heads] = [model?.manifest.dim ?? 0, model?.manifest.heads.length ?? 0];
  const tokens = new Int32Array(items.length * slotCount);
  items.forEach((item, index) => {
    tokenizer.write(item, tokens, index * slotCount);
  });
  const vectors = new Float32Array(items.length * dim);
  const biases = new Float32Array(items.length * heads);
  if (model === null) return { tokens, vectors, biases };
  for (let start = 0; start < items.length; start += BATCH) {
    context.throwIfCancelled?.();
    const count = Math.min(BATCH, items.length - start);
    // A copy: an adapter may hand the buffer over to another thread.
    const batch = await model.itemEncoder.encodeItems(
      tokens.slice(start * slotCount, (start + count) * slotCount),
      count,
    );
    vectors.set(batch.vectors.subarray(0, count * dim), start * dim);
    biases.set(batch.biases.subarray(0, count * heads), start * heads);
    context.onProgress?.(start + count, items.length);
  }
  return { tokens, vectors, biases };
}
