import { createHash } from 'node:crypto';
import type { HistoryBatch, TasteModel } from '../../renderer/src/recommend/model/model-ports';

/**
 * The same model, which encodes every item and every history once, however often a suite asks: with the crowd on and
 * off, for several quantities, in several packs. Answers are kept as long as the model is.
 */
export function rememberingModel(model: TasteModel): TasteModel {
  const {
    dim,
    heads: { length: heads },
  } = model.manifest;
  const items = new Map<string, { readonly vector: Float32Array; readonly biases: Float32Array }>();
  const histories = new Map<string, Float32Array>();
  return {
    ...model,
    itemEncoder: {
      async encodeItems(tokens, count) {
        const slots = tokens.length / count;
        const own = inRows(tokens, slots);
        const keys = own.map((row) => keyOf(row));
        const fresh = freshPlaces(keys, items);
        if (fresh.length > 0) {
          const batch = new Int32Array(fresh.length * slots);
          fresh.forEach((place, index) => {
            batch.set(own[place] ?? [], index * slots);
          });
          const found = await model.itemEncoder.encodeItems(batch, fresh.length);
          const [vectors, biases] = [inRows(found.vectors, dim), inRows(found.biases, heads)];
          fresh.forEach((place, index) => {
            const [vector, bias] = [vectors[index], biases[index]];
            if (vector !== undefined && bias !== undefined) items.set(keys[place] ?? '', { vector, biases: bias });
          });
        }
        const known = keys.flatMap((key) => items.get(key) ?? []);
        return {
          vectors: joined(known.map(({ vector }) => vector)),
          biases: joined(known.map(({ biases }) => biases)),
        };
      },
    },
    historyEncoder: {
      async encodeHistories(batch) {
        const own = {
          vectors: inRows(batch.vectors, batch.vectors.length / batch.count),
          ratingBuckets: inRows(batch.ratingBuckets, batch.ratingBuckets.length / batch.count),
          timeGapBuckets: inRows(batch.timeGapBuckets, batch.timeGapBuckets.length / batch.count),
        };
        const keys = own.vectors.map((row, place) => keyOf(row, own.ratingBuckets[place], own.timeGapBuckets[place]));
        const fresh = freshPlaces(keys, histories);
        if (fresh.length > 0) {
          const asked: HistoryBatch = {
            count: fresh.length,
            vectors: joined(fresh.flatMap((place) => own.vectors[place] ?? [])),
            ratingBuckets: Int32Array.from(fresh.flatMap((place) => [...(own.ratingBuckets[place] ?? [])])),
            timeGapBuckets: Int32Array.from(fresh.flatMap((place) => [...(own.timeGapBuckets[place] ?? [])])),
          };
          const found = inRows(await model.historyEncoder.encodeHistories(asked), heads * dim);
          fresh.forEach((place, index) => {
            const queries = found[index];
            if (queries !== undefined) histories.set(keys[place] ?? '', queries);
          });
        }
        return joined(keys.flatMap((key) => histories.get(key) ?? []));
      },
    },
  };
}

/** Places of keys that are not known yet, each key once. */
function freshPlaces(keys: readonly string[], known: ReadonlyMap<string, unknown>): readonly number[] {
  const places = new Map<string, number>();
  keys.forEach((key, place) => {
    if (!known.has(key) && !places.has(key)) places.set(key, place);
  });
  return [...places.values()];
}

/** Copies of the rows, each `width` long. */
function inRows<T extends Float32Array | Int32Array>(values: T, width: number): readonly T[] {
  return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width) as T);
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

function keyOf(...parts: readonly (Float32Array | Int32Array | undefined)[]): string {
  const hash = createHash('sha1');
  for (const part of parts)
    if (part !== undefined) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return hash.digest('base64');
}
