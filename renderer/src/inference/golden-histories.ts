import { AppError } from '../domain/errors';
import type { ModelManifest } from '../recommend/model/model-manifest';
import type { HistoryBatch, HistoryEncoder } from '../recommend/model/model-ports';

/** Hand-written histories and their queries as computed by PyTorch; models/README.md describes the file. */
export interface GoldenHistories {
  readonly names: readonly string[];
  readonly batch: HistoryBatch;
  /** float32 [count, 3, D]. */
  readonly queries: Float32Array;
  /** Largest absolute difference allowed. */
  readonly tolerance: number;
}

interface GoldenFile {
  readonly tolerance: { readonly vectors: number };
  readonly items: readonly { readonly vector: readonly number[] }[];
  readonly histories: readonly {
    readonly name: string;
    readonly window: {
      readonly items: readonly number[];
      readonly ratingBuckets: readonly number[];
      readonly timeGapBuckets: readonly number[];
    };
    readonly queries: readonly (readonly number[])[];
  }[];
}

/** The windows of golden.json as one batch. `value` is parsed JSON whose bytes were checked against the manifest. */
export function goldenHistories(manifest: ModelManifest, value: unknown): GoldenHistories {
  // The manifest's hash fixes the file's content, so only what would otherwise go unnoticed is checked.
  const golden = value as GoldenFile;
  const { length } = manifest.featureSchema.history;
  const { dim } = manifest;
  const count = golden.histories.length;
  const vectors = new Float32Array(count * length * dim);
  golden.histories.forEach(({ window }, history) => {
    window.items.forEach((item, position) => {
      const vector = item < 0 ? undefined : golden.items[item]?.vector;
      if (vector !== undefined) vectors.set(vector, (history * length + position) * dim);
    });
  });
  const ratingBuckets = Int32Array.from(golden.histories.flatMap(({ window }) => window.ratingBuckets));
  const timeGapBuckets = Int32Array.from(golden.histories.flatMap(({ window }) => window.timeGapBuckets));
  const queries = Float32Array.from(golden.histories.flatMap((history) => history.queries.flat()));
  if (
    count === 0 ||
    ratingBuckets.length !== count * length ||
    queries.length !== count * manifest.heads.length * dim
  ) {
    throw new AppError('model-damaged', "The model's golden vectors do not fit its manifest.");
  }
  return {
    names: golden.histories.map(({ name }) => name),
    batch: { count, vectors, ratingBuckets, timeGapBuckets },
    queries,
    tolerance: golden.tolerance.vectors,
  };
}

/** Largest absolute difference between an encoder's queries and the golden ones; NaN counts as infinite. */
export async function largestDifference(encoder: HistoryEncoder, golden: GoldenHistories): Promise<number> {
  const queries = await encoder.encodeHistories(golden.batch);
  let largest = queries.length === golden.queries.length ? 0 : Infinity;
  golden.queries.forEach((expected, index) => {
    const difference = Math.abs((queries[index] ?? Number.NaN) - expected);
    largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
  });
  return largest;
}
