/** The manifest of a bundle. models/README.md has the contract; `parseManifest` (manifest-parser.ts) reads it. */

import type { Estimates } from '../estimating/estimates';
import type { ByChannel, ChannelName } from '../scoring/channels';

export interface FieldSchema {
  readonly name: string;
  readonly prefix: string;
  readonly source: 'title' | 'creators' | 'tags' | 'kind' | 'year';
  readonly tokens: 'words' | 'grams' | 'phrases' | 'decade';
  /** Code points of a gram; only where `tokens` is 'grams'. */
  readonly gramSize: number | null;
  readonly slots: number;
}

/** models/feature-schema.json: how items and histories are encoded. */
export interface FeatureSchema {
  readonly version: number;
  readonly text: {
    readonly unicodeForm: 'NFC' | 'NFD' | 'NFKC' | 'NFKD';
    /** Code points of this Unicode general category, by its first letter, are removed. */
    readonly dropCategory: string;
    readonly wordCategories: readonly string[];
    readonly map: Readonly<Record<string, string>>;
  };
  readonly hash: {
    readonly function: string;
    readonly encoding: string;
    readonly buckets: number;
    readonly padBucket: number;
  };
  readonly fields: readonly FieldSchema[];
  readonly tokens: { readonly slotCount: number };
  readonly history: {
    readonly length: number;
    readonly paddingSide: 'left' | 'right';
    readonly truncation: string;
    readonly ratingBuckets: {
      readonly padding: number;
      readonly unrated: number;
      readonly upperBounds: readonly number[];
      readonly count: number;
    };
    readonly timeGapBuckets: {
      readonly unknown: number;
      readonly minimumTime: number;
      readonly upperBounds: readonly number[];
      readonly count: number;
    };
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

/** The ranking tasks. The benchmark's variants are next, share, share-rated. */
export const TASKS = ['next', 'share', 'shareRated'] as const;
export type Task = (typeof TASKS)[number];

/**
 * known: a trained kind, in the known-item table. unknown: a trained kind, not in the table (cold mode: always).
 * untrained: any other kind.
 */
export const WEIGHT_SETS = ['known', 'unknown', 'untrained'] as const;
export type WeightSet = (typeof WEIGHT_SETS)[number];

/** The channels' weights for the candidates of one weight set. */
export interface SetScoring<Name extends string = ChannelName> {
  readonly weights: ByChannel<number, Name>;
  /** Added to the score of every candidate of the set. */
  readonly offset: number;
}
export type TaskScoring<Name extends string = ChannelName> = Readonly<Record<WeightSet, SetScoring<Name>>>;

/** TF-IDF parameters; models/README.md, `content`. */
export interface ContentRule {
  /** Weight of each field's words, by field name; 0 for a field not named. */
  readonly fields: Readonly<Record<string, number>>;
  readonly idfPower: number;
  readonly lengthPower: number;
}
/** Recency weighting of co-occurrence; models/README.md, `cooccurrence`. */
export interface CooccurrenceRule {
  readonly recent: number;
  /** In events. */
  readonly halfLife: number;
}
/** Parameters of the neighbourhood model; models/README.md, `neighbourhood`. */
export interface NeighbourhoodRule {
  /** Exponent of the cosine; a whole number above 0. */
  readonly power: number;
  /** How many of the newest rated events are used. Cost per question grows with it. */
  readonly newest: number;
  /** In events: with so many, half of the mean residual is subtracted from each. */
  readonly shrinkage: number;
  /** Rating 0..1 from which a thing counts as liked. */
  readonly liked: number;
}
export interface Scoring {
  readonly content: ContentRule;
  readonly cooccurrence: CooccurrenceRule;
  readonly neighbourhood: NeighbourhoodRule;
  readonly tasks: Readonly<Record<Task, TaskScoring>>;
}

export type SectionType = 'uint32' | 'uint16' | 'int16' | 'int8' | 'uint8' | 'float32';
export const KNOWN_ITEM_SECTIONS = [
  'keysHi',
  'keysLo',
  'keyRows',
  'vectors',
  'vectorScales',
  'taste',
  'tasteScales',
  'biases',
  'ratings',
  'popularity',
  'neighbourStarts',
  'neighbours',
  'neighbourWeights',
  'neighbourScales',
] as const;
export type KnownItemSectionName = (typeof KNOWN_ITEM_SECTIONS)[number];

export interface Section {
  readonly type: SectionType;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Elements, not bytes. */
  readonly length: number;
}

/** The tag head; models/README.md, tag-head.bin. */
export interface TagHeadSpec {
  readonly file: string;
  /** How many of a vector's first numbers the head reads. */
  readonly width: number;
  readonly tags: readonly { readonly name: string; readonly group: string }[];
  readonly sections: Readonly<Record<(typeof TAG_HEAD_SECTIONS)[number], Section>>;
}
export const TAG_HEAD_SECTIONS = ['weights', 'scales', 'biases'] as const;

export interface TensorSpec {
  readonly type: string;
  /** A number, or a symbol such as 'n' for a variable dimension. */
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
    /**
     * Number of member networks, whose vectors are concatenated. In the table one 16-bit code holds a digit of each
     * member, out of `levels` values.
     */
    readonly members: number;
    readonly levels: number;
    /** Entries of the co-occurrence table. */
    readonly neighbours: number;
    readonly sections: Readonly<Record<KnownItemSectionName, Section>>;
  };
  readonly tagHead: TagHeadSpec;
  readonly trainedKinds: readonly string[];
  readonly scoring: Scoring;
  /** P(like), interest, P(knows). */
  readonly estimates: Estimates;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly licence: string;
  readonly trainedOn: readonly { readonly set: string; readonly licence: string }[];
}
