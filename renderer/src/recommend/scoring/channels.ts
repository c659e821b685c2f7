/**
 * What a channel of the score is. A channel is this entry and its computation in channel-values.ts; the rest is
 * derived.
 */
export interface ChannelDescriptor {
  /** What a value of 1 is worth before it is standardised. */
  readonly unit: string;
  /**
   * Over the candidates of one question. z-score: mean 0, standard deviation 1. centred: mean 0, the unit is kept,
   * because its size means something.
   */
  readonly standardised: 'z-score' | 'centred';
  /**
   * Read from the crowd columns of exports: used only where a question allows it; its weights stand under `crowd` in a
   * manifest.
   */
  readonly crowd: boolean;
  /**
   * Costs more than a pass over the candidates: computed only for tasks that give it a weight other than 0, and where
   * only the best are asked for, of a shortlist (shortlist.ts).
   */
  readonly expensive: boolean;
  readonly description: string;
}

export type ChannelTable<Name extends string = string> = Readonly<Record<Name, ChannelDescriptor>>;

/** In the order in which they are summed, which decides a score's last bit. models/README.md has the formulas. */
export const CHANNELS = {
  next: {
    unit: 'dot product of a query and a vector',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'head: the next thing taken',
  },
  future: {
    unit: 'dot product of a query and a vector',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'head: anything liked later',
  },
  like: {
    unit: 'log-odds of liking the item once met',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'head: liked once met',
  },
  content: {
    unit: 'TF-IDF cosine, by less than the full length',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'words, creators and tags in common with what was liked',
  },
  cooccurrence: {
    unit: 'sum of item-to-item weights (EASE)',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'how often other people like it together with what was liked',
  },
  neighbourhood: {
    unit: 'log-odds',
    standardised: 'centred',
    crowd: false,
    expensive: true,
    description: 'whether much the same things pleased more or less than expected',
  },
  base: {
    unit: 'dot product of a query and a vector',
    standardised: 'z-score',
    crowd: false,
    expensive: false,
    description: 'the future head under an empty history: how likely anybody is to come across it',
  },
  rating: {
    unit: 'mean rating 0..1 of everybody',
    standardised: 'z-score',
    crowd: true,
    expensive: false,
    description: "everybody's mean rating",
  },
  popularity: {
    unit: 'ln(1 + count)',
    standardised: 'centred',
    crowd: true,
    expensive: false,
    description: "everybody's count",
  },
} as const satisfies ChannelTable;

export type ChannelName = keyof typeof CHANNELS;

/** One value per channel. */
export type ByChannel<Value, Name extends string = ChannelName> = Readonly<Record<Name, Value>>;

/** One number per candidate and channel; NaN = missing. An empty array: not computed, or missing for all. */
export type Channels = ByChannel<Float64Array>;

export function channelNames<Name extends string>(table: ChannelTable<Name>): readonly Name[] {
  return Object.keys(table) as Name[];
}

/** A record with one value per channel, in the table's order. */
export function byChannel<Name extends string, Value>(
  table: ChannelTable<Name>,
  of: (name: Name, descriptor: ChannelDescriptor) => Value,
): Record<Name, Value> {
  return Object.fromEntries(channelNames(table).map((name) => [name, of(name, table[name])])) as Record<Name, Value>;
}
