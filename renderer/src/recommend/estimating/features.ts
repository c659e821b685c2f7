/** What a feature of an estimate is. A feature is this entry and its computation in feature-values.ts. */
export interface FeatureDescriptor {
  /** What a value of 1 means. */
  readonly unit: string;
  /**
   * item: the same for everybody. person: follows from the person's history, and 0 without one. Evidence of a person
   * moves the weights of the latter only.
   */
  readonly about: 'item' | 'person';
  readonly description: string;
}

export type FeatureTable<Name extends string = string> = Readonly<Record<Name, FeatureDescriptor>>;

/**
 * Everything an estimate may weigh. What is not known contributes nothing: each feature is 0 where its facts are
 * missing, and centred where they are not. models/README.md, *Estimates*, has the formulas.
 */
export const FEATURES = {
  crowdRating: {
    unit: 'standard deviations of the library',
    about: 'item',
    description: "everybody's mean rating in the export, shrunk by its votes",
  },
  tableRating: {
    unit: 'standard deviations of the library',
    about: 'item',
    description: "everybody's mean rating in the model's table, where the export has none",
  },
  likeBase: {
    unit: 'log-odds',
    about: 'item',
    description: 'the like head under an empty history: what anybody would think of it',
  },
  futureBase: {
    unit: 'log-odds',
    about: 'item',
    description: 'the future head under an empty history: how likely anybody is to come across it',
  },
  fame: {
    unit: 'rank 0..1 within the kind, less ½',
    about: 'item',
    description: "popularity in the model's table and in the export",
  },
  known: { unit: '1 = yes', about: 'item', description: "is in the model's table" },
  age: { unit: 'twenty years, at most four', about: 'item', description: 'years before the newest things of its kind' },
  unratedAge: {
    unit: 'twenty years, at most four',
    about: 'item',
    description: 'the same, where the export has no mean rating: what is old and still met is good',
  },
  futureLift: {
    unit: 'log-odds',
    about: 'person',
    description: 'the future head, less the same under an empty history',
  },
  nextLift: { unit: 'log-odds', about: 'person', description: 'the next head, less the same under an empty history' },
  likeLift: { unit: 'log-odds', about: 'person', description: 'the like head, less the same under an empty history' },
  likeness: {
    unit: 'mean cosine',
    about: 'person',
    description: 'how near its vector is to those of what was liked',
  },
  tagLikeness: {
    unit: 'cosine',
    about: 'person',
    description: 'tags, likely ones included, in common with what was liked',
  },
  content: {
    unit: 'TF-IDF cosine',
    about: 'person',
    description: 'words, creators and tags in common with what was liked',
  },
  untrainedContent: { unit: 'TF-IDF cosine', about: 'person', description: 'the same for kinds the model never met' },
  tagMatch: {
    unit: 'TF-IDF cosine',
    about: 'person',
    description: 'tags in common with what was liked, rare ones counting more',
  },
  makerMatch: {
    unit: 'TF-IDF cosine',
    about: 'person',
    description: 'creators in common with what was liked',
  },
  castMatch: {
    unit: 'TF-IDF cosine',
    about: 'person',
    description: 'actors in common with what was liked',
  },
  cooccurrence: {
    unit: 'asinh of 20 × the sum of item-to-item weights',
    about: 'person',
    description: 'how often other people like it together with what was liked',
  },
  neighbourhood: {
    unit: 'log-odds',
    about: 'person',
    description: 'whether much the same things pleased more or less than expected',
  },
  creator: {
    unit: 'rating 0..1',
    about: 'person',
    description: "how much better than everybody's mean the person found the creators' other things, shrunk",
  },
  series: {
    unit: 'rating 0..1',
    about: 'person',
    description: 'the same for other things of the series',
  },
  generosity: {
    unit: 'rating 0..1',
    about: 'person',
    description: "how much better than everybody's mean the person rates in general, shrunk",
  },
  yearCloseness: {
    unit: '0..1',
    about: 'person',
    description: 'how near its year is to those of what was liked',
  },
} as const satisfies FeatureTable;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** One value per feature. */
export type ByFeature<Value> = Readonly<Record<FeatureName, Value>>;

/** One number per item and feature, 0 where nothing is known. [items] each */
export type FeatureValues = ByFeature<Float64Array>;

/** A record with one value per feature, in the table's order. */
export function byFeature<Value>(of: (name: FeatureName, descriptor: FeatureDescriptor) => Value): ByFeature<Value> {
  return Object.fromEntries(FEATURE_NAMES.map((name) => [name, of(name, FEATURES[name])])) as Record<
    FeatureName,
    Value
  >;
}
