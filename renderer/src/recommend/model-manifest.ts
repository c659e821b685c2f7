/** What a bundle says of itself. See models/README.md for the contract; `parseManifest` (manifest-parser.ts) reads it. */

export interface FieldSchema {
  readonly name: string;
  readonly prefix: string;
  readonly source: 'title' | 'creators' | 'tags' | 'kind' | 'year';
  readonly tokens: 'words' | 'grams' | 'phrases' | 'decade';
  /** Code points of a gram; only where `tokens` is 'grams'. */
  readonly gramSize: number | null;
  readonly slots: number;
}

/** models/feature-schema.json: how items and histories become numbers. */
export interface FeatureSchema {
  readonly version: number;
  readonly text: {
    readonly unicodeForm: 'NFC' | 'NFD' | 'NFKC' | 'NFKD';
    /** A general category, by its first letter. */
    readonly dropCategory: string;
    readonly wordCategories: readonly string[];
    readonly map: Readonly<Record<string, string>>;
  };
  readonly hash: { readonly function: string; readonly encoding: string; readonly buckets: number; readonly padBucket: number };
  readonly fields: readonly FieldSchema[];
  readonly tokens: { readonly slotCount: number };
  readonly history: {
    readonly length: number;
    readonly paddingSide: 'left' | 'right';
    readonly truncation: string;
    readonly ratingBuckets: { readonly padding: number; readonly unrated: number; readonly upperBounds: readonly number[]; readonly count: number };
    readonly timeGapBuckets: { readonly unknown: number; readonly minimumTime: number; readonly upperBounds: readonly number[]; readonly count: number };
  };
  readonly fingerprint: {
    readonly kindGroups: Readonly<Record<string, string>>;
    readonly yearToleranceGroups: readonly string[];
    readonly hiBasis: number;
    readonly loBasis: number;
  };
}

export const HEADS = ['next', 'future', 'like'] as const;
export type Head = (typeof HEADS)[number];

/** The questions a ranking may answer; the benchmark's variants next, share, share-rated. */
export const TASKS = ['next', 'share', 'shareRated'] as const;
export type Task = (typeof TASKS)[number];

export interface ChannelWeights {
  readonly next: number;
  readonly future: number;
  readonly like: number;
  readonly content: number;
}
export interface CrowdWeights {
  readonly rating: number;
  readonly popularity: number;
}
/** One weight set for candidates of a kind in `trainedKinds`, one for any other kind. */
export interface TaskScoring {
  readonly trained: ChannelWeights;
  readonly untrained: ChannelWeights;
  readonly crowd: { readonly trained: CrowdWeights; readonly untrained: CrowdWeights };
}

export type SectionType = 'uint32' | 'int8' | 'uint8' | 'float32';
export const KNOWN_ITEM_SECTIONS = ['keysHi', 'keysLo', 'keyRows', 'vectors', 'vectorScales', 'biases', 'ratings', 'popularity'] as const;
export type KnownItemSectionName = (typeof KNOWN_ITEM_SECTIONS)[number];

export interface Section {
  readonly type: SectionType;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Elements, not bytes. */
  readonly length: number;
}

export interface TensorSpec {
  readonly type: string;
  /** A number, or a symbol such as 'n' for a dimension left open. */
  readonly shape: readonly (number | string)[];
}
export interface NetworkSpec {
  readonly inputs: Readonly<Record<string, TensorSpec>>;
  readonly outputs: Readonly<Record<string, TensorSpec>>;
}

export interface ModelManifest {
  readonly name: string;
  readonly version: string;
  readonly schemaVersion: number;
  readonly featureSchema: FeatureSchema;
  /** D, the width of every vector. */
  readonly dim: number;
  /** In the order of the encoders' outputs. */
  readonly heads: readonly Head[];
  readonly tensors: { readonly itemEncoder: NetworkSpec; readonly historyEncoder: NetworkSpec };
  readonly knownItems: {
    readonly file: string;
    readonly rows: number;
    readonly keys: number;
    readonly sections: Readonly<Record<KnownItemSectionName, Section>>;
  };
  readonly trainedKinds: readonly string[];
  readonly scoring: { readonly tasks: Readonly<Record<Task, TaskScoring>> };
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly licence: string;
  readonly trainedOn: readonly { readonly set: string; readonly licence: string }[];
}
