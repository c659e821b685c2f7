import { describe, expect, it } from 'vitest';
import type { HistoryBatch, TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { rememberingModel } from '../../benchmark/remembering-model';

/** Two numbers a thing, three heads; answers say what was asked, and the calls are counted. */
function counting() {
  const asked = { items: [] as number[], histories: [] as number[] };
  const model = {
    manifest: { dim: 2, heads: ['next', 'future', 'like'] },
    itemEncoder: {
      encodeItems: (tokens: Int32Array, count: number) => {
        asked.items.push(count);
        const firsts = Array.from({ length: count }, (_, row) => tokens[row * 4] ?? 0);
        return Promise.resolve({
          // Longer than asked for, as an encoder may answer.
          vectors: Float32Array.from([...firsts.flatMap((first) => [first, -first]), 9, 9]),
          biases: Float32Array.from(firsts.flatMap((first) => [first, first, first])),
        });
      },
    },
    historyEncoder: {
      encodeHistories: ({ count, vectors, ratingBuckets, timeGapBuckets }: HistoryBatch) => {
        asked.histories.push(count);
        const [width, events] = [vectors.length / count, ratingBuckets.length / count];
        return Promise.resolve(
          Float32Array.from({ length: count * 6 }, (_, at) => {
            const row = Math.floor(at / 6);
            return (
              (vectors[row * width] ?? 0) +
              10 * (ratingBuckets[row * events] ?? 0) +
              100 * (timeGapBuckets[row * events] ?? 0)
            );
          }),
        );
      },
    },
  };
  return { asked, model: rememberingModel(model as unknown as TasteModel) };
}

const items = (...firsts: readonly number[]): Int32Array =>
  Int32Array.from(firsts.flatMap((first) => [first, 7, 7, 7]));
const history = (...rows: readonly (readonly [vector: number, rating: number, gap: number])[]): HistoryBatch => ({
  count: rows.length,
  vectors: Float32Array.from(rows.flatMap(([vector]) => [vector, 0, 0, 0])),
  ratingBuckets: Int32Array.from(rows.flatMap(([, rating]) => [rating, 0])),
  timeGapBuckets: Int32Array.from(rows.flatMap(([, , gap]) => [gap, 0])),
});

describe('a model that remembers', () => {
  it('encodes each item once and answers in the order asked', async () => {
    const { asked, model } = counting();
    await model.itemEncoder.encodeItems(items(1, 2, 1), 3);
    const { vectors, biases } = await model.itemEncoder.encodeItems(items(3, 1, 2), 3);
    expect([...vectors]).toEqual([3, -3, 1, -1, 2, -2]);
    expect([...biases]).toEqual([3, 3, 3, 1, 1, 1, 2, 2, 2]);
    expect(asked.items).toEqual([2, 1]);
  });

  it('tells histories apart by things, ratings and times', async () => {
    const { asked, model } = counting();
    await model.historyEncoder.encodeHistories(history([1, 0, 0]));
    const queries = await model.historyEncoder.encodeHistories(history([1, 0, 1], [1, 0, 0], [1, 1, 0], [2, 0, 0]));
    expect([0, 6, 12, 18].map((at) => queries[at])).toEqual([101, 1, 11, 2]);
    expect(queries).toHaveLength(24);
    expect(asked.histories).toEqual([1, 3]);
    await model.historyEncoder.encodeHistories(history([2, 0, 0], [1, 0, 1]));
    expect(asked.histories).toEqual([1, 3]);
  });
});
