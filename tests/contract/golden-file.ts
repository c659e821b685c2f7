/** The bundles' golden.json as the contract tests read it; models/training/golden.py writes it. */
import { readFileSync } from 'node:fs';
import { parseManifest } from '../../renderer/src/recommend/model/manifest-parser';
import type { Head, ModelManifest, Task } from '../../renderer/src/recommend/model/model-manifest';
import type { Mode } from '../../renderer/src/recommend/recommender-api';

export interface GoldenFacts {
  readonly kind: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  readonly tags: readonly string[];
}
export interface GoldenItem {
  readonly item: GoldenFacts;
  readonly tokens: readonly number[];
  readonly knownRow: number | null;
  /** From the known-item table: mean rating and popularity rank; null where unknown. */
  readonly knownRating: number | null;
  readonly knownPopularity: number | null;
  readonly crowd: { readonly rating: number | null; readonly count: number | null } | null;
  readonly keys: readonly { readonly name: string; readonly hi: number; readonly lo: number }[];
  readonly vector: readonly number[];
  readonly biases: readonly number[];
}
export interface GoldenEvent {
  readonly item: number;
  readonly rating: number | null;
  readonly at: number | null;
}
export interface GoldenWindow {
  readonly items: readonly number[];
  readonly ratingBuckets: readonly number[];
  readonly timeGapBuckets: readonly number[];
}
export interface GoldenHistory {
  readonly name: string;
  readonly events: readonly GoldenEvent[];
  readonly window: GoldenWindow;
  readonly queries: readonly (readonly number[])[];
  readonly scores: Readonly<Record<Head, readonly number[]>>;
  readonly ranking: Readonly<Record<Head, readonly number[]>>;
}
export interface GoldenMixture {
  readonly history: string;
  readonly mode: Mode;
  readonly task: Task;
  readonly crowd: boolean;
  readonly scores: readonly number[];
}
export interface Golden {
  readonly tolerance: { readonly vectors: number; readonly scores: number };
  readonly items: readonly GoldenItem[];
  readonly histories: readonly GoldenHistory[];
  readonly mixtures: readonly GoldenMixture[];
}

export interface CorpusRow {
  readonly input: string;
  readonly normalised: string;
  readonly words: readonly string[];
  readonly bucket: number;
}

const ROOT = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

/** Both bundles: the shipped one changes with retraining, the tiny one pins the rules independently of it. */
export const BUNDLES = [
  ['shipped', 'models/taste/'],
  ['tiny', 'tests/fixtures/tiny-model/'],
] as const;
export const TINY = 'tests/fixtures/tiny-model/';

export function bundleFolder(folder: string): string {
  return new URL(folder, ROOT).pathname;
}

export function readManifestJson(folder: string): unknown {
  return json(`${folder}manifest.json`);
}

export function readGolden(folder: string): {
  readonly manifest: ModelManifest;
  readonly golden: Golden;
  readonly knownItems: ArrayBuffer;
} {
  const manifest = parseManifest(readManifestJson(folder));
  const knownItems = new Uint8Array(readFileSync(new URL(`${folder}${manifest.knownItems.file}`, ROOT))).buffer;
  return { manifest, golden: json(`${folder}golden.json`) as Golden, knownItems };
}

/** Fuzzed Unicode strings with their normalisation, words and bucket in Python. */
export function readCorpus(): readonly CorpusRow[] {
  return (json('tests/fixtures/text-corpus.json') as { readonly rows: readonly CorpusRow[] }).rows;
}
